package io.readthrough.parse.extract;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// The words of Markdown's running text without its marks. One pass, whatever stands in it.
final class InlineMarkdown {
  /// Longer labels, addresses and tags are none: a bracket without its partner costs no more.
  private static final int MAX_LINK = 1000;

  private static final String ESCAPABLE = "\\`*_{}[]()#+-.!|<>~$";

  private static final List<Hidden> HIDDEN =
      List.of(
          Hidden.between("<!--", "-->"),
          Hidden.between("<script", "</script>"),
          Hidden.between("<style", "</style>"));

  private InlineMarkdown() {}

  /// What no reader sees, from one mark to the other.
  private record Hidden(Pattern open, Pattern close) {
    static Hidden between(String open, String close) {
      int flags = Pattern.LITERAL | Pattern.CASE_INSENSITIVE;
      return new Hidden(Pattern.compile(open, flags), Pattern.compile(close, flags));
    }

    String takenOutOf(String text) {
      Matcher opening = open.matcher(text);
      Matcher closing = close.matcher(text);
      StringBuilder visible = new StringBuilder();
      int from = 0;
      while (opening.find(from) && closing.find(opening.start())) {
        visible.append(text, from, opening.start());
        from = closing.end();
      }
      return from == 0 ? text : visible.append(text, from, text.length()).toString();
    }
  }

  /// `text` without HTML comments and without scripts and styles.
  static String withoutHiddenText(String text) {
    String visible = text;
    for (Hidden each : HIDDEN) {
      visible = each.takenOutOf(visible);
    }
    return visible;
  }

  /// The words of `markdown`.
  static String words(String markdown) {
    String words = withoutMarks(markdown);
    return words.indexOf('&') < 0 ? words : Parser.unescapeEntities(words, false);
  }

  private static String withoutMarks(String markdown) {
    StringBuilder words = new StringBuilder(markdown.length());
    int i = 0;
    while (i < markdown.length()) {
      i = read(markdown, i, words);
    }
    return words.toString();
  }

  /// Reads what stands at `i` and returns where the next begins.
  private static int read(String text, int i, StringBuilder words) {
    char c = text.charAt(i);
    switch (c) {
      case '\\' -> {
        if (i + 1 < text.length() && ESCAPABLE.indexOf(text.charAt(i + 1)) >= 0) {
          words.append(text.charAt(i + 1));
          return i + 2;
        }
      }
      case '*', '_' -> {
        int end = run(text, i);
        if (isEmphasis(text, i, end)) {
          return end;
        }
        words.append(text, i, end);
        return end;
      }
      case '`' -> {
        return run(text, i);
      }
      case '~' -> {
        return readStruck(text, i, words);
      }
      case '!', '[' -> {
        return readLink(text, i, words);
      }
      case '<' -> {
        return readTag(text, i, words);
      }
      default -> {}
    }
    words.append(c);
    return i + 1;
  }

  private static int run(String text, int i) {
    int end = i;
    while (end < text.length() && text.charAt(end) == text.charAt(i)) {
      end++;
    }
    return end;
  }

  /// Whether marks stand at the edge of a word: with space on both sides, or letters and figures on
  /// both, they are no emphasis.
  private static boolean isEmphasis(String text, int start, int end) {
    boolean wordBefore = start > 0 && Character.isLetterOrDigit(text.charAt(start - 1));
    boolean wordAfter = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
    boolean spaceBefore = start == 0 || Character.isWhitespace(text.charAt(start - 1));
    boolean spaceAfter = end == text.length() || Character.isWhitespace(text.charAt(end));
    return !(wordBefore && wordAfter) && !(spaceBefore && spaceAfter);
  }

  private static int readStruck(String text, int i, StringBuilder words) {
    if (text.startsWith("~~", i)) {
      int end = indexOf(text, "~~", i + 2);
      if (end > 0) {
        return end + 2;
      }
    }
    words.append('~');
    return i + 1;
  }

  /// A link keeps its words, an image none, a reference to a footnote none.
  private static int readLink(String text, int i, StringBuilder words) {
    boolean image = text.charAt(i) == '!';
    int open = image ? i + 1 : i;
    if (open >= text.length() || text.charAt(open) != '[') {
      words.append(text.charAt(i));
      return i + 1;
    }
    int close = indexOf(text, "]", open + 1);
    if (close > 0 && text.startsWith("[^", open)) {
      return close + 1;
    }
    if (close > 0 && close + 1 < text.length() && text.charAt(close + 1) == '(') {
      int end = indexOf(text, ")", close + 2);
      if (end > 0) {
        if (!image) {
          words.append(withoutMarks(text.substring(open + 1, close).replace("[", "")));
        }
        return end + 1;
      }
    }
    words.append(text.charAt(i));
    return i + 1;
  }

  /// An address in angle brackets keeps its words, a tag none; a lone `<` stays.
  private static int readTag(String text, int i, StringBuilder words) {
    int end = indexOf(text, ">", i + 1);
    if (end > 0) {
      String inner = text.substring(i + 1, end);
      if (inner.startsWith("http://") || inner.startsWith("https://")) {
        words.append(inner);
        return end + 1;
      }
      char first = inner.isEmpty() ? ' ' : inner.charAt(0);
      if (first == '/' || Character.isLetter(first)) {
        if (inner.toLowerCase(Locale.ROOT).startsWith("br")) {
          words.append(' ');
        }
        return end + 1;
      }
    }
    words.append('<');
    return i + 1;
  }

  private static int indexOf(String text, String what, int from) {
    return text.indexOf(what, from, Math.min(text.length(), from + MAX_LINK));
  }
}
