package io.readthrough.parse;

import static io.readthrough.parse.RawNotes.checkInvariants;
import static io.readthrough.parse.RawNotes.parse;
import static io.readthrough.parse.RawNotes.parsed;
import static io.readthrough.parse.RawNotes.regions;
import static io.readthrough.parse.RawNotes.rejected;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ParseOutcome.Reason;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Publication;
import io.readthrough.core.note.Publication.Basis;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.parse.extract.DocumentExtractor;
import io.readthrough.parse.extract.ExtractedDocument;
import io.readthrough.parse.extract.Limits;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteParserTest {
  private static final String NOTE =
      "Acme’s revenue rose 3% to £5 million, “ahead” of the consensus that we had in August.\n";

  /// Characters of a pathological document.
  private static final int MANY = 200_000;

  @Test
  void rejectsAnEmptyFile() {
    ParseOutcome.Rejected outcome = rejected(parse("a.txt", new byte[0]));
    assertThat(outcome.reason()).isEqualTo(Reason.EMPTY);
    assertThat(outcome.source().bytes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " \n\t\r\n ",
        "\uFEFF",
        "\u200B\u202E",
        "--- ... !",
        "<html><body><script>alert('buy')</script><p> &nbsp; </p></body></html>"
      })
  void rejectsWhatHasNoText(String text) {
    ParseOutcome.Rejected outcome = rejected(parse("a.txt", text.getBytes(UTF_8)));
    assertThat(outcome.reason()).isEqualTo(Reason.NO_TEXT);
  }

  @Test
  void rejectsWhatIsTooLarge() {
    ParseOutcome.Rejected outcome = rejected(parse("a.txt", new byte[NoteParser.MAX_BYTES + 1]));
    assertThat(outcome.reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(outcome.detail()).contains("10485761", "10485760");
  }

  @Test
  void rejectsBinaryGarbageNamedTxt() {
    byte[] bytes = new byte[5000];
    new Random(1).nextBytes(bytes);
    ParseOutcome.Rejected outcome = rejected(parse("note.txt", bytes));
    assertThat(outcome.reason()).isEqualTo(Reason.UNREADABLE);
    assertThat(outcome.detail()).contains("no text").contains("drop it again");
    assertThat(outcome.source().sha256()).hasSize(64);
  }

  @Test
  void namesTheFormatThatItDoesNotRead() {
    byte[] program = Arrays.copyOf(new byte[] {'M', 'Z', (byte) 0x90, 0, 3}, 600);
    ParseOutcome.Rejected outcome = rejected(parse("note.txt", program));
    assertThat(outcome.reason()).isEqualTo(Reason.UNSUPPORTED_FORMAT);
    assertThat(outcome.detail())
        .isEqualTo(
            "The content is a Windows program; what is read is PDF, Word, PowerPoint, Excel, RTF,"
                + " e-mail, HTML, Markdown, plain text, JSON and ZIP. Save the note as one of them"
                + " and drop it again.");
  }

  @Test
  void readsEveryCharacterSetAlike() {
    for (byte[] bytes :
        List.of(
            NOTE.getBytes(UTF_8),
            ("\uFEFF" + NOTE).getBytes(UTF_8),
            ("\uFEFF" + NOTE).getBytes(UTF_16LE),
            ("\uFEFF" + NOTE).getBytes(UTF_16BE),
            NOTE.getBytes(UTF_16LE),
            NOTE.getBytes(UTF_16BE),
            NOTE.getBytes(Charset.forName("windows-1252")))) {
      ParsedNote note = parsed(parse("a.txt", bytes));
      assertThat(note.text()).isEqualTo(NOTE);
      assertThat(note.warnings()).isEmpty();
    }
  }

  @Test
  void replacesAFewInvalidBytesAndCountsThem() {
    byte[] bytes = NOTE.getBytes(UTF_8);
    bytes[bytes.length - 10] = (byte) 0xFF;
    bytes[bytes.length - 20] = (byte) 0xC0;
    ParsedNote note = parsed(parse("a.txt", bytes));
    assertThat(note.text()).startsWith("Acme’s revenue").contains("\uFFFD");
    assertThat(note.warnings())
        .containsExactly("2 invalid byte sequences (UTF-8) were replaced by U+FFFD.");
  }

  @Test
  void readsTenMegabytesOfOneLine() {
    byte[] sentence = "Acme revenue rose 3% and its margin fell again. ".getBytes(UTF_8);
    byte[] bytes = new byte[NoteParser.MAX_BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = sentence[i % sentence.length];
    }
    ParsedNote note = parsed(parse("a.txt", bytes));
    checkInvariants(note);
    assertThat(note.text())
        .hasSizeLessThanOrEqualTo(Limits.STANDARD.characters())
        .endsWith("again.");
    assertThat(note.textCoverage()).isLessThan(0.1);
    assertThat(note.warnings())
        .containsExactly(
            "The document has more than 1000000 characters of text: what follows the first "
                + note.text().length()
                + " was left out.");
    assertThat(regions(note, RegionKind.LEAD).getFirst()).hasSizeLessThanOrEqualTo(2000);
  }

  /// A step that looked at all of the rest for each part would take minutes here, not milliseconds;
  /// the deadline is far from both.
  @ParameterizedTest
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  @ValueSource(
      strings = {
        "a",
        "\n",
        " x",
        "a\n",
        "[",
        "<b",
        "<div>",
        "|a",
        "~~a",
        "> ",
        "- ",
        "*",
        "_a",
        "`",
        "\u2028x",
        "Overall Sentiment ",
        "Overall Sentiment neutral x\n",
        "Ticker Sentiment A 1 ",
        "<td>",
        "<table><tr><td>",
        "&lt;",
        "14 October 2026 | ",
        "Rating: Buy | ",
        "target $1 ",
        "Rating\nBuy\n",
        "Rating | Buy\n",
        "Key points\n- a\n",
        "A. B, CFA | ",
        "a@b.c",
        "+1 22 ",
        "1,000",
        "DISCLOSURES\n\nx\n\n",
        "a: b\n",
        "<div class='ad nav legal'>",
        "<b><p>",
        "é",
        "😀",
        "#",
        "# a\n",
        "\t",
        "a  b   ",
        "\r"
      })
  void readsOneThingOverAndOver(String thing) {
    for (String start : List.of("", "# Title\n\n**bold**\n\n", "<html><body>")) {
      String text = start + thing.repeat(MANY / thing.length());
      switch (parse("a.txt", text.getBytes(UTF_8))) {
        case ParseOutcome.Parsed outcome -> checkInvariants(outcome.note());
        case ParseOutcome.Rejected outcome -> {
          assertThat(outcome.detail()).doesNotContain("The parser failed");
        }
        case ParseOutcome.Unpacked outcome -> throw new AssertionError(outcome);
        case ParseOutcome.Removed outcome -> throw new AssertionError(outcome);
      }
    }
  }

  @Test
  void rejectsADocumentThatTheParserFailsOn() {
    for (Runnable fault :
        List.<Runnable>of(
            () -> {
              throw new IllegalStateException("secret words");
            },
            () -> {
              throw new StackOverflowError();
            })) {
      ParseOutcome.Rejected outcome =
          rejected(
              new NoteParser(
                      Limits.STANDARD,
                      new DocumentReader(Limits.STANDARD, List.of(new Failing(fault))))
                  .parse(RawNotes.raw("a.txt", NOTE.getBytes(UTF_8)))
                  .getFirst());
      assertThat(outcome.reason()).isEqualTo(Reason.UNREADABLE);
      assertThat(outcome.detail()).contains("The parser failed").doesNotContain("secret");
    }
  }

  @Test
  void theBytesAreHashed() {
    assertThat(parse("a.txt", "abc".getBytes(UTF_8)).source().sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void removesWhatDisguisesTheText() {
    ParsedNote note =
        parsed("a.txt", "Buy\u202E lles\u202C Acme\u0007 now\u0000, the margin rose.");
    assertThat(note.text()).isEqualTo("Buy lles Acme now, the margin rose.");
    assertThat(note.warnings())
        .containsExactly(
            "2 control characters were removed.",
            "2 invisible or direction-changing characters were removed; on a screen the document"
                + " may read differently.");
  }

  @Test
  void everyLineEndIsALineFeed() {
    assertThat(parsed("a.txt", "a one\r\nb\rc\u2028d\u000Be\u0085f\u00A0g").text())
        .isEqualTo("a one\nb\nc\nd\ne\nf g");
  }

  @Test
  void theContentDecidesAndTheNameOnlyBreaksTies() {
    assertThat(parsed("a.txt", "<html><body><p>Margin rose.</p></body></html>").parser())
        .isEqualTo("html/1");
    assertThat(parsed("a.html", "# Title\n\n**Margin** rose.").parser()).isEqualTo("markdown/1");
    assertThat(parsed("a.html", "Margin rose. Nothing else did.").parser()).isEqualTo("text/1");
    assertThat(parsed("a.md", "- Margin rose.\n- Nothing else did.").parser())
        .isEqualTo("markdown/1");
    assertThat(parsed("a.txt", "- Margin rose.\n- Nothing else did.").parser()).isEqualTo("text/1");
  }

  @Test
  void aNoteInALanguageThatIsNotScoredIsKeptAndMarked() {
    ParsedNote note =
        parsed(
            "a.txt",
            "Der Umsatz der Firma ist im dritten Quartal um 12 Prozent gestiegen, und auch der"
                + " Gewinn war mit 80 Millionen Euro besser als von den Analysten erwartet.");
    assertThat(note.language()).isEqualTo("de");
    assertThat(note.text()).contains("Umsatz");
    assertThat(note.regions()).isNotEmpty().noneMatch(region -> region.kind().isScored());
    assertThat(note.warnings()).anyMatch(warning -> warning.contains("not scored (de)"));
  }

  @Test
  void theFileNameTellsTheDayWhenNothingElseDoes() {
    assertThat(parsed("2026-10-14 acme.txt", NOTE).publication())
        .isEqualTo(new Publication(Instant.parse("2026-10-14T00:00:00Z"), Basis.FILENAME));
    assertThat(parsed("acme_20261014.txt", NOTE).publication().basis()).isEqualTo(Basis.FILENAME);
    assertThat(parsed("acme 20261345.txt", NOTE).publication().basis())
        .isEqualTo(Basis.OBJECT_TIME);
  }

  @Test
  void theObjectTellsTheTimeWhenNothingInItDoes() {
    assertThat(parsed("acme.txt", NOTE).publication())
        .isEqualTo(new Publication(RawNotes.RECEIVED, Basis.OBJECT_TIME));
  }

  @Test
  void aGluedTrailerIsCutOffTheSentenceItHangsOn() {
    ParsedNote note =
        parsed(
            "a.txt",
            NOTE.strip()
                + "Request DemoOverall Sentiment\n"
                + "Bullish\n"
                + "Sentiment Score\n"
                + "0.31\n"
                + "Ticker Sentiment");
    assertThat(regions(note, RegionKind.LEAD)).containsExactly(NOTE.strip());
    assertThat(regions(note, RegionKind.VENDOR_TRAILER)).hasSize(1);
    assertThat(note.vendorScores()).hasSize(2);
  }

  @Test
  void regionsAreInOrderAndHaveNoPages() {
    ParsedNote note = parsed("a.txt", NOTE + "\n\nDISCLOSURES\nPast performance is no guide.\n");
    assertThat(note.regions().stream().map(Region::kind))
        .containsExactly(RegionKind.LEAD, RegionKind.DISCLOSURE);
    assertThat(note.regions()).allMatch(region -> region.page() == null);
  }

  private record Failing(Runnable fault) implements DocumentExtractor {
    @Override
    public String version() {
      return "failing/1";
    }

    @Override
    public String mediaType() {
      return "text/plain";
    }

    @Override
    public int confidence(String text, String filename) {
      return 1;
    }

    @Override
    public ExtractedDocument extract(String text) {
      fault.run();
      throw new AssertionError("a fault was expected");
    }
  }
}
