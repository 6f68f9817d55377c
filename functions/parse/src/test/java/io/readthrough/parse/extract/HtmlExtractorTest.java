package io.readthrough.parse.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.readthrough.parse.extract.Block.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlExtractorTest {
  private static final String BODY =
      "<p>Revenue rose 3% on strong demand, and the margin that we had feared for held.</p>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>collapse()</script>",
        "<style>.collapse{}</style>",
        "<noscript>collapse</noscript>",
        "<nav>collapse</nav>",
        "<aside>collapse</aside>",
        "<footer>collapse</footer>",
        "<header>collapse</header>",
        "<iframe>collapse</iframe>",
        "<template>collapse</template>",
        "<svg><text>collapse</text></svg>",
        "<button>collapse</button>",
        "<dialog open>collapse</dialog>",
        "<del>collapse</del>",
        "<div role=navigation>collapse</div>",
        "<div class='cookie-banner'>collapse</div>",
        "<div id=ad>collapse</div>",
        "<div class='x sidebar'>collapse</div>",
        "<div hidden>collapse</div>",
        "<div style='color:red; display : none'>collapse</div>",
        "<span style='font-size:0px'>collapse</span>",
        "<span style='visibility:hidden'>collapse</span>",
        "<!-- collapse -->",
        "<ul><li><a href=/>collapse of it all</a></li></ul>"
      })
  void leavesOutWhatIsNoPartOfTheNote(String noise) {
    ExtractedDocument document = extract("<html><body>" + noise + BODY + noise + "</body></html>");
    assertThat(document.text()).startsWith("Revenue rose").endsWith("held.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<span style='font-size:0.9em'>kept</span>",
        "<div class='share-price'>kept</div>",
        "<div class='header'>kept</div>",
        "<article><header>kept</header></article>",
        "<div class='cookie-consent'><h1>kept</h1></div>",
        "<form>kept</form>",
        "<div class='radar'>kept</div>"
      })
  void keepsWhatOnlyLooksLikeIt(String part) {
    assertThat(extract("<html><body>" + BODY + part + "</body></html>").text()).contains("kept");
  }

  @Test
  void tellsHowMuchWasHidden() {
    ExtractedDocument document =
        extract("<html><body><p hidden>Buy it now</p>" + BODY + "</body></html>");
    assertThat(document.warnings())
        .containsExactly("8 characters that the page hides from its readers were left out.");
    assertThat(document.coverage()).isBetween(0.8, 0.95);
  }

  @Test
  void readsTheArticleThatHoldsMostOfThePage() {
    ExtractedDocument document =
        extract(
            "<body><div>Site news and so on</div><main><div>Kicker</div><article>"
                + BODY
                + "</article></main></body>");
    assertThat(document.text()).startsWith("Revenue").doesNotContain("Site", "Kicker");
  }

  @Test
  void readsThePageWhenItsArticlesAreTeasers() {
    ExtractedDocument document =
        extract("<body><article>One</article>" + BODY + "<article>Two</article></body>");
    assertThat(document.text()).contains("One", "Revenue", "Two");
  }

  @Test
  void tellsBlocksApart() {
    ExtractedDocument document =
        extract(
            "<body><h1>Title</h1><p>One <b>two</b>\n three.<p>Four<br>five<ul><li>a<li>b</ul>"
                + "<ol><li>c<li>d</ol><blockquote>said</blockquote><h3>Sub</h3>"
                + "<p><sup>1</sup> Restated.</p><div class=legal><p>Terms</p></div></body>");
    assertThat(kinds(document))
        .containsExactly(
            "HEADING1 Title",
            "PARAGRAPH One two three.",
            "PARAGRAPH Four",
            "PARAGRAPH five",
            "LIST_ITEM - a",
            "LIST_ITEM - b",
            "LIST_ITEM 1. c",
            "LIST_ITEM 2. d",
            "QUOTE said",
            "HEADING3 Sub",
            "FOOTNOTE Restated.",
            "LEGAL Terms");
    assertThat(document.text()).contains("Four\nfive\n\n- a\n- b\n1. c");
  }

  @Test
  void aDataTableIsRowsOfCells() {
    ExtractedDocument document =
        extract(
            "<body><table><caption>Estimates</caption><tr><th></th><th>2026</th></tr>"
                + "<tr><td>EPS</td><td>$1<sup>2</sup><br>up</td></tr></table></body>");
    assertThat(kinds(document))
        .containsExactly("TABLE_ROW Estimates", "TABLE_ROW | 2026", "TABLE_ROW EPS | $1 up");
  }

  @Test
  void aLayoutTableIsNone() {
    ExtractedDocument document =
        extract(
            "<body><table><tr><td><ul><li>menu</ul></td><td><h1>Title</h1>"
                + BODY
                + "<table><tr><td>EPS</td><td>1</td></tr></table></td></tr></table></body>");
    assertThat(kinds(document))
        .startsWith("LIST_ITEM - menu", "HEADING1 Title")
        .endsWith("TABLE_ROW EPS | 1");
  }

  @Test
  void aRaisedMarkDoesNotJoinAFigure() {
    assertThat(extract("<p>EPS of $5<sup>1</sup> in the 19<sup>th</sup> year</p>").text())
        .isEqualTo("EPS of $5 in the 19th year");
  }

  @Test
  void preformattedLinesStayLines() {
    assertThat(kinds(extract("<body><pre>one\ntwo</pre></body>")))
        .containsExactly("PARAGRAPH one", "PARAGRAPH two");
  }

  @Test
  void readsTheMetadata() {
    DocumentMetadata metadata =
        extract(
                "<head><title>T</title><meta property=og:title content=OG><meta name=Author"
                    + " content='Ann Other'><meta property=og:site_name content=House><meta"
                    + " property=article:published_time content=2026-10-14T07:10:00+01:00><link"
                    + " rel=canonical href=https://example.com/n/1></head><body>"
                    + BODY)
            .metadata();
    assertThat(metadata)
        .isEqualTo(
            new DocumentMetadata(
                "OG",
                "Ann Other",
                "House",
                "https://example.com/n/1",
                "2026-10-14T07:10:00+01:00"));
  }

  @Test
  void aTimeElementTellsTheTime() {
    assertThat(
            extract("<body><time datetime=2026-10-14>today</time>" + BODY).metadata().published())
        .isEqualTo("2026-10-14");
  }

  @Test
  void anAddressThatIsNoneIsLeftOut() {
    assertThat(extract("<link rel=canonical href='javascript:alert(1)'>" + BODY).metadata().url())
        .isNull();
  }

  @Test
  void aPageOfTooManyTagsIsUnreadable() {
    String page = "<html><body>" + "<i>".repeat(200_001);
    assertThatThrownBy(() -> extract(page))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining("200000 tags");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html>",
        "\n <!-- saved --><html lang=en>",
        "<HTML><BODY>x",
        "<p>Revenue</p><p>rose.</p>"
      })
  void knowsHtml(String text) {
    assertThat(new HtmlExtractor(Limits.STANDARD).confidence(text, "a.txt"))
        .isGreaterThanOrEqualTo(80);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EPS < $1 and P/E > 20",
        "We use <b> for bold.",
        "See <https://example.com>.",
        "# Title\n\n<br>\n\nRevenue rose."
      })
  void knowsWhatIsNoHtml(String text) {
    assertThat(new HtmlExtractor(Limits.STANDARD).confidence(text, "a.html")).isZero();
  }

  private static ExtractedDocument extract(String html) {
    return new HtmlExtractor(Limits.STANDARD).extract(html);
  }

  static List<String> kinds(ExtractedDocument document) {
    return document.blocks().stream()
        .map(
            block ->
                block.kind()
                    + (block.kind() == Kind.HEADING ? Integer.toString(block.level()) : "")
                    + ' '
                    + block.span().of(document.text()))
        .toList();
  }
}
