package io.readthrough.parse;

import static io.readthrough.parse.RawNotes.parse;
import static io.readthrough.parse.RawNotes.parseAll;
import static io.readthrough.parse.RawNotes.parsed;
import static io.readthrough.parse.RawNotes.raw;
import static io.readthrough.parse.RawNotes.rejected;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ParseOutcome.Reason;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.parse.corpus.Corpus;
import io.readthrough.parse.corpus.Docs;
import io.readthrough.parse.corpus.Mails;
import io.readthrough.parse.corpus.Offices;
import io.readthrough.parse.corpus.Pdfs;
import io.readthrough.parse.corpus.Zips;
import io.readthrough.parse.extract.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Documents that are made to do harm, and broken ones: each ends in an outcome that says what was
/// wrong, within the limits.
class HostileDocumentsTest {
  private static final byte[] GOOD =
      "Northwind beat our estimates and raised its guidance. Revenue rose 12%.".getBytes(UTF_8);
  private static final int BOMB = 300 * 1024 * 1024;

  @Test
  void aZipBombIsRefusedAndItsNeighboursAreRead() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("bomb.zip", Zips.bomb("a.txt", BOMB));
    entries.put("good.txt", GOOD);

    List<ParseOutcome> outcomes = parseAll("notes.zip", Zips.of(entries));

    assertThat(outcomes.getFirst()).isInstanceOf(ParseOutcome.Unpacked.class);
    assertThat(outcomes).filteredOn(ParseOutcome.Rejected.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(ParseOutcome.Parsed.class::isInstance).hasSize(1);
  }

  @Test
  void aStreamOfAPdfThatUnpacksToTooMuchIsRefused() throws IOException {
    ParseOutcome.Rejected outcome = rejected(parse("bomb.pdf", Pdfs.bomb(BOMB)));
    assertThat(outcome.reason()).isEqualTo(Reason.LIMIT);
    assertThat(outcome.detail()).contains("134217728 bytes");
  }

