package io.readthrough.core.fact.figure;

import io.readthrough.core.fact.figure.Units.Unit;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import org.jspecify.annotations.Nullable;

/// Reads plain numbers with the units behind them: "450 MW", "12 kt", "300,000 barrels a day".
final class MeasureReader {
  private static final int LONGEST_UNIT = 11;

  /// Rates that loans are priced over.
  private static final WordTable REFERENCES =
      WordTable.of(
          "s e l t sofr euribor libor sonia bbsw ms cdi saron estr corra tonar tibor hibor sibor z"
              + " g i j asw oas ust bund gilt dm sora stibor nibor cibor wibor bkbm jibar prime"
              + " swaps gilts bunds treasuries");

  private final Tokens tokens;

  MeasureReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /// The figure that token `i` starts, which prints `number`; null when it scales by a word that is
  /// not known.
  @Nullable Figure at(int i, int end, PrintedNumber number) {
    int blank = number.after().lastIndexOf(' ');
    Unit glued = Units.of(number.after().substring(blank + 1));
    if (glued != null) {
      String scale = blank < 0 ? "" : number.after().substring(0, blank);
      return measured(i, i + 1, number, scale, glued, end);
    }
    if (isMargin(i) && number.after().isEmpty()) {
      return number.figure(i, i + 1, Figure.Kind.BPS, "bps");
    }
    int next = i + 1;
    if (next + 1 < end && tokens.is(next, "basis") && tokens.is(next + 1, "point")) {
      return number.figure(i, next + 2, Figure.Kind.BPS, "bps");
    }
    Unit unit = unit(next, end);
    return unit == null
        ? number.scaled(i, next, Figure.Kind.COUNT, number.after(), "count")
        : measured(i, next + 1, number, number.after(), unit, end);
  }

  /// Whether token `i` is so many points over a rate of reference: "S+450".
  boolean isMargin(int i) {
    return i > 1
        && tokens.isMark(i - 1, '+')
        && !tokens.spaceBefore(i)
        && !tokens.spaceBefore(i - 1)
        && REFERENCES.find(tokens, i - 2) != WordTable.ABSENT;
  }

  /// The unit that token `i` names; null when it names none.
  @Nullable Unit unit(int i, int end) {
    boolean word =
        i < end && tokens.is(i, TokenKind.WORD) && tokens.end(i) - tokens.start(i) <= LONGEST_UNIT;
    return word ? Units.of(tokens.folded(i)) : null;
  }

  private @Nullable Figure measured(
      int from, int to, PrintedNumber number, String scale, Unit unit, int end) {
    int after = rateEnd(to, end);
    boolean daily = after > to && unit.kind() == Figure.Kind.VOLUME && isDay(after - 1);
    boolean rated = daily || unit.kind() == Figure.Kind.HASHRATE;
    String name = daily && !unit.name().contains("/") ? unit.name() + "/d" : unit.name();
    return number.times(unit.zeros()).scaled(from, rated ? after : to, unit.kind(), scale, name);
  }

  /// The token after "a day", "per day", "/d", "/s"; `to` when none of these follows.
  private int rateEnd(int to, int end) {
    boolean per =
        to + 1 < end && (tokens.is(to, "a") || tokens.is(to, "per") || tokens.isMark(to, '/'));
    boolean unit =
        per
            && (isDay(to + 1)
                || tokens.is(to + 1, "s")
                || tokens.is(to + 1, "th")
                || tokens.is(to + 1, "second")
                || tokens.is(to + 1, "terahash"));
    return unit ? to + 2 : to;
  }

  private boolean isDay(int i) {
    return tokens.is(i, "day") || tokens.is(i, "d");
  }
}
