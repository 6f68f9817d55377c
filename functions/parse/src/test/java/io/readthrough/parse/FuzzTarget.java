package io.readthrough.parse;

import io.readthrough.core.note.ParseOutcome;
import io.readthrough.parse.extract.Limits;

/// What Jazzer calls, guided by coverage: `mvn -Pjazzer` runs it from the corpus on.
public final class FuzzTarget {
  private static final NoteParser PARSER =
      new NoteParser(new Limits(1 << 20, 200_000, 50, 3, 20, 16 << 20, 200, 200_000, 20_000));

  private FuzzTarget() {}

  /// Parses any bytes; what must never come of them is an error.
  public static void fuzzerTestOneInput(byte[] bytes) {
    for (ParseOutcome outcome : PARSER.parse(RawNotes.raw("note", bytes))) {
      switch (outcome) {
        case ParseOutcome.Parsed parsed -> RawNotes.checkInvariants(parsed.note());
        case ParseOutcome.Rejected rejected -> {
          if (rejected.detail().contains("The parser failed")
              || rejected.detail().contains("more memory")) {
            throw new AssertionError(rejected.detail());
          }
        }
        case ParseOutcome.Unpacked unpacked -> {}
        case ParseOutcome.Removed removed -> throw new AssertionError(removed);
      }
    }
  }
}
