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

  /// A figure belongs to whom so many tokens before it name.
  private static final int REACH = 9;

  /// Figures of one thing are not further apart than this.
  private static final double MOST_RATIO = 5;

  private @Nullable Figure oursBefore;
  private @Nullable Figure streetsBefore;
  private boolean burdenBefore;

  private record Figure(TokenKind kind, double value) {
    boolean isComparable(Figure other) {
      double ratio = value / other.value;
      return kind == other.kind && ratio <= MOST_RATIO && ratio >= 1 / MOST_RATIO;
    }
  }

  /// +1 where the author's figure is better than the Street's, -1 where it is worse, 0 where the
  /// tokens, a sentence, compare none.
  double of(Tokens tokens, int first, int end) {
    if (tokens.paragraphBefore(first)) {
      oursBefore = null;
      streetsBefore = null;
      burdenBefore = false;
    }
    Figure ours = null;
    Figure streets = null;
    boolean burden = false;
    int owned = first - REACH - 1;
    boolean isOurs = false;
    for (int i = first; i < end; i++) {
      burden |= BURDENS.find(tokens, i) >= 0;
      boolean we = OURS.find(tokens, i) >= 0;
      if (we || STREETS.find(tokens, i) >= 0) {
        owned = i;
        isOurs = we;
        continue;
      }
      Figure figure = i - owned <= REACH ? figure(tokens, i) : null;
      if (figure != null) {
        ours = isOurs && ours == null ? figure : ours;
        streets = !isOurs && streets == null ? figure : streets;
        owned = first - REACH - 1;
      }
    }
    double sign = 0;
    if (ours != null || streets != null) {
      boolean flipped = burden || ((ours == null || streets == null) && burdenBefore);
      sign = sign(ours == null ? oursBefore : ours, streets == null ? streetsBefore : streets);
      sign = flipped ? -sign : sign;
    }
    oursBefore = ours;
    streetsBefore = streets;
    burdenBefore = burden;
    return sign;
  }

  private static double sign(@Nullable Figure ours, @Nullable Figure streets) {
    return ours != null && streets != null && ours.isComparable(streets)
        ? Math.signum(ours.value - streets.value)
        : 0;
  }

  /// The amount or share that token `i` prints; null for other figures, and where it is none.
  private static @Nullable Figure figure(Tokens tokens, int i) {
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
      return value > 0 ? new Figure(kind, value) : null;
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
