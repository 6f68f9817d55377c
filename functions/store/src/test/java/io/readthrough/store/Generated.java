package io.readthrough.store;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Publication;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.SourceObject;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.VendorScore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/// Generated notes of every shape, from a seed that is printed and that `-Dseed=` replays.
public final class Generated {
  private static final String[] PIECES = {
    "Revenue",
    " fell ",
    "25%",
    " to $136 million",
    ".",
    "\n",
    " ",
    "“margin”",
    "é",
    "日本",
    "😀",
    "\u0000",
    "\"",
    "\\",
    "\t",
    "\u2028",
    "a",
    "CLSK"
  };

  private final RandomGenerator random;

  private Generated(RandomGenerator random) {
    this.random = random;
  }

  /// A generator for one test, by a new seed or by the one that the property `seed` gives.
  public static Generated withPrintedSeed(String test) {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println(test + ": replay with -Dseed=" + seed);
    return new Generated(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
  }

  /// Where the choices come from.
  public RandomGenerator random() {
    return random;
  }

  /// Any outcome.
  public ParseOutcome outcome() {
    NoteSource source = source(key(), sequencer());
    return switch (random.nextInt(4)) {
      case 0 -> new ParseOutcome.Removed(source);
      case 1 -> new ParseOutcome.Rejected(source, any(ParseOutcome.Reason.values()), text(0, 20));
      default -> new ParseOutcome.Parsed(note(source));
    };
  }

  /// A parsed note from any object.
  public ParsedNote note() {
    return note(source(key(), sequencer()));
  }

  /// A parsed note from `source`.
  public ParsedNote note(NoteSource source) {
    String text = text(0, 200);
    return new ParsedNote(
        source,
        text,
        any("en", "de", "und"),
        maybe(() -> text(1, 8)),
        maybe(() -> text(1, 3)),
        maybe(() -> text(1, 3)),
        maybe(() -> "https://example.com/" + random.nextInt(100)),
        random.nextBoolean()
            ? Publication.UNKNOWN
            : new Publication(time(), Publication.Basis.DOCUMENT),
        regions(text.length()),
        list(
            3,
            () ->
                new VendorScore(
                    text(1, 3),
                    text(1, 2),
                    maybe(random::nextGaussian),
                    maybe(() -> "-1 to 1"),
                    span(text.length()))),
        "text/1",
        random.nextDouble(),
        list(3, () -> text(1, 5)));
  }

  /// The source of a note of any firm.
  public NoteSource source(String key, Sequencer sequencer) {
    FirmId firm = new FirmId(any("acme", "globex", "unassigned"));
    return new NoteSource(
        firm,
        NoteId.of(firm, key),
        new SourceObject(
            "notes",
            key,
            maybe(() -> "v" + random.nextInt()),
            maybe(() -> Long.toHexString(random.nextLong())),
            sequencer,
            time()),
        key.substring(key.lastIndexOf('/') + 1),
        random.nextBoolean() ? "" : "0".repeat(64),
        any("text/plain", "text/html", "application/octet-stream"),
        random.nextLong(10_000_000));
  }

  /// A key as firms name their files.
  public String key() {
    return "firms/acme/inbox/" + text(1, 4) + ".txt";
  }

  /// A sequencer of any length.
  public Sequencer sequencer() {
    return new Sequencer(Long.toHexString(random.nextLong()));
  }

  /// A time of this century, to the millisecond as S3 gives it.
  public Instant time() {
    return Instant.ofEpochMilli(946_684_800_000L + random.nextLong(2_000_000_000_000L));
  }

  /// Text of some pieces: words, figures, quotes, control characters, characters beyond 16 bits.
  public String text(int minPieces, int maxPieces) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(minPieces, maxPieces + 1); i > 0; i--) {
      text.append(any(PIECES));
    }
    return text.toString();
  }

  /// One of some values.
  @SafeVarargs
  public final <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }

  /// A value, or null.
  public <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  /// Up to `most` values.
  public <T> List<T> list(int most, Supplier<T> value) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      list.add(value.get());
    }
    return list;
  }

  /// A span of a text of that length.
  public TextSpan span(int length) {
    int start = random.nextInt(length + 1);
    return new TextSpan(start, random.nextInt(start, length + 1));
  }

  private List<Region> regions(int length) {
    List<Region> regions = new ArrayList<>();
    int start = 0;
    while (start < length && regions.size() < 9) {
      int end = random.nextInt(start, length + 1);
      regions.add(
          new Region(
              any(RegionKind.values()),
              new TextSpan(start, end),
              maybe(() -> 1 + random.nextInt(9))));
      start = end + random.nextInt(3);
    }
    return regions;
  }
}
