package io.readthrough.parse.extract;

import io.readthrough.core.note.ParseOutcome.Reason;

/// A document is of the extractor's format and still cannot be read: it is broken, or beyond a
/// limit. The message is a sentence for the person who dropped it: what is wrong and how to mend
/// it, without the document's words.
public final class UnreadableDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public UnreadableDocumentException(String message) {
    this(Reason.UNREADABLE, message);
  }

  public UnreadableDocumentException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /// The word for programs.
  public Reason reason() {
    return reason;
  }
}
