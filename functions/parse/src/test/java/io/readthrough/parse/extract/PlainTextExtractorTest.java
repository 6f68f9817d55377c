package io.readthrough.parse.extract;

import static io.readthrough.parse.extract.HtmlExtractorTest.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextExtractorTest {
  @Test
  void keepsTheTextAndTellsLinesApart() {
    String text =
        """
        HARBOUR LANE
        A line.

        Read-across

        - one
        1) two
        > said

          First lien      Neutral   89.5
          Net debt        $10.5bn
        [1] Restated.
        Source: company data
        """;
    ExtractedDocument document = new PlainTextExtractor(Limits.STANDARD).extract(text);
    assertThat(document.text()).isEqualTo(text);
    assertThat(document.coverage()).isEqualTo(1.0);
    assertThat(kinds(document))
        .containsExactly(
            "HEADING2 HARBOUR LANE",
            "PARAGRAPH A line.",
            "HEADING2 Read-across",
            "LIST_ITEM - one",
            "LIST_ITEM 1) two",
            "QUOTE > said",
            "TABLE_ROW First lien      Neutral   89.5",
            "TABLE_ROW Net debt        $10.5bn",
            "FOOTNOTE [1] Restated.",
            "FOOTNOTE Source: company data");
  }

  @Test
  void theLinesOfAWrappedParagraphAreOneBlock() {
    String paragraph =
        """
        Acme said last night that revenue in its third quarter had
        risen by three percent, which is ahead of the two that we
        had pencilled in. Costs fell.\
        """;
    String item =
        """
        - Acme said last night that revenue in its third quarter had
          risen by three percent.\
        """;
    assertThat(kinds(new PlainTextExtractor(Limits.STANDARD).extract(paragraph + "\n\n" + item)))
        .containsExactly("PARAGRAPH " + paragraph, "LIST_ITEM " + item);
  }

  @Test
  void twoBlanksAfterASentenceAreNoColumn() {
    assertThat(
            kinds(
                new PlainTextExtractor(Limits.STANDARD)
                    .extract("Revenue rose.  Costs fell.  EPS is 3.")))
        .containsExactly("PARAGRAPH Revenue rose.  Costs fell.  EPS is 3.");
  }

  @Test
  void linesThatEndBeforeTheyAreFullAreNoParagraph() {
    String text =
        """
        Acme Platforms, Inc. (ACM US): spending like a utility, earning like a toll
        Buy reiterated, and a target price of $860 from $905 which is after
        Some Whitlock, European Internet team\
        """;
    assertThat(kinds(new PlainTextExtractor(Limits.STANDARD).extract(text)))
        .containsExactlyElementsOf(text.lines().map(line -> "PARAGRAPH " + line).toList());
  }

  @Test
  void aLineWithASentenceInItIsNoHeading() {
    assertThat(
            kinds(
                new PlainTextExtractor(Limits.STANDARD)
                    .extract("We start Acme at Buy here. Three legs:")))
        .containsExactly("PARAGRAPH We start Acme at Buy here. Three legs:");
  }
}