  @Test
  void anOfficeDocumentThatUnpacksToTooMuchIsRefused() throws IOException {
    byte[] bomb = Offices.ofBody("<!--" + " ".repeat(40_000_000) + "-->");
    ParseOutcome.Rejected outcome = rejected(parse("bomb.docx", bomb));
    assertThat(outcome.reason()).isEqualTo(Reason.LIMIT);
    assertThat(outcome.detail()).contains("200 times");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY x \"&b;&b;&b;&b;\">]>",
        "<!DOCTYPE d SYSTEM \"http://127.0.0.1:1/d.dtd\">"
      })
  void entitiesAreNeitherExpandedNorFetched(String declaration) throws IOException {
    ParseOutcome outcome =
        parse("note.docx", Offices.withDeclaration(declaration, "Revenue &x; rose."));
    assertThat(rejected(outcome).reason()).isEqualTo(Reason.UNREADABLE);
    assertThat(rejected(outcome).detail()).doesNotContain("root:");
  }

  @Test
  void aPasswordIsAskedFor() throws IOException {
    assertThat(rejected(parse("a.pdf", Pdfs.encrypted("secret"))).reason())
        .isEqualTo(Reason.ENCRYPTED);
    assertThat(rejected(parse("a.docx", Offices.encrypted())).reason()).isEqualTo(Reason.ENCRYPTED);
    assertThat(parsed(parse("a.pdf", Pdfs.encrypted(""))).text()).contains("Fabrikam rose 4%");
  }

  static Map<String, byte[]> encrypted() throws IOException {
    Map<String, byte[]> documents = new LinkedHashMap<>();
    documents.put("a.doc", Docs.encrypted());
    documents.put("a.xls", Offices.encryptedXls());
    documents.put("a.eml", Mails.encrypted());
    return documents;
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.doc", "a.xls", "a.eml"})
  void aPasswordIsAskedForInOlderFormatsToo(String filename) throws IOException {
    byte[] bytes = Objects.requireNonNull(encrypted().get(filename));
    assertThat(rejected(parse(filename, bytes)).reason()).isEqualTo(Reason.ENCRYPTED);
  }

  @Test
  void anEntryThatNeedsAPasswordIsRejectedByItself() throws IOException {
    List<ParseOutcome> outcomes =
        parseAll("a.zip", Zips.encrypted(Zips.of(Map.of("good.txt", GOOD))));
    assertThat(rejected(outcomes.getLast()).detail()).contains("password");
  }

  @Test
  void fontsThatDoNotTellTheirCharactersAreNamed() throws IOException {
    assertThat(rejected(parse("a.pdf", Pdfs.inUnknownGlyphs())).detail())
        .contains("do not tell which characters");
    assertThat(parsed(parse("a.pdf", Pdfs.withoutUnicodeMap())).text())
        .as("told by the font's own table")
        .isEqualTo("Revenue of Fabrikam rose 4% in the quarter.");
  }

  @Test
  void deepObjectsOfAPdfAreRefused() {
    assertThat(parse("a.pdf", Pdfs.deep(100))).isInstanceOf(ParseOutcome.Parsed.class);
    ParseOutcome.Rejected outcome = rejected(parse("a.pdf", Pdfs.deep(1_000_000)));
    assertThat(outcome.detail()).doesNotContain("more memory");
  }

  @Test
  void aFormThatDrawsItselfEnds() {
    assertThat(parsed(parse("a.pdf", Pdfs.formInItself())).text()).contains("Fabrikam rose 4%");
  }

  @Test
  void formsThatDrawEachOtherAreBounded() {
    assertThat(parsed(parse("a.pdf", Pdfs.formsWithinForms(3))).text()).contains("Fabrikam");
    Limits limits = new Limits(1 << 20, 200_000, 50, 3, 20, 16 << 20, 200, 50_000, 300_000);
    ParseOutcome.Rejected outcome =
        rejected(new NoteParser(limits).parse(raw("a.pdf", Pdfs.formsWithinForms(15))).getFirst());
    assertThat(outcome.reason()).isEqualTo(Reason.LIMIT);
    assertThat(outcome.detail()).contains("operators");
  }

  @Test
  void sectorsThatFollowThemselvesEnd() throws IOException {
    assertThat(rejected(parse("a.xls", Offices.cycle())).detail())
        .doesNotContain("more memory", "takes longer");
  }

  @Test
  void aScanIsRejectedAsSuch() throws IOException {
    assertThat(rejected(parse("a.pdf", Pdfs.scan())).reason()).isEqualTo(Reason.SCANNED);
  }

  @Test
  void hiddenTextIsReportedAndKeptOut() throws IOException {
    ParsedNote note = parsed(parse("a.pdf", Pdfs.hiddenText()));
    assertThat(note.text()).doesNotContain("strong buy").contains("Shown in white on blue");
    assertThat(note.warnings()).anyMatch(warning -> warning.contains("no reader of the page sees"));
    assertThat(note.textCoverage()).isLessThan(0.8);
  }

  @Test
  void pagesThatAreTheirOwnParentsEnd() throws IOException {
    assertThat(parse("a.pdf", Pdfs.cycle())).isNotNull();
  }

  @Test
  void aScriptInAPdfIsNotLookedAt() throws IOException {
    assertThat(parsed(parse("a.pdf", Pdfs.withScript())).text()).doesNotContain("alert");
  }

  @Test
  void aHundredThousandAttachmentsAreBounded() {
    List<ParseOutcome> outcomes = parseAll("a.eml", Mails.withMany(100_000));
    assertThat(outcomes).hasSize(Limits.STANDARD.parts() + 1);
    assertThat(parsed(outcomes.getFirst()).warnings())
        .anyMatch(warning -> warning.contains("99500 were left out"));
  }

  @Test
  void headersOfAnyLengthAreRead() {
    String mail =
        "MIME-Version: 1.0\r\nFrom: Ann"
            + " ".repeat(90_000)
            + "Other\r\nSubject: "
            + "Re: ".repeat(20_000)
            + "Revenue rose\r\n\r\nRevenue of Northwind rose 4%.\r\n";
    assertThat(parsed(parse("a.eml", mail.getBytes(UTF_8))).title()).isEqualTo("Revenue rose");
  }

  @Test
  void partsWithinEachOtherAreBounded() {
    assertThat(rejected(parse("a.eml", Mails.nested(5_000))).reason()).isEqualTo(Reason.LIMIT);
  }

  @Test
  void archivesWithinEachOtherAreBounded() throws IOException {
    byte[] archive = GOOD;
    for (int i = 0; i < 10; i++) {
      archive = Zips.of(Map.of(i == 0 ? "a.txt" : "a.zip", archive));
    }
    List<ParseOutcome> outcomes = parseAll("a.zip", archive);
    assertThat(rejected(outcomes.getLast()).detail()).contains("deeper than 4");
    assertThat(outcomes).hasSize(5);
  }

  @Test
  void aNameThatLeadsOutOfTheArchiveIsRefused() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("../../etc/cron.d/x", GOOD);
    entries.put("a/../../b.txt", GOOD);
    entries.put("/absolute.txt", GOOD);
    List<ParseOutcome> outcomes = parseAll("a.zip", Zips.of(entries));
    assertThat(rejected(outcomes.get(1)).detail()).contains("'..'");
    assertThat(rejected(outcomes.get(2)).detail()).contains("'..'");
    assertThat(parsed(outcomes.get(3)).text()).contains("Northwind");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void deepJsonIsRefused(String opening) {
    byte[] json = ("[{\"title\":\"a\",\"x\":" + opening.repeat(100_000) + "]").getBytes(UTF_8);
    assertThat(parse("a.json", json)).isInstanceOf(ParseOutcome.Rejected.class);
  }

  @Test
  void deepXmlIsRefused() throws IOException {
    byte[] deep = Offices.ofBody("<w:sdt>".repeat(100_000) + "</w:sdt>".repeat(100_000));
    assertThat(rejected(parse("a.docx", deep)).reason()).isEqualTo(Reason.LIMIT);
  }

  @Test
  void deepRtfIsRefused() {
    byte[] deep =
        ("{\\rtf1 " + "{".repeat(100_000) + "Revenue" + "}".repeat(100_000) + "}").getBytes(UTF_8);
    assertThat(rejected(parse("a.rtf", deep)).reason()).isEqualTo(Reason.LIMIT);
  }

  static List<String> documents() {
    return List.copyOf(Corpus.all().keySet());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aTruncatedDocumentHasAnOutcome(String filename) {
    byte[] whole = Corpus.document(filename);
    for (int cut : new int[] {whole.length / 4, whole.length / 2, whole.length - 10}) {
      for (ParseOutcome outcome : parseAll(filename, Arrays.copyOf(whole, cut))) {
        if (outcome instanceof ParseOutcome.Rejected rejected) {
          assertThat(rejected.detail()).doesNotContain("The parser failed");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void theNameOfAFileDoesNotMatter(String filename) {
    byte[] bytes = Corpus.document(filename);
    ParseOutcome right = parse(filename, bytes);
    ParseOutcome wrong = parse("invoice.exe", bytes);
    assertThat(wrong.source().mediaType()).isEqualTo(right.source().mediaType());
  }

  @Test
  void aPdfThatIsAnArchiveTooIsAPdf() throws IOException {
    byte[] pdf = Pdfs.withScript();
    byte[] zip = Zips.of(Map.of("a.txt", GOOD));
    byte[] both = Arrays.copyOf(pdf, pdf.length + zip.length);
    System.arraycopy(zip, 0, both, pdf.length, zip.length);
    assertThat(parsed(parse("a.pdf", both)).parser()).isEqualTo("pdf/1");
  }

  /// The content that begins a file decides, and where that is a program or a picture nothing is
  /// read.
  @ParameterizedTest
  @CsvSource({
    "'<html><body><!-- %PDF-1.7 --><p>Revenue rose.</p></body></html>', html/1",
    "'Revenue rose and margins fell. PK\u0003\u0004 is how archives begin.', text/1",
    "'{\\rtf1 Revenue rose. %PDF-1.7 <html>}', rtf/1",
    "'Subject: a\nFrom: b@c.example\nMIME-Version: 1.0\n\n{\\rtf1 Revenue rose.}', mail/1"
  })
  void whatBeginsAFileDecides(String content, String parser) {
    byte[] bytes = content.replace("\\n", "\r\n").getBytes(UTF_8);
    assertThat(parsed(parse("a.pdf", bytes)).parser()).isEqualTo(parser);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MZ\u0090\u0000\u0003", "GIF89a", "\u007fELF\u0002\u0001"})
  void aProgramOrAPictureThatIsAnArchiveTooIsNotRead(String head) throws IOException {
    byte[] zip = Zips.of(Map.of("a.txt", GOOD));
    byte[] both = Arrays.copyOf(head.getBytes(ISO_8859_1), 600 + zip.length);
    System.arraycopy(zip, 0, both, 600, zip.length);
    assertThat(rejected(parse("a.zip", both)).reason()).isEqualTo(Reason.UNSUPPORTED_FORMAT);
  }

  @Test
  void whatIsEmbeddedInADocumentIsNotRead() throws IOException {
    ParsedNote note = parsed(parse("a.docx", Offices.noteWithEmbedded("http://127.0.0.1:1/")));
    assertThat(note.text()).contains("Northwind beat").doesNotContain("Shell", "127.0.0.1");
  }

  @Test
  void aProgramInAnArchiveIsRejectedByItself() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("report.pdf", Arrays.copyOf(new byte[] {'M', 'Z', (byte) 0x90, 0, 3}, 600));
    entries.put("good.txt", GOOD);
    List<ParseOutcome> outcomes = parseAll("a.zip", Zips.of(entries));
    assertThat(rejected(outcomes.get(1)).detail()).contains("a Windows program");
    assertThat(parsed(outcomes.get(2)).text()).contains("Northwind");
  }

  @Test
  void anArchiveOfFiftyThousandEntriesIsBounded() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < 50_000; i++) {
      entries.put("a" + i, new byte[] {'x'});
    }
    List<ParseOutcome> outcomes = parseAll("a.zip", Zips.of(entries));
    assertThat(outcomes).hasSize(Limits.STANDARD.parts() + 1);
    assertThat(((ParseOutcome.Unpacked) outcomes.getFirst()).warnings())
        .anyMatch(warning -> warning.contains("49500 were left out"));
  }

  @Test
  void wordsFromRightToLeftStayAsTheyAre() {
    String text = "Northwind said: \u05E9\u05DC\u05D5\u05DD, and revenue rose 12%.";
    assertThat(parsed(parse("a.txt", text.getBytes(UTF_8))).text()).isEqualTo(text);
  }

  /// Every way in which a document can name a place on the network; a server there sees nobody.
  @Test
  void nothingIsFetched() throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      server.configureBlocking(false);
      int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
      String url = "http://127.0.0.1:" + port + "/x";
      Map<String, byte[]> documents = new LinkedHashMap<>();
      documents.put("a.html", Mails.pageWithReferences(url));
      documents.put("a.eml", Mails.withReferences(url));
      documents.put("a.docx", Offices.noteWithEmbedded(url));
      documents.put(
          "b.docx",
          Offices.withDeclaration("<!DOCTYPE d SYSTEM \"" + url + "\">", "Revenue rose."));
      documents.put("a.pdf", Pdfs.withReferences(url));
      documents.put(
          "a.rtf",
          ("{\\rtf1 Revenue rose.{\\field{\\*\\fldinst INCLUDEPICTURE \"" + url + "\"}}}")
              .getBytes(UTF_8));
      documents.put("a.md", ("# Revenue rose\n\n![a](" + url + ") <" + url + ">").getBytes(UTF_8));
      documents.put(
          "a.json",
          ("{\"title\":\"Revenue rose\",\"body\":\"<img src='"
                  + url
                  + "'>It did.\",\"url\":\""
                  + url
                  + "\"}")
              .getBytes(UTF_8));

      documents.forEach((name, bytes) -> assertThat(parseAll(name, bytes)).isNotEmpty());

      assertThat(server.accept()).isNull();
    }
  }

  @Test
  void aProgramAsAnAttachmentIsRejectedByItself() {
    byte[] program = Arrays.copyOf(new byte[] {'M', 'Z', (byte) 0x90, 0, 3}, 600);
    List<ParseOutcome> outcomes =
        parseAll("a.eml", Mails.withAttachments("report.pdf", program, "note.txt", GOOD));
    assertThat(parsed(outcomes.get(0)).parts()).hasSize(2);
    assertThat(rejected(outcomes.get(1)).detail()).contains("a Windows program");
    assertThat(parsed(outcomes.get(2)).text()).contains("Northwind");
  }

  @Test
  void aDocumentThatTakesTooLongIsRejectedAndTheNextIsRead() {
    Limits limits = new Limits(10_000_000, 1_000_000, 500, 4, 500, 1 << 27, 200, 2_000_000, 300);
    DocumentReader slow =
        new DocumentReader(limits) {
          @Override
          Result read(byte[] bytes, String filename, Instant received) {
            while (filename.equals("slow.txt")) {
              Limits.checkTime();
            }
            return super.read(bytes, filename, received);
          }
        };
    NoteParser parser = new NoteParser(limits, slow);
    assertThat(rejected(parser.parse(raw("slow.txt", GOOD)).getFirst()).detail())
        .contains("longer than 300 ms");
    assertThat(parsed(parser.parse(raw("next.txt", GOOD)).getFirst()).text()).contains("Northwind");
  }

  @Test
  void aWantOfMemoryOrOfStackIsARejection() {
    for (Error error : List.of(new OutOfMemoryError("no heap"), new StackOverflowError())) {
      NoteParser parser =
          new NoteParser(
              Limits.STANDARD,
              new DocumentReader(Limits.STANDARD) {
                @Override
                Result read(byte[] bytes, String filename, Instant received) {
                  throw error;
                }
              });
      assertThat(parser.parse(raw("a.txt", GOOD)).getFirst())
          .isInstanceOf(ParseOutcome.Rejected.class);
    }
  }

  @Test
  void anObjectHasTheSamePartsUnderTheSameIdsEachTime() throws IOException {
    byte[] mail =
        Mails.withAttachments("note.docx", Offices.note(), "note.docx", Mails.newsObject());
    List<NoteId> first = ids(parseAll("a.eml", mail));
    assertThat(first).doesNotHaveDuplicates().hasSize(3).isEqualTo(ids(parseAll("a.eml", mail)));
    assertThat(ids(parseAll("b.eml", mail))).doesNotContainAnyElementsOf(first);
  }

  private static List<NoteId> ids(List<ParseOutcome> outcomes) {
    return outcomes.stream().map(outcome -> outcome.source().noteId()).toList();
  }
}
