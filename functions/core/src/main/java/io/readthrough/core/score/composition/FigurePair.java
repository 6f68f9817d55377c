package io.readthrough.core.score.composition;

import io.readthrough.core.lexicon.Entry;
import io.readthrough.core.lexicon.Meaning;
import io.readthrough.core.lexicon.PartOfSpeech;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/// Two figures that a text sets against each other: "$10.4bn vs $9.8bn", "135K from 189K".
///
/// @param first the token of the first figure
/// @param end the token after the second
/// @param entry what it says: the first is more, or less
record FigurePair(int first, int end, Entry entry) {
  private static final Entry MORE =
      new Entry(-5, "figure above", PartOfSpeech.ADV, Meaning.UP, 0.5, "more than the other");
  private static final Entry LESS =
      new Entry(-6, "figure below", PartOfSpeech.ADV, Meaning.DOWN, 0.5, "less than the other");

  /// Figures further apart than this are not of one thing: a scale is missing.
  private static final double LARGEST_RATIO = 20;

  /// The pairs in the tokens from `from` to `to`, in order.
  static List<FigurePair> find(Tokens tokens, int from, int to) {
    List<FigurePair> pairs = new ArrayList<>();
    for (int i = from + 1; i < to - 1; i++) {
      int second = tokens.kind(i - 1).isFigure() ? against(tokens, i, to) : 0;
      if (second > 0 && tokens.kind(second) == tokens.kind(i - 1)) {
        double one = value(tokens, i - 1);
        double other = value(tokens, second);
        // A comparison with NaN is false: what cannot be read makes no pair.
        if (one != other && one / other < LARGEST_RATIO && other / one < LARGEST_RATIO) {
          pairs.add(new FigurePair(i - 1, second + 1, one > other ? MORE : LESS));
        }
      }
    }
    return pairs;
  }

  /// The token after the words of comparison that start at `i`; 0 when there are none.
  private static int against(Tokens tokens, int i, int to) {
    int next = 0;
    if (tokens.is(i, "vs") || tokens.is(i, "versus") || tokens.is(i, "against")) {
      next = i + 1;
      next += next < to && tokens.isMark(next, '.') ? 1 : 0;
    } else if (tokens.is(i, "vs.") || tokens.is(i, "from")) {
      next = i + 1;
    } else if (tokens.is(i, "compared")
        && i + 1 < to
        && (tokens.is(i + 1, "with") || tokens.is(i + 1, "to"))) {
      next = i + 2;
    }
    if (next > 0 && next < to && tokens.is(next, TokenKind.WORD)) {
      // "vs. prior $5.15", "against consensus $1.20"
      next++;
    }
    return next < to ? next : 0;
  }

  /// The number of a figure times its scale; NaN when it has none.
  private static double value(Tokens tokens, int i) {
    if (tokens.is(i, TokenKind.RANGE)) {
      return Double.NaN;
    }
    double value = Double.NaN;
    double place = 0;
    boolean negative = false;
    int k = tokens.start(i);
    for (; k < tokens.end(i); k++) {
      char c = tokens.foldedAt(k);
      if (c >= '0' && c <= '9') {
        value = Double.isNaN(value) ? 0 : value;
        value = place == 0 ? value * 10 + (c - '0') : value + (c - '0') * place;
        place /= 10;
      } else if (c == '.' && !Double.isNaN(value) && place == 0) {
        place = 0.1;
      } else if (Double.isNaN(value)) {
        negative |= c == '-' || c == '\u2212';
      } else if (c != ',') {
        break;
      }
    }
    while (k < tokens.end(i) && tokens.foldedAt(k) == ' ') {
      k++;
    }
    double scaled = value * (k < tokens.end(i) ? scale(tokens.foldedAt(k)) : 1);
    return negative ? -scaled : scaled;
  }

  /// The scale by the first letter of its word: "k", "million", "bn", "trn", "crore", "lakh".
  private static double scale(char letter) {
    return switch (letter) {
      case 'k' -> 1e3;
      case 'l' -> 1e5;
      case 'm' -> 1e6;
      case 'c' -> 1e7;
      case 'b' -> 1e9;
      case 't' -> 1e12;
      default -> 1;
    };
  }
}
