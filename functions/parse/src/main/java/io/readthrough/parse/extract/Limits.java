package io.readthrough.parse.extract;

import io.readthrough.core.note.ParseOutcome.Reason;

/// How much of one object is read. Each limit is a setting of the function; beyond it a document is
/// rejected, or cut at a sentence with a warning.
///
/// @param bytes of an object: a report with all its charts is smaller, and the whole of it is in
///   memory
/// @param characters of a document's text: a long initiation of 200 pages has some 600,000, and
///   every later stage's time and memory grow with it
/// @param pages of a PDF document: the longest reports have 300
/// @param depth of documents in documents: a mail with an archive of mails with reports is 4
/// @param parts of an object, at all depths: each is a note, an object and a transaction
/// @param expandedBytes of one document when unpacked, and of all parts of an object together
/// @param expansionRatio of one entry, unpacked to packed, above 1 MB: text packs by 10 at most,
///   XML of a large table by 50
/// @param elements of one document: tags, cells, graphics operators; each takes time and memory
/// @param millis of wall time for one document; an object with parts has [#OBJECT_SHARE] times that
public record Limits(
    int bytes,
    int characters,
    int pages,
    int depth,
    int parts,
    long expandedBytes,
    int expansionRatio,
    int elements,
    int millis) {
  /// What the functions have unless they are set otherwise.
  public static final Limits STANDARD =
      new Limits(
          10 * 1024 * 1024, 1_000_000, 500, 4, 500, 128L * 1024 * 1024, 200, 2_000_000, 10_000);

  /// The time of all documents of an object together, as a multiple of one document's.
  public static final int OBJECT_SHARE = 2;

  /// The exception that says a document is beyond a limit.
  ///
  /// @param what a clause that names the value and the limit: "it unpacks to more than 5 bytes"
  public static UnreadableDocumentException exceeded(String what, String remedy) {
    return new UnreadableDocumentException(
        Reason.LIMIT, "The document is beyond a limit: " + what + ". " + remedy);
  }

  /// Stops the reading of a document whose time is over: whoever waits for it has interrupted the
  /// thread.
  public static void checkTime() {
    if (Thread.currentThread().isInterrupted()) {
      throw exceeded(
          "reading it takes too long", "Save it as plain text or PDF and drop it again.");
    }
  }
}
