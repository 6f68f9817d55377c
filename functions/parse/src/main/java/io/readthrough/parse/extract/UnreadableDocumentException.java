package io.readthrough.parse.extract;

/// A document is of the extractor's format and still cannot be read: it is broken, or beyond a
/// limit. The message is a sentence for the person who dropped it: what is wrong and how to mend
/// it, without the document's words.
public final class UnreadableDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableDocumentException(String message) {
    super(message);
  }
}
