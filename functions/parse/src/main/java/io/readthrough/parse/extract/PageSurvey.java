package io.readthrough.parse.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/// What the elements of a page are for, found in two walks.
///
/// Noise is no part of a note: code, controls, navigation, page headers and footers, adverts,
/// cookie banners, struck text, and what is hidden from the reader. Data tables are those whose
/// rows have columns and whose cells hold no blocks; all others are layout.
final class PageSurvey {
  private static final Set<String> NOISE_TAGS =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "object",
          "embed",
          "applet",
          "svg",
          "canvas",
          "audio",
          "video",
          "button",
          "input",
          "select",
          "textarea",
          "datalist",
          "nav",
          "aside",
          "footer",
          "dialog",
          "menu",
          "title",
          "map",
          "frameset",
          "del",
          "s",
          "strike");

  private static final Set<String> NOISE_ROLES =
      Set.of(
          "navigation",
          "banner",
          "contentinfo",
          "complementary",
          "search",
          "dialog",
          "alertdialog",
          "menu",
          "menubar",
          "toolbar");

  /// A class or an id that is one of these words.
  private static final Set<String> NOISE_NAMES =
      Set.of(
          "nav",
          "menu",
          "ad",
          "ads",
          "banner",
          "promo",
          "sidebar",
          "share",
          "social",
          "related",
          "popular",
          "recommended",
          "comments",
          "footer",
          "popup",
          "modal",
          "overlay",
          "toolbar",
          "pagination",
          "subscribe",
          "signup");

  /// Words that stand for nothing else in a class or an id, whatever they are joined to.
  private static final Pattern NOISE_NAME_PARTS =
      Pattern.compile(
          "(?:^|[-_\\s])(?:cookies?|gdpr|consent|adverts?|advertisement|adsbygoogle|sponsored"
              + "|navbar|breadcrumbs?|newsletter|paywall)(?:$|[-_\\s])");

  private static final Pattern HIDDEN_STYLE =
      Pattern.compile(
          "display\\s{0,9}:\\s{0,9}none|visibility\\s{0,9}:\\s{0,9}hidden"
              + "|(?:font-size|opacity)\\s{0,9}:\\s{0,9}0(?![.\\d]{0,9}[1-9])");

  /// Elements that make the table around them layout.
  private static final Set<String> BLOCKS =
      Set.of("table", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "article", "main");

  /// A page wraps its content in these. A wrapper may bear a name of noise:
  /// `class="cookie-consent"`.
  private static final String CONTENT = "article, main, [role=main], h1";

  /// Longer styles, classes and ids are looked at no further.
  private static final int MAX_ATTRIBUTE = 1000;

  /// Elements are equal only to themselves.
  private final Set<Element> contentHolders = new HashSet<>();

  private final Set<Element> noise = new HashSet<>();
  private final Set<Element> dataTables = new HashSet<>();

  PageSurvey(Element body) {
    for (Element content : body.select(CONTENT)) {
      for (Element at = content; at != null && contentHolders.add(at); at = at.parent()) {
        // Marks every ancestor, up to the first that is marked.
      }
    }
    body.filter(new Surveyor());
  }

  /// Whether `element` and all in it are left out.
  boolean isNoise(Element element) {
    return noise.contains(element);
  }

  /// Whether each row of a table is to be read as a row.
  boolean isDataTable(Element table) {
    return dataTables.contains(table);
  }

  /// Whether the page keeps `element` from its readers' eyes.
  static boolean isHidden(Element element) {
    return element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || HIDDEN_STYLE.matcher(lower(element, "style")).find();
  }

  private static String lower(Element element, String attribute) {
    String value = element.attr(attribute);
    return value.substring(0, Math.min(value.length(), MAX_ATTRIBUTE)).toLowerCase(Locale.ROOT);
  }

  /// A table that the walk is in.
  private static final class OpenTable {
    private boolean layout;
    private boolean columns;
    private int cellsOfRow;
    private int paragraphsOfCell;
  }

  private final class Surveyor implements NodeFilter {
    private final Deque<OpenTable> tables = new ArrayDeque<>();

    /// How many `article` and `main` elements the walk is in.
    private int contents;

    @Override
    public FilterResult head(Node node, int depth) {
      if (!(node instanceof Element element)) {
        return FilterResult.CONTINUE;
      }
      String tag = element.normalName();
      if (depth > 0 && isNoise(element, tag)) {
        noise.add(element);
        return FilterResult.SKIP_ENTIRELY;
      }
      contents += isContent(tag) ? 1 : 0;
      if (!tables.isEmpty()) {
        look(tables.peek(), tag);
      }
      if (tag.equals("table")) {
        tables.push(new OpenTable());
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        String tag = element.normalName();
        contents -= isContent(tag) ? 1 : 0;
        if (tag.equals("table")) {
          OpenTable table = tables.pop();
          if (table.columns && !table.layout && !element.attr("role").equals("presentation")) {
            dataTables.add(element);
          }
        }
      }
      return FilterResult.CONTINUE;
    }

    private static boolean isContent(String tag) {
      return tag.equals("article") || tag.equals("main");
    }

    private static void look(OpenTable table, String tag) {
      switch (tag) {
        case "tr" -> table.cellsOfRow = 0;
        case "td", "th" -> {
          table.columns |= ++table.cellsOfRow > 1;
          table.paragraphsOfCell = 0;
        }
        case "p" -> table.layout |= ++table.paragraphsOfCell > 1;
        default -> table.layout |= BLOCKS.contains(tag);
      }
    }

    private boolean isNoise(Element element, String tag) {
      if (NOISE_TAGS.contains(tag)) {
        return true;
      }
      boolean pageHeader = tag.equals("header") && contents == 0;
      if (element.attributesSize() == 0) {
        return pageHeader && !contentHolders.contains(element);
      }
      if (isHidden(element)) {
        return true;
      }
      boolean named =
          pageHeader
              || NOISE_ROLES.contains(lower(element, "role"))
              || isNamedNoise(lower(element, "class"))
              || isNamedNoise(lower(element, "id"));
      return named && !contentHolders.contains(element);
    }

    private static boolean isNamedNoise(String names) {
      if (names.isEmpty()) {
        return false;
      }
      for (String name : names.split("\\s+", -1)) {
        if (NOISE_NAMES.contains(name)) {
          return true;
        }
      }
      return NOISE_NAME_PARTS.matcher(names).find();
    }
  }
}
