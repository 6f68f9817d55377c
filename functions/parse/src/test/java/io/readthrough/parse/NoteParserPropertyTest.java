package io.readthrough.parse;

import static io.readthrough.parse.RawNotes.checkInvariants;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.ParseOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// What holds for any bytes at all: generated documents, and the sample notes with bytes flipped,
/// cut, doubled and spliced. A run prints its seed; `-Dseed=` replays it.
class NoteParserPropertyTest {
  private static final int CASES = 1_000;

  private static final String[] PIECES = {
    "Revenue rose 3% to $1.2 billion.",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "# ",
    "## Title",
    "**",
    "*",
    "_",
    "`",
    "~~",
    "[a](http://b.c)",
    "![i](u)",
    "| a | b |\n|---|---|\n| 1 | 2 |\n",
    "- item\n",
    "1. item\n",
    "> quote\n",
    "---\n",
    "title: X\n",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<table>",
    "<tr><td>",
    "</table>",
    "<h1>",
    "</h1>",
    "<script>",
    "</script>",
    "<style>",
    "<!--",
    "-->",
    "<br>",
    "<sup>1</sup>",
    "<li>",
    "<ol>",
    "<ul>",
    "</ul>",
    "<li hidden>",
    "&nbsp;",
    "&#x202E;",
    "&amp;",
    "<html><body>",
    "Overall Sentiment",
    "neutral",
    "Sentiment Score",
    "-0.05",
    "Ticker Sentiment",
    "CLSK",
    "Request Demo",
    "Rating: Buy. Price target $58 (from $52).\n",
    "Rating\n",
    "Sell (Hold) | fair value $78 | ",
    "| Rating | Buy | Hold |\n|---|---|---|\n| Target | 3p | 4p |\n",
    "Key points\n",
    "About the author\n",
    "Ann Other, CFA | Senior analyst\n",
    "ann@research.example",
    "IMPORTANT DISCLOSURES\n",
    "Past performance is no guide.",
    "Published: 14 October 2026 07:10 BST\n",
    "03/04/2026",
    "By Ann Other, Some Research.",
    "Author: ",
    "© 2026",
    "unsubscribe",
    "\u0000",
    "\u0007",
    "\u202E",
    "\uFEFF",
    "\u2028",
    "😀",
    "\uD83D",
    "é",
    "“quoted”",
    "日本語",
    "\t",
    "   ",
    "a".repeat(300)
  };

  private static final Charset[] CHARSETS = {
    UTF_8,
    UTF_8,
    UTF_8,
    StandardCharsets.UTF_16,
    StandardCharsets.UTF_16LE,
    Charset.forName("windows-1252")
  };

  private final RandomGenerator random;

  NoteParserPropertyTest() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("NoteParserPropertyTest: replay with -Dseed=" + seed);
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  @Test
  void anyGeneratedDocumentHasAnOutcomeThatHolds() {
    for (int i = 0; i < CASES; i++) {
      StringBuilder text = new StringBuilder();
      for (int pieces = random.nextInt(60); pieces > 0; pieces--) {
        text.append(any(PIECES));
      }
      check(any("a.txt", "a.md", "a.html"), text.toString().getBytes(any(CHARSETS)));
    }
  }

  @Test
  void anyMutatedSampleHasAnOutcomeThatHolds() {
    List<byte[]> samples = samples();
    for (int i = 0; i < CASES; i++) {
      byte[] bytes = samples.get(random.nextInt(samples.size()));
      for (int mutations = random.nextInt(1, 5); mutations > 0; mutations--) {
        bytes = mutated(bytes, samples);
      }
      check("2026-10-14.txt", bytes);
    }
  }

  private static void check(String filename, byte[] bytes) {
    ParseOutcome outcome = RawNotes.parse(filename, bytes);
    assertThat(outcome).isEqualTo(RawNotes.parse(filename, bytes));
    switch (outcome) {
      case ParseOutcome.Parsed parsed -> checkInvariants(parsed.note());
      case ParseOutcome.Rejected rejected ->
          assertThat(rejected.detail()).isNotBlank().doesNotContain("The parser failed");
      case ParseOutcome.Unpacked unpacked -> assertThat(unpacked.parts()).isNotEmpty();
      case ParseOutcome.Removed removed -> throw new AssertionError(removed);
    }
  }

  private byte[] mutated(byte[] bytes, List<byte[]> samples) {
    int from = random.nextInt(bytes.length + 1);
    int to = random.nextInt(from, bytes.length + 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (random.nextInt(5)) {
      case 0 -> {
        byte[] flipped = bytes.clone();
        for (int i = from; i < Math.min(to, from + 3); i++) {
          flipped[i] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
      }
      case 1 -> {
        out.write(bytes, 0, from);
        out.write(bytes, to, bytes.length - to);
      }
      case 2 -> {
        out.write(bytes, 0, to);
        out.write(bytes, from, bytes.length - from);
      }
      case 3 -> {
        byte[] other = samples.get(random.nextInt(samples.size()));
        int cut = random.nextInt(other.length);
        out.write(bytes, 0, from);
        out.write(other, cut, other.length - cut);
      }
      default -> {
        out.write(bytes, 0, from);
        out.writeBytes(any(PIECES).getBytes(any(CHARSETS)));
        out.write(bytes, from, bytes.length - from);
      }
    }
    return out.toByteArray();
  }

  private static List<byte[]> samples() {
    List<byte[]> samples = new ArrayList<>();
    try {
      for (Path note : GoldenNotesTest.notes()) {
        samples.add(Files.readAllBytes(note));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return samples;
  }

  @SafeVarargs
  private final <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }
}
