package io.readthrough.parse.extract;

import static io.readthrough.parse.extract.HtmlExtractorTest.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownExtractorTest {
  @Test
  void tellsBlocksApart() {
    ExtractedDocument document =
        extract(
            """
            Title
            =====
            One
            two.

            ## Sub ##
            - a
              and b
            * c
            1. d

            > said
            > this

            | EPS | 2026 |
            |:--|--:|
            | a \\| b | **1** |

            [^1]: Restated.
            [ref]: https://example.com
            ***
            ```
            code
            ```
            """);
    assertThat(kinds(document))
        .containsExactly(
            "HEADING1 Title",
            "PARAGRAPH One two.",
            "HEADING2 Sub",
            "LIST_ITEM - a and b",
            "LIST_ITEM - c",
            "LIST_ITEM 1. d",
            "QUOTE said this",
            "TABLE_ROW EPS | 2026",
            "TABLE_ROW a | b | 1",
            "FOOTNOTE Restated.",
            "PARAGRAPH code");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "**Buy.** Target __$5__~Buy. Target $5",
        "*up* and _down_~up and down",
        "5*3 and snake_case and a * b~5*3 and snake_case and a * b",
        "[words](https://example.com) ![image](x.png)~words",
        "a[^1] b [c] d~a b [c] d",
        "EPS \\* 2 \\$5~EPS * 2 $5",
        "AT&amp;T &lt;b&gt; &amp;lt;~AT&T <b> &lt;",
        "a <b>bold</b><br>b < c <https://example.com>~a bold b < c https://example.com",
        "see <!-- hidden --> it~see  it",
        "x <script>sell()</script> y~x  y"
      })
  void takesTheMarksOutOfTheText(String markdown, String text) {
    assertThat(extract(markdown).text()).isEqualTo(text);
  }

  /// The capital of Istanbul has two characters in lower case.
  @Test
  void leavesOutWhatIsHiddenBehindLettersThatGrowInLowerCase() {
    assertThat(extract("İş Bankası, İstanbul <!-- sell --> rose. <SCRIPT>x</Script>").text())
        .isEqualTo("İş Bankası, İstanbul  rose.");
  }

  @Test
  void leavesOutStruckText() {
    assertThat(extract("Target ~~$47~~ $39, or ~40").text()).isEqualTo("Target  $39, or ~40");
  }

  @Test
  void readsTheFrontMatter() {
    ExtractedDocument document =
        extract(
            """
            ---
            title: "The pipeline"
            author: Ann Other
            publisher: Some Research
            url: https://example.com/1
            date: 2026-09-22
            ---
            Revenue rose.
            """);
    assertThat(document.text()).isEqualTo("Revenue rose.");
    assertThat(document.metadata())
        .isEqualTo(
            new DocumentMetadata(
                "The pipeline",
                "Ann Other",
                "Some Research",
                "https://example.com/1",
                "2026-09-22"));
  }

  @Test
  void aRuleAtTheTopIsNoFrontMatter() {
    ExtractedDocument document = extract("---\nRevenue rose: 3%.\n\nMargin too.");
    assertThat(document.text()).isEqualTo("Revenue rose: 3%.\n\nMargin too.");
    assertThat(document.metadata()).isEqualTo(DocumentMetadata.NONE);
  }

  @Test
  void aRepeatedSignIsNoTable() {
    assertThat(kinds(extract("a | b\nc | d"))).containsExactly("PARAGRAPH a | b c | d");
  }

  private static ExtractedDocument extract(String markdown) {
    return new MarkdownExtractor(Limits.STANDARD).extract(markdown);
  }
}
