package io.readthrough.parse.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Reads HTML, whole pages and fragments. Nothing is loaded and nothing runs.
///
/// The main content is the largest `main` (or `role=main`, or `itemprop=articleBody`) that holds at
/// least half of the page's visible text, and in it the largest `article` that holds at least half
/// of that. A page without one is read whole, less its blocks of links: fewer than 25 words, more
/// than half of whose characters are link text. What [PageSurvey] names is left out before anything
/// is measured.
public final class HtmlExtractor implements DocumentExtractor {
  private static final int SURE = 100;
  private static final int LIKELY = 80;

  /// How much of a file tells whether it is HTML.
  private static final int SAMPLE = 1 << 16;

  /// A fragment is HTML from this many closing tags, and this many characters for each, on.
  private static final int MIN_CLOSING_TAGS = 2;

  private static final int MAX_CHARACTERS_PER_TAG = 1500;

  /// An element takes some 200 bytes of memory, however short its tag. Pages have a few thousand.
  private static final int MAX_TAGS = 200_000;

  /// Elements nested deeper are taken out of their parents. Pages have a few dozen levels.
  private static final int MAX_DEPTH = 256;

  /// How many candidates for the main content are measured; each costs a walk through it.
  private static final int MAX_CANDIDATES = 50;

  private static final Pattern PAGE =
      Pattern.compile(
          "(?i)\\s{0,999}(?:<!--.{0,2000}?-->\\s{0,99})?<(?:!doctype\\s+html|html|head|body)[\\s>]",
          Pattern.DOTALL);
  private static final Pattern CLOSING_TAG =
      Pattern.compile(
          "(?i)</(?:p|div|span|h[1-6]|ul|ol|li|table|tr|td|a|b|i|em|strong|section|article|font|html|body)>");
  private static final Pattern XHTML = Pattern.compile("(?i)\\s{0,99}<\\?xml");

  private final Limits limits;

  /// @param limits that documents are held to
  public HtmlExtractor(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String version() {
    return "html/1";
  }

  @Override
  public String mediaType() {
    return "text/html";
  }

  @Override
  public int confidence(String text, String filename) {
    String sample = text.substring(0, Math.min(text.length(), SAMPLE));
    if (PAGE.matcher(sample).lookingAt() || XHTML.matcher(sample).lookingAt()) {
      return SURE;
    }
    Matcher tag = CLOSING_TAG.matcher(sample);
    int tags = 0;
    while (tag.find()) {
      tags++;
    }
    boolean named = filename.endsWith(".html") || filename.endsWith(".htm");
    boolean dense = sample.length() <= (long) tags * MAX_CHARACTERS_PER_TAG;
    return tags >= MIN_CLOSING_TAGS && dense ? LIKELY + (named ? NAME_FITS : 0) : 0;
  }

  @Override
  public ExtractedDocument extract(String text) {
    checkTags(text);
    Document page = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(text, "");
    Element body = page.body();
    PageSurvey survey = new PageSurvey(body);
    VisibleText whole = VisibleText.of(body, survey);
    Element main = mainContent(body, whole.length(), survey);
    HtmlBlocks blocks = new HtmlBlocks(survey, main.equals(body), limits.characters());
    main.filter(blocks);
    blocks.end();
    List<String> warnings = new ArrayList<>();
    if (whole.hidden() > 0) {
      warnings.add(
          whole.hidden() + " characters that the page hides from its readers were left out.");
    }
    long leftOut = whole.length() + whole.excluded() - blocks.seen();
    return blocks.out().document(metadata(page, main), Math.max(0, leftOut), warnings);
  }

  private static void checkTags(String text) {
    int tags = 0;
    for (int i = text.indexOf('<'); i >= 0 && i + 1 < text.length(); i = text.indexOf('<', i + 1)) {
      if (Character.isLetter(text.charAt(i + 1)) && ++tags > MAX_TAGS) {
        throw new UnreadableDocumentException(
            "The page has more than "
                + MAX_TAGS
                + " tags. Save the note alone, without the site around it, and drop it again.");
      }
    }
  }

  private static Element mainContent(Element body, long visible, PageSurvey survey) {
    Element main = largest(body, "main, [role=main], [itemprop=articleBody]", visible, survey);
    return largest(main, "article", VisibleText.of(main, survey).length(), survey);
  }

  /// The largest element within `root` that `query` selects and that holds half of its text, else
  /// `root`.
  private static Element largest(Element root, String query, long visible, PageSurvey survey) {
    Element largest = root;
    long most = visible / 2;
    for (Element each : root.select(query).stream().limit(MAX_CANDIDATES).toList()) {
      long length = VisibleText.of(each, survey).length();
      if (!each.equals(root) && length > most) {
        largest = each;
        most = length;
      }
    }
    return largest;
  }

  private static DocumentMetadata metadata(Document page, Element main) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element meta : page.select("meta[content]")) {
      String name = meta.hasAttr("property") ? meta.attr("property") : meta.attr("name");
      name = name.isEmpty() ? meta.attr("itemprop") : name;
      fields.putIfAbsent(name.toLowerCase(Locale.ROOT), meta.attr("content"));
    }
    fields.putIfAbsent("title", page.title());
    Element canonical = page.selectFirst("link[rel=canonical]");
    if (canonical != null) {
      fields.put("canonical", canonical.attr("href"));
    }
    Element time = main.selectFirst("time[datetime]");
    if (time != null) {
      fields.put("time", time.attr("datetime"));
    }
    return DocumentMetadata.of(fields);
  }
}
