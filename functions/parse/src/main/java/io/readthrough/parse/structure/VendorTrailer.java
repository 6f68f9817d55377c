package io.readthrough.parse.structure;

import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.VendorScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The panels of scores that a vendor's page prints beside a note and that copying glues to it:
///
/// ```
/// Request DemoOverall Sentiment
/// neutral
/// Sentiment Score
/// -0.05
/// Ticker Sentiment
/// ```
///
/// A panel is a run of names ("Overall Sentiment", "Sentiment Score", "Ticker Sentiment",
/// "Relevance Score"), each with its value or without, on lines of their own or on one, wherever it
/// stands. It has two names or more, or one whose value ends the line, so that a sentence about
/// sentiment is no panel. Names are in title case or capitals, or begin their line.
///
/// @param spans the panels, in order, with the buttons right before them
/// @param scores what they print, in order; the span of each is its value
record VendorTrailer(List<TextSpan> spans, List<VendorScore> scores) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?:overall|ticker|news|document|article|note)[ _-]sentiment(?:[ _-](?:score|label))?"
              + "|sentiment[ _-](?:score|label)|relevance[ _-]score");

  private static final Pattern VALUE =
      Pattern.compile(
          "(?i)[\\s:=|(,;]{0,20}(?<value>(?:(?:very|strongly|somewhat|slightly|mildly|moderately)["
              + " -])?(?:bearish|bullish|neutral|mixed|positive|negative)"
              + "|[-+−–]?\\d{1,3}(?:\\.\\d{1,9})?%?)(?![\\p{L}\\d])\\)?");

  private static final Pattern TICKER =
      Pattern.compile("[\\s:=|,;]{0,20}\\$?(?<ticker>[A-Z]{1,6}(?:[.:-][A-Z]{1,4})?)(?=[\\s:=|(])");

  private static final Pattern GAP = Pattern.compile("[\\s|,;]{0,20}");

  /// Buttons of such a page, which stand right before a panel.
  private static final List<String> BUTTONS =
      List.of(
          "request demo",
          "request a demo",
          "book demo",
          "book a demo",
          "get started",
          "start free trial",
          "start your free trial",
          "try for free",
          "sign up",
          "log in",
          "learn more",
          "subscribe");

  /// Finds the panels of `text`, in linear time.
  static VendorTrailer of(String text) {
    List<TextSpan> spans = new ArrayList<>();
    List<VendorScore> scores = new ArrayList<>();
    Matcher name = NAME.matcher(text);
    int from = 0;
    while (name.find(from)) {
      from = name.end();
      if (isTitle(text, name.start(), name.end())) {
        Panel panel = new Panel(text, name.start(), name.end());
        from = panel.end;
        if (panel.isPanel()) {
          int afterLast = spans.isEmpty() ? 0 : spans.getLast().end();
          int start = Math.max(afterLast, withButtons(text, name.start()));
          spans.add(new TextSpan(start, panel.end));
          scores.addAll(panel.scores);
        }
      }
    }
    return new VendorTrailer(spans, scores);
  }

  /// Whether a name is written as one: its words begin with capitals, or it begins its line.
  private static boolean isTitle(String text, int start, int end) {
    boolean capitals = true;
    for (int i = start; i < end; i++) {
      boolean beginsWord = i == start || !Character.isLetter(text.charAt(i - 1));
      capitals &= !beginsWord || !Character.isLowerCase(text.charAt(i));
    }
    return capitals || start == 0 || text.charAt(start - 1) == '\n';
  }

  private static int withButtons(String text, int panel) {
    int start = panel;
    boolean more = true;
    while (more) {
      int end = start;
      while (end > 0
          && (Character.isWhitespace(text.charAt(end - 1)) || text.charAt(end - 1) == '|')) {
        end--;
      }
      more = false;
      for (String button : BUTTONS) {
        int at = end - button.length();
        if (at >= 0 && text.regionMatches(true, at, button, 0, button.length())) {
          start = at;
          more = true;
        }
      }
    }
    return start;
  }

  /// One panel, read from its first name on.
  private static final class Panel {
    private final String text;
    private final List<VendorScore> scores = new ArrayList<>();
    private final Matcher name;
    private final Matcher value;
    private final Matcher ticker;
    private int names;
    private int end;

    Panel(String text, int nameStart, int nameEnd) {
      this.text = text;
      this.name = NAME.matcher(text);
      this.value = VALUE.matcher(text);
      this.ticker = TICKER.matcher(text);
      readValues(text.substring(nameStart, nameEnd), nameEnd);
      while (name.region(afterGap(), text.length()).lookingAt()) {
        readValues(name.group(), name.end());
      }
    }

    boolean isPanel() {
      return names > 1 || (!scores.isEmpty() && endsLine());
    }

    private boolean endsLine() {
      for (int i = end; i < text.length() && text.charAt(i) != '\n'; i++) {
        if (!Character.isWhitespace(text.charAt(i))) {
          return false;
        }
      }
      return true;
    }

    private int afterGap() {
      Matcher gap = GAP.matcher(text).region(end, text.length());
      return gap.lookingAt() ? gap.end() : end;
    }

    /// Reads what follows a name: a label, a number or both; for a list of tickers, each with its
    /// own.
    private void readValues(String printedName, int nameEnd) {
      names++;
      end = nameEnd;
      readValue(printedName);
      if (printedName.toLowerCase(Locale.ROOT).startsWith("ticker")) {
        boolean more = true;
        while (more) {
          int before = end;
          more =
              ticker.region(end, text.length()).lookingAt()
                  && readTicker(printedName + ' ' + ticker.group("ticker"));
          end = more ? end : before;
        }
      }
    }

    private boolean readTicker(String printedName) {
      end = ticker.end();
      return readValue(printedName);
    }

    private boolean readValue(String printedName) {
      if (!value.region(end, text.length()).lookingAt()) {
        return false;
      }
      add(printedName);
      boolean label = scores.getLast().number() == null;
      if (label && value.region(end, text.length()).lookingAt()) {
        add(printedName);
      }
      return true;
    }

    private void add(String printedName) {
      String printed = value.group("value");
      TextSpan span = new TextSpan(value.start("value"), value.end("value"));
      String scale = printed.endsWith("%") ? "percent" : null;
      scores.add(new VendorScore(printedName, printed, number(printed), scale, span));
      end = value.end();
    }

    private static @Nullable Double number(String printed) {
      if (printed.chars().noneMatch(Character::isDigit)) {
        return null;
      }
      String plain = printed.replace('−', '-').replace('–', '-').replace("%", "");
      return Double.valueOf(plain);
    }
  }
}
