package io.readthrough.parse.structure;

import static io.readthrough.parse.RawNotes.parsed;
import static io.readthrough.parse.RawNotes.regions;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Publication;
import io.readthrough.core.note.Publication.Basis;
import io.readthrough.core.note.RegionKind;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteStructureTest {
  private static final String FULL =
      "Acme said last night that revenue in its third quarter had risen by three percent, which is"
          + " ahead of the two that we had pencilled in, and that costs fell.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "By Ann Other ~ Ann Other",
        "By Ann Other, CFA, and Jan de Vries, Some Research ~ Ann Other, CFA, Jan de Vries",
        "Author: Ann Other, PhD ~ Ann Other, PhD",
        "Analysts: A. Other; B. Another ~ A. Other; B. Another",
        "From: Ann Other ~ Ann Other",
        "Some Research, Banks | 3 May 2026 | A. Other ~ A. Other"
      })
  void readsTheAuthor(String line, String author) {
    ParsedNote note = parsed("a.txt", line + "\n\nThe title of it\n\n" + FULL);
    assertThat(note.author()).isEqualTo(author);
    assertThat(note.title()).isEqualTo("The title of it");
    assertThat(regions(note, RegionKind.ANALYSTS)).containsExactly(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Northwind Industries (NYSE: NWD): a beat ~ NYSE: NWD",
        "BASF SE (BAS.DE): third cut in two years ~ BAS.DE",
        "Evonik (EVK GY) and Lanxess (LXS.DE): who is next ~ EVK GY, LXS.DE",
        "$PLTR: a fine company, a reckless price ~ PLTR",
        "UPS.N | $96.20 | Sell (Hold) ~ UPS.N",
        "Tencent (0700.HK): more of the same ~ 0700.HK",
        "Viking Therapeutics, Inc. (VKTX): good is good enough ~ VKTX",
        "What the ECB (EU) said on growth (GDP) in Q3 (FY2026) ~ ''"
      })
  void readsTheTickersOfTheTitle(String title, String tickers) {
    ParsedNote note = parsed("a.txt", title + "\n\n" + FULL + " (NYSE: ORV)\n\n" + FULL);
    assertThat(String.join(", ", note.tickers())).isEqualTo(tickers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Acme 3Q26: paying for it / Some Research | Tools | 3 May 2026 / ACM – Hold (unchanged) –"
            + " PT $9 ~ Acme 3Q26: paying for it",
        "Acme (ACM): step aside / Hold | 1,086p | TP 1,120p / Some Research, 3 May 2026"
            + " ~ Acme (ACM): step aside",
        "Acme Inc. (NYSE: ACM) | Q3 review | 3 May 2026 / Rating: Buy. Price target $520 (from"
            + " $480). ~ Acme Inc. (NYSE: ACM) | Q3 review | 3 May 2026",
        "CREDIT FLASH / Acme Plc: the covenant that nobody reads / Hold (from Buy) / 3 May 2026"
            + " ~ Acme Plc: the covenant that nobody reads",
        "INVESTMENT COMMITTEE MEMO (internal) / Short Acme (ACM) / 3 May 2026 ~ Short Acme (ACM)",
        "The queue is the asset / By Ann Other. Published 3 May 2026 ~ The queue is the asset"
      })
  void tellsTheTitleFromTheLinesAroundIt(String lines, String title) {
    ParsedNote note = parsed("a.txt", lines.replace(" / ", "\n") + "\n\n" + FULL + "\n\n" + FULL);
    assertThat(note.title()).isEqualTo(title);
    assertThat(regions(note, RegionKind.TITLE)).containsExactly(title);
  }

  @Test
  void aLineWithAViewIsNotOfTheMasthead() {
    ParsedNote note =
        parsed("a.txt", "Title of it\n\n3 May 2026 | Outperform, target $265\n\n" + FULL);
    assertThat(regions(note, RegionKind.RATING_BOX))
        .containsExactly("3 May 2026 | Outperform, target $265");
    assertThat(note.publication().at()).isEqualTo(Instant.parse("2026-05-03T00:00:00Z"));
  }

  @Test
  void headingsAndListsAreRegionsByThemselves() {
    ParsedNote note =
        parsed(
            "a.md",
            "# Title of it\n\n"
                + FULL
                + "\n\n"
                + "## Valuation\n\n"
                + "### Peers\n\n"
                + "- Peers are dear.\n"
                + "- Acme is cheap.\n\n"
                + "So we buy.");
    assertThat(regions(note, RegionKind.HEADING)).containsExactly("Valuation", "Peers");
    assertThat(regions(note, RegionKind.BULLETS))
        .containsExactly("- Peers are dear.\n- Acme is cheap.");
    assertThat(regions(note, RegionKind.BODY)).containsExactly("So we buy.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Key points",
        "KEY TAKEAWAYS",
        "Summary",
        "At a glance:",
        "Key messages",
        "Investment highlights"
      })
  void whatStandsUnderKeyPointsIsTheNoteInShort(String heading) {
    ParsedNote note =
        parsed(
            "a.txt",
            "Title of it\n\n"
                + FULL
                + "\n\n"
                + heading
                + "\n\n- Margins rose.\n- Costs fell.\n\n"
                + FULL
                + "\n\n- Later.");
    assertThat(regions(note, RegionKind.KEY_POINTS))
        .containsExactly("- Margins rose.\n- Costs fell.");
    assertThat(regions(note, RegionKind.HEADING)).containsExactly(heading);
    assertThat(regions(note, RegionKind.BULLETS)).containsExactly("- Later.");
  }

  @Test
  void aListAboveTheFirstFullParagraphIsTheNoteInShort() {
    ParsedNote note =
        parsed("a.md", "# Title of it\n\n- Margins rose.\n\n" + FULL + "\n\n- Later.");
    assertThat(regions(note, RegionKind.KEY_POINTS)).containsExactly("- Margins rose.");
    assertThat(regions(note, RegionKind.BULLETS)).containsExactly("- Later.");
  }

  @Test
  void theNoteInShortIsShort() {
    String item = "- Margins of every division of the company rose in the quarter once more.\n";
    ParsedNote note = parsed("a.txt", "Title of it\n\n" + item.repeat(100) + "\n" + FULL);
    assertThat(regions(note, RegionKind.KEY_POINTS).getFirst().length()).isBetween(1_700, 2_000);
    assertThat(regions(note, RegionKind.BULLETS)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann Other, CFA",
        "Ann Other, CFA, FRM | Senior analyst",
        "Jan de Vries – Head of European Banks Research",
        "ann.other@research.example",
        "Tel: +44 (0)20 7946 0958",
        "Ann Other +1 212 555 0134 ann@research.example"
      })
  void knowsWhoWroteTheNoteAndHowToReachThem(String line) {
    ParsedNote note = parsed("a.txt", "Title of it\n\n" + FULL + "\n\n" + line + "\n\n" + FULL);
    assertThat(regions(note, RegionKind.ANALYSTS)).containsExactly(line);
    assertThat(RegionKind.ANALYSTS.isScored()).isFalse();
  }

  @Test
  void whatTellsOfTheAuthorIsNotOfTheNote() {
    ParsedNote note =
        parsed(
            "a.md",
            "# Title of it\n\n"
                + FULL
                + "\n\n## About the author\n\nAnn has covered great and excellent companies for"
                + " nine years and won a prize for it.\n\n## Risks\n\nCosts may rise.");
    assertThat(regions(note, RegionKind.ANALYSTS))
        .containsExactly(
            "About the author\n\n"
                + "Ann has covered great and excellent companies for nine years and won a prize for"
                + " it.");
    assertThat(regions(note, RegionKind.BODY)).containsExactly("Costs may rise.");
  }

  @Test
  void theListOfAnalystsEndsWhereTheTextGoesOn() {
    ParsedNote note =
        parsed(
            "a.md",
            "# Title of it\n\n"
                + FULL
                + "\n\n## Analysts\n\nAnn Other\n\nJan de Vries\n\n+44 20 7946 0958\n\n"
                + FULL);
    assertThat(regions(note, RegionKind.ANALYSTS))
        .containsExactly("Analysts\n\nAnn Other\n\nJan de Vries\n\n+44 20 7946 0958");
    assertThat(regions(note, RegionKind.BODY)).containsExactly(FULL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Acme Corp said that Senior analyst days are over.",
        "Analysts expect a rise of 3% to $1.2 billion.",
        "Call volumes of 212 555 0134 units were a record.",
        "Northwind Industries, Contoso"
      })
  void analysisIsNoAnalyst(String line) {
    ParsedNote note = parsed("a.txt", "Title of it\n\n" + FULL + "\n\n" + line + "\n\n" + FULL);
    assertThat(regions(note, RegionKind.ANALYSTS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On 14 October 2026, Acme cut its guidance.",
        "Acme reports on 14 October 2026.",
        "Price at 4 September 2026: $31.80."
      })
  void aDateInASentenceIsNoTimeOfPublication(String line) {
    assertThat(parsed("a.txt", "Title of it\n\n" + line + "\n\n" + FULL).publication().basis())
        .isEqualTo(Basis.OBJECT_TIME);
  }

  @Test
  void anAmbiguousDateIsLeftOutWithAWarning() {
    ParsedNote note = parsed("a.txt", "Date: 03/04/2026\n\nTitle of it\n\n" + FULL);
    assertThat(note.publication().basis()).isEqualTo(Basis.OBJECT_TIME);
    assertThat(note.warnings()).containsExactly(PublicationTime.AMBIGUOUS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 January 2062",
        "2027-01-02",
        "1 January 2027 12:01 GMT",
        "2 January 2027 07:00 JST"
      })
  void aDateAfterTheNoteWasReceivedIsLeftOutWithAWarning(String printed) {
    ParsedNote note =
        parsed("2026-04-03.txt", "Published: " + printed + "\n\nTitle of it\n\n" + FULL);
    assertThat(note.publication())
        .isEqualTo(new Publication(Instant.parse("2026-04-03T00:00:00Z"), Basis.FILENAME));
    LocalDate day = requireNonNull(requireNonNull(PrintedDate.in(printed)).date());
    assertThat(note.warnings())
        .containsExactly(PublicationTime.future(day), PublicationTime.DAY_ONLY);
  }

  @Test
  void whereAllDatesLieInTheFutureTheObjectTellsTheTime() {
    ParsedNote note = parsed("2062-01-01.txt", "Date: 1 January 2062\n\nTitle of it\n\n" + FULL);
    assertThat(note.publication().basis()).isEqualTo(Basis.OBJECT_TIME);
    assertThat(note.warnings()).containsExactly(PublicationTime.future(LocalDate.of(2062, 1, 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1 January 2027", "1 January 2027 11:59 GMT", "1 January 2027 22:00 AEDT"})
  void aDayAheadIsTomorrowElsewhere(String printed) {
    ParsedNote note = parsed("a.txt", "Published: " + printed + "\n\nTitle of it\n\n" + FULL);
    assertThat(note.publication().basis()).isEqualTo(Basis.DOCUMENT);
  }

  @Test
  void aDayIsItsStartInUtcWithAWarning() {
    ParsedNote note = parsed("a.txt", "Date: 3 April 2026\n\nTitle of it\n\n" + FULL);
    assertThat(note.publication())
        .isEqualTo(new Publication(Instant.parse("2026-04-03T00:00:00Z"), Basis.DOCUMENT));
    assertThat(note.warnings()).containsExactly(PublicationTime.DAY_ONLY);
  }

  @Test
  void aMomentOfTheSameDayBeatsTheDay() {
    ParsedNote note =
        parsed(
            "2026-04-03.html",
            "<html><head><meta name=date content=2026-04-03T09:00:00Z></head><body><h1>Title</h1>"
                + "<p>3 April 2026</p><p>"
                + FULL
                + "</p></body></html>");
    assertThat(note.publication())
        .isEqualTo(new Publication(Instant.parse("2026-04-03T09:00:00Z"), Basis.METADATA, "Z"));
    assertThat(note.warnings()).isEmpty();
  }

  @Test
  void thereIsNoTitleWhereTheTextBegins() {
    assertThat(parsed("a.txt", FULL + "\n\n" + FULL).title()).isNull();
    assertThat(parsed("a.txt", "Buy Acme").title()).isNull();
  }

  @Test
  void aPageWithoutHeadingTakesTheTitleOfItsHead() {
    ParsedNote note =
        parsed(
            "a.html",
            "<html><head><title>Acme rises | Some House</title></head><body><p><b>Acme"
                + " rises</b></p><p>"
                + FULL
                + "</p></body></html>");
    assertThat(regions(note, RegionKind.TITLE)).containsExactly("Acme rises");
    assertThat(note.title()).isEqualTo("Acme rises");
    assertThat(note.vendor()).isEqualTo("Some House");
  }

  @Test
  void aDisclosureEndsAtAHeadingThatIsNone() {
    ParsedNote note =
        parsed(
            "a.md",
            "# Title\n\n"
                + FULL
                + "\n\n"
                + FULL
                + "\n\n## Disclosures\n\nAnn owns a share.\n\n"
                + "### Analyst certification\n\nSo she says.\n\n## Valuation\n\nIt is cheap.");
    assertThat(regions(note, RegionKind.DISCLOSURE))
        .containsExactly(
            "Disclosures\n\nAnn owns a share.\n\nAnalyst certification\n\nSo she says.");
    assertThat(regions(note, RegionKind.HEADING)).containsExactly("Valuation");
    assertThat(regions(note, RegionKind.BODY).getLast()).isEqualTo("It is cheap.");
  }

  @Test
  void aDisclosureAtTheTopCoversOneParagraph() {
    ParsedNote note = parsed("a.txt", "Disclosure\n\nThe author owns the shares.\n\n" + FULL);
    assertThat(regions(note, RegionKind.DISCLOSURE))
        .containsExactly("Disclosure\n\nThe author owns the shares.");
    assertThat(regions(note, RegionKind.LEAD)).containsExactly(FULL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Past performance is no guide to the future.",
        "This report is intended for professional clients and is not an offer to buy or sell"
            + " securities.",
        "No part of her compensation was, is or will be related to the views expressed.",
        "Analyst certification: the views are my own.",
        "This note does not constitute investment advice.",
        "The funds hold short positions in the issuer discussed.",
        "The opinions are subject to change without notice and own advice should be taken."
      })
  void knowsLegalText(String paragraph) {
    assertThat(NonAnalysis.isLegal(paragraph)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The stock does not offer value at this price.",
        "Higher costs may not be passed on to consumers.",
        "The shares should not be considered expensive.",
        "A breach of that ratio does not constitute a default.",
        "The company's own disclosure has improved.",
        "Another dent in confidence in its certification timetable.",
        "We lose most of our cushion, and the risk of a downgrade is up.",
        "No liver signal. Nothing here is best in class, and it does not need to be."
      })
  void analysisIsNoLegalText(String paragraph) {
    assertThat(NonAnalysis.isLegal(paragraph)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unsubscribe | View in your browser",
        "© 2026 Some Research. All rights reserved.",
        "Page 3 of 12",
        "Request Demo",
        "Print | Share | Report a problem",
        "Instant alerts and dashboards for professional investors.",
        "Start your free trial today"
      })
  void knowsFurniture(String block) {
    assertThat(NonAnalysis.isFurniture(block)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Acme's platform and its 3 million alerts a day sell well.",
        "Institutional investors are leaving.",
        "AI-powered demand drove revenue.",
        "Page views fell."
      })
  void analysisIsNoFurniture(String block) {
    assertThat(NonAnalysis.isFurniture(block)).isFalse();
  }
}
