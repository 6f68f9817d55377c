package io.readthrough.core.claim;

import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import org.jspecify.annotations.Nullable;

/// Which way the author's figure is off the Street's: "we are at $4.05, the Street at $3.88". The
/// two may stand in sentences that follow each other. Asked sentence by sentence, in order.
final class StreetGap {
  private static final WordTable OURS = WordTable.of("we our ours i my us we're i'm we've");

  private static final WordTable STREETS =
      WordTable.of("street consensus cons sell-side analysts bloomberg factset market");

  /// Figures that are worse the higher they are.
  private static final WordTable BURDENS =
      WordTable.of(
          "cost costs expense expenses opex capex loss losses debt leverage tax provision"
              + " provisions charge charges charge-offs impairments churn inflation unemployment"
              + " deficit burn spending vacancy delinquencies defaults");

  /// What a figure is of, by a number for each.
  private static final WordTable METRICS = new WordTable();

  private static final int ELIDED = 0;
  private static final int BURDEN = 1;

  static {
    String[] metrics = {
      "revenue revenues sales turnover",
      "eps earnings",
      "profit profits income",
      "ebit",
      "ebitda",
      "margin margins",
      "growth",
      "dividend dividends dps payout",
      "fcf cash",
      "return returns roe roic rote",
      "orders bookings backlog",
      "yield yields"
    };
    for (int i = 0; i < metrics.length; i++) {
      for (String word : metrics[i].split(" ", -1)) {
        METRICS.add(word, BURDEN + 1 + i);
      }
    }
  }

  /// What of a market is no view of it: its capitalisation, a share of it.
  private static final WordTable SIZES =
      WordTable.of("cap caps capitalisation capitalization share shares value size");

  /// A figure belongs to whom so many tokens before it name.
  private static final int REACH = 9;

  /// Figures of one thing are not further apart than this.
  private static final double MOST_RATIO = 5;

  private @Nullable Figure oursBefore;
  private @Nullable Figure streetsBefore;

  private record Figure(TokenKind kind, double value, int metric) {
    boolean isComparable(Figure other) {
      double ratio = value / other.value;
      boolean same = metric == other.metric || metric == ELIDED || other.metric == ELIDED;
      return same && kind == other.kind && ratio <= MOST_RATIO && ratio >= 1 / MOST_RATIO;
    }
  }

  /// +1 where the author's figure is better than the Street's, -1 where it is worse, 0 where the
  /// tokens, a sentence, compare none.
  double of(Tokens tokens, int first, int end) {
    if (tokens.paragraphBefore(first)) {
      oursBefore = null;
      streetsBefore = null;
    }
    Figure ours = null;
    Figure streets = null;
    int metric = ELIDED;
    int owned = -1;
    boolean isOurs = false;
    for (int i = first; i < end; i++) {
      boolean divides = tokens.isMark(i, ',') || tokens.isMark(i, ';');
      metric = divides ? ELIDED : metric(tokens, i, metric);
      boolean we = OURS.find(tokens, i) >= 0;
      if (we || isStreet(tokens, i)) {
        owned = i;
        isOurs = we;
        continue;
      }
      Figure figure = owned >= 0 && i - owned <= REACH ? figure(tokens, i, metric) : null;
      if (figure != null) {
        ours = isOurs && ours == null ? figure : ours;
        streets = !isOurs && streets == null ? figure : streets;
        owned = -1;
        metric = ELIDED;
      }
    }
    double sign = 0;
    if (ours != null || streets != null) {
      sign = sign(ours == null ? oursBefore : ours, streets == null ? streetsBefore : streets);
    }
    oursBefore = ours;
    streetsBefore = streets;
    return sign;
  }

  private static double sign(@Nullable Figure ours, @Nullable Figure streets) {
    if (ours == null || streets == null || !ours.isComparable(streets)) {
      return 0;
    }
    double sign = Math.signum(ours.value - streets.value);
    return ours.metric == BURDEN || streets.metric == BURDEN ? -sign : sign;
  }

  private static boolean isStreet(Tokens tokens, int i) {
    return STREETS.find(tokens, i) >= 0
        && !(tokens.is(i, "market") && i + 1 < tokens.size() && SIZES.find(tokens, i + 1) >= 0);
  }

  /// What the noun phrase that reaches token `i` measures, given what it did before: the last noun
  /// tells, unless one was a burden.
  private static int metric(Tokens tokens, int i, int before) {
    if (before == BURDEN || BURDENS.find(tokens, i) >= 0) {
      return BURDEN;
    }
    int metric = METRICS.find(tokens, i);
    return metric > 0 ? metric : before;
  }

  /// The amount or share that token `i` prints, of what stands before it or follows it ("$900m of
  /// capex"); null for other figures, and where it is none.
  private static @Nullable Figure figure(Tokens tokens, int i, int metric) {
    TokenKind kind = tokens.kind(i);
    if (kind != TokenKind.MONEY && kind != TokenKind.PERCENT) {
      return null;
    }
    String printed = tokens.folded(i).replace(",", "");
    int from = 0;
    while (from < printed.length() && !isDigit(printed.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < printed.length() && (isDigit(printed.charAt(to)) || printed.charAt(to) == '.')) {
      to++;
    }
    try {
      double value = Double.parseDouble(printed.substring(from, to)) * scale(tokens, i);
      boolean of = i + 2 < tokens.size() && tokens.is(i + 1, "of");
      int what = of ? metric(tokens, i + 2, metric) : metric;
      return value > 0 ? new Figure(kind, value, what) : null;
    } catch (NumberFormatException e) {
      // Such as a range: it is compared with nothing.
      return null;
    }
  }

  /// What a billion is in millions, whether printed "1.15bn" or "1.15 billion".
  private static double scale(Tokens tokens, int i) {
    String printed = tokens.folded(i);
    boolean billions =
        printed.endsWith("bn") || printed.endsWith("billion") || printed.endsWith("b");
    boolean next = i + 1 < tokens.size() && tokens.is(i + 1, "billion");
    return billions || next ? 1000 : 1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
