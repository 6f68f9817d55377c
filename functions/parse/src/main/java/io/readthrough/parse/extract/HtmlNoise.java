package io.readthrough.parse.extract;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Tells which elements of a page are no part of a note: code, controls, navigation, page headers
/// and footers, adverts, cookie banners, and what is hidden from the reader.
final class HtmlNoise {
  private static final Set<String> TAGS =
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
          "head",
          "title",
          "map",
          "frameset",
          "del",
          "s",
          "strike");

  private static final Set<String> ROLES =
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
  private static final Set<String> NAMES =
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
  private static final Pattern NAME_PARTS =
      Pattern.compile(
          "(?:^|[-_\\s])(?:cookies?|gdpr|consent|adverts?|advertisement|adsbygoogle|sponsored|navbar|breadcrumbs?|newsletter|paywall)(?:$|[-_\\s])");

  private static final Pattern HIDDEN_STYLE =
      Pattern.compile(
          "display\\s*:\\s*none|visibility\\s*:\\s*hidden|(?:font-size|opacity)\\s*:\\s*0(?![.\\d]*[1-9])");

  /// Longer styles, classes and ids are looked at no further.
  private static final int MAX_ATTRIBUTE = 1000;

  private HtmlNoise() {}

  /// Whether `element` and all in it are left out.
  static boolean isNoise(Element element) {
    String tag = element.normalName();
    if (TAGS.contains(tag) || isHidden(element)) {
      return true;
    }
    if (element.attributesSize() == 0 && !tag.equals("header")) {
      return false;
    }
    boolean named =
        ROLES.contains(lower(element, "role"))
            || isNamedNoise(lower(element, "class"))
            || isNamedNoise(lower(element, "id"))
            || (tag.equals("header") && element.closest("article, main") == null);
    return named && !holdsContent(element);
  }

  /// Whether the page keeps `element` from its readers' eyes.
  static boolean isHidden(Element element) {
    return element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || HIDDEN_STYLE.matcher(lower(element, "style")).find();
  }

  private static boolean isNamedNoise(String names) {
    if (names.isEmpty()) {
      return false;
    }
    for (String name : names.split("\\s+", -1)) {
      if (NAMES.contains(name)) {
        return true;
      }
    }
    return NAME_PARTS.matcher(names).find();
  }

  /// A wrapper of the whole page may bear such a name, as in `<div class="cookie-consent">`.
  private static boolean holdsContent(Element element) {
    return element.selectFirst("article, main, h1") != null;
  }

  private static String lower(Element element, String attribute) {
    String value = element.attr(attribute);
    return value.substring(0, Math.min(value.length(), MAX_ATTRIBUTE)).toLowerCase(Locale.ROOT);
  }
}
