package io.readthrough.core.claim;

import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.View;
import io.readthrough.core.note.View.Change;
import io.readthrough.core.note.View.Kind;
import io.readthrough.core.score.target.NameMention;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds the ratings and price targets that a note gives, with those before them where it tells:
/// "cut to Underweight from Neutral", "our target to $62 from $52". The first of a name counts, and
/// what was before it wherever the note tells that: a headline often does not.
public final class ViewFinder {
  private static final WordTable RATINGS = new WordTable();

  /// Words before a rating that make it one.
  private static final WordTable GIVES =
      WordTable.of(
          "to at with stay stays remain remains keep keeps kept reiterate repeat maintain rated"
              + " rating our is as our we initiate stay :");

  private static final WordTable BEFORE =
      WordTable.of("from was previously formerly old prior before");

  /// Words that may stand between "target" and its figure.
  private static final WordTable BETWEEN =
      WordTable.of("price of to is at : by goes rises falls (");

  private static final int TO_FIGURE = 4;
  private static final int TO_PREVIOUS = 4;

  static {
    rating("buy outperform overweight add accumulate", 1);
    rating("neutral hold equal-weight equalweight market-perform", 0);
    rating("sell underperform underweight reduce", -1);
  }

  private final ReadNote note;
  private final Tokens tokens;
  private final List<FoundView> found = new ArrayList<>();

  /// Where in `found` the view of a kind and name is.
  private final Map<String, Integer> known = new HashMap<>();

  private ViewFinder(ReadNote note) {
    this.note = note;
    this.tokens = note.tokens();
  }

  /// A view and where it stands; the view names no evidence yet.
  public record FoundView(View view, TextSpan span) {}

  /// The ratings and targets of a note in the text's order.
  public static List<FoundView> find(ReadNote note) {
    ViewFinder finder = new ViewFinder(note);
    finder.find();
    return finder.found;
  }

  private void find() {
    int nextMention = 0;
    int last = -1;
    for (int s = 0; s < note.sentences().size(); s++) {
      if (!note.isScored().test(s)) {
        continue;
      }
      int first = note.sentences().first(s);
      int end = note.sentences().end(s);
      last = note.subject();
      while (nextMention < note.mentions().size()
          && note.mentions().get(nextMention).first() < first) {
        nextMention++;
      }
      int m = nextMention;
      for (int i = first; i < end; i++) {
        while (m < note.mentions().size() && note.mentions().get(m).end() <= i) {
          NameMention mention = note.mentions().get(m++);
          boolean driver = note.names().get(mention.name()).isDriver();
          last = driver ? last : mention.name();
        }
        if (last >= 0) {
          rating(i, first, end, last);
          target(i, first, end, last);
        }
      }
    }
  }

  private void rating(int i, int first, int end, int name) {
    int order = order(i);
    if (order < 0 || i == first || !isGiven(i, first, end)) {
      return;
    }
    String previous = null;
    int previousOrder = 0;
    int to = i + 1;
    for (int k = i + 1; k < Math.min(end, i + 1 + TO_PREVIOUS); k++) {
      if (order(k) >= 0 && BEFORE.find(tokens, k - 1) >= 0) {
        previous = tokens.text(k);
        previousOrder = order(k);
        to = k + 1;
      }
    }
    Change change = previous == null ? Change.NEW : change(order - previousOrder);
    add(Kind.RATING, name, tokens.text(i), order - 1.0, previous, change, i, to);
  }

  private boolean isGiven(int i, int first, int end) {
    if (BEFORE.find(tokens, i - 1) >= 0) {
      return false;
    }
    boolean rated = i + 1 < end && (tokens.is(i + 1, "rating") || tokens.is(i + 1, "reiterated"));
    boolean listed = tokens.isMark(i - 1, ',') || tokens.isMark(i - 1, ')');
    for (int k = Math.max(first, i - TO_PREVIOUS); k < i; k++) {
      rated |= tokens.is(k, "rate") || tokens.is(k, "rates") || tokens.is(k, "rated");
    }
    return rated || listed || GIVES.find(tokens, i - 1) >= 0;
  }

  /// 2 for a rating to buy, 1 for one to hold, 0 for one to sell; -1 for no rating. Ratings are
  /// capitalised: "we buy" is none.
  private int order(int i) {
    return tokens.capitalised(i) ? RATINGS.find(tokens, i) : -1;
  }

  private void target(int i, int first, int end, int name) {
    if (!isTarget(i, first)) {
      return;
    }
    int figure = -1;
    for (int k = i + 1; k < Math.min(end, i + 1 + TO_FIGURE); k++) {
      if (tokens.is(k, TokenKind.MONEY)) {
        figure = k;
        break;
      }
      if (BETWEEN.find(tokens, k) < 0) {
        break;
      }
    }
    if (figure < 0 && i > first && tokens.is(i - 1, TokenKind.MONEY)) {
      figure = i - 1;
    }
    if (figure < 0) {
      return;
    }
    int previous = -1;
    for (int k = figure + 1; k < Math.min(end, figure + 1 + TO_PREVIOUS); k++) {
      if (tokens.is(k, TokenKind.MONEY) && BEFORE.find(tokens, k - 1) >= 0) {
        previous = k;
      }
    }
    Double number = number(figure);
    Double before = previous < 0 ? null : number(previous);
    Change change =
        number == null || before == null ? Change.NEW : change(number.compareTo(before));
    add(
        Kind.PRICE_TARGET,
        name,
        tokens.text(figure),
        number,
        previous < 0 ? null : tokens.text(previous),
        change,
        Math.min(i, figure),
        Math.max(Math.max(i, figure), previous) + 1);
  }

  private boolean isTarget(int i, int first) {
    boolean price = i > first && tokens.is(i - 1, "price");
    boolean brief = tokens.capitalised(i) && (tokens.is(i, "tp") || tokens.is(i, "pt"));
    return tokens.is(i, "target") || brief || (price && tokens.is(i, "objective"));
  }

  /// The digits of an amount, read as a number; null when they make none.
  private @Nullable Double number(int i) {
    String digits = tokens.folded(i).replaceAll("[^0-9.]", "");
    try {
      return Double.valueOf(digits);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Change change(int sign) {
    if (sign == 0) {
      return Change.UNCHANGED;
    }
    return sign > 0 ? Change.RAISED : Change.LOWERED;
  }

  private void add(
      Kind kind,
      int name,
      String value,
      @Nullable Double number,
      @Nullable String previous,
      Change change,
      int from,
      int to) {
    String entityId = note.names().get(name).entityId();
    View view = new View(kind, entityId, null, value, number, previous, change, null, List.of());
    FoundView it = new FoundView(view, tokens.span(from, to));
    Integer place = known.putIfAbsent(kind + entityId, found.size());
    if (place == null) {
      found.add(it);
    } else if (completes(view, found.get(place).view())) {
      found.set(place, it);
    }
  }

  /// Whether it is the same view with what was before it.
  private static boolean completes(View view, View first) {
    return first.previous() == null
        && view.previous() != null
        && Objects.equals(view.number(), first.number());
  }

  private static void rating(String words, int order) {
    for (String word : words.split(" ", -1)) {
      RATINGS.add(word, order + 1);
    }
  }
}
