package io.readthrough.local.bench;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.RawNote;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.SourceObject;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.core.security.FirmSecurities;
import io.readthrough.core.security.SecurityList;
import io.readthrough.core.security.SecurityMentions;
import io.readthrough.parse.NoteParser;
import io.readthrough.score.reference.MalformedReferenceException;
import io.readthrough.score.reference.ReferenceList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// What lists of securities cost: to load them, and to score a note with them.
public final class SecurityLists {
  private static final String LIST = "securities.csv";
  private static final int WARM_UPS = 40;
  private static final int TIMES = 100;
  private static final int NOTE_BYTES = 5_000;

  /// The least number of six hexadecimal digits.
  private static final int LEAST_CODE = 0x100000;

  private static final String[] STEMS = {
    "Kestrel", "Harrier", "Merlin", "Orvel", "Brightmoor", "Northlake", "Stonefield", "Copperhill"
  };
  private static final String[] TRADES = {
    "Foods", "Therapeutics", "Minerals", "Software", "Bancorp", "Logistics", "Energy", "Robotics"
  };
  private static final String TEXT =
      "Kestrel Foods raised its guidance as margins rose 120 basis points. Nvidia and Intel beat"
          + " expectations, while JPMorgan cut its price target on Target. ";

  private SecurityLists() {}

  /// Measures, the built-in list first, so that its time is that of a JVM that has just started.
  ///
  /// @param rows of the firm's list
  /// @return a line for each measure
  public static List<String> measure(int rows) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(Timings.HEAD);
    long start = System.nanoTime();
    int builtIn = SecurityList.builtIn().securities().size();
    lines.add(
        Timings.of(Duration.ofNanos(System.nanoTime() - start))
            .toLine("load the built-in " + builtIn + " names, once"));
    byte[] csv = csv(rows);
    lines.add(Timings.of(0, 1, () -> load(csv)).toLine("load a firm's " + rows + " names, once"));
    lines.add(
        Timings.of(WARM_UPS, TIMES, () -> load(csv))
            .toLine("load a firm's " + rows + " names, warm"));
    NoteScorer standard = NoteScorer.standard();
    NoteScorer own = standard.with(SecurityMentions.of(load(csv)));
    ParsedNote note = note();
    for (int round = 0; round < 2; round++) {
      lines.add(score(standard, note).toLine("score a 5 kB note, built-in names"));
      lines.add(score(own, note).toLine("score a 5 kB note, the firm's names too"));
    }
    return lines;
  }

  private static Timings score(NoteScorer scorer, ParsedNote note) throws IOException {
    return Timings.of(
        5 * WARM_UPS,
        5 * TIMES,
        () -> {
          if (scorer.score(note).tickers().isEmpty()) {
            throw new IOException("the note of the measure names no security");
          }
        });
  }

  private static FirmSecurities load(byte[] csv) throws IOException {
    try {
      ReferenceList list = ReferenceList.read(LIST, csv);
      return FirmSecurities.of(list.listed(), list.registrants());
    } catch (MalformedReferenceException e) {
      throw new IOException("the list of the measure is broken: " + e.getMessage(), e);
    }
  }

  /// A list in which no two names are the same. Made without formatting, whose code would still be
  /// compiled in the background while the first load is timed.
  private static byte[] csv(int rows) {
    Random random = new Random(1);
    StringBuilder csv = new StringBuilder("ticker,exchange,name,aliases\n");
    for (int i = 0; i < rows; i++) {
      String stem = STEMS[random.nextInt(STEMS.length)] + Integer.toString(i, Character.MAX_RADIX);
      String trade = TRADES[random.nextInt(TRADES.length)];
      String name = stem + ' ' + trade;
      csv.append('Z').append(Integer.toHexString(LEAST_CODE + i).toUpperCase(Locale.ROOT));
      csv.append(",XNYS,").append(name).append(" Holdings plc,").append(name).append("Co\n");
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ParsedNote note() throws IOException {
    FirmId firm = new FirmId("bench");
    String key = "firms/bench/inbox/note.txt";
    byte[] text = TEXT.repeat(NOTE_BYTES / TEXT.length()).getBytes(StandardCharsets.UTF_8);
    RawNote raw =
        new RawNote(
            firm,
            NoteId.of(firm, key),
            new SourceObject("bench", key, null, null, new Sequencer("0"), Instant.EPOCH),
            "note.txt",
            text);
    if (new NoteParser().parse(raw).getFirst() instanceof ParseOutcome.Parsed parsed) {
      return parsed.note();
    }
    throw new IOException("the text of the measure makes no note");
  }
}
