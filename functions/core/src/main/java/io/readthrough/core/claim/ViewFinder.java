package io.readthrough.core.claim;

import io.readthrough.core.claim.ReadNote.Named;
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
      WordTable.of("to at with rated rating our is as we initiate :");

  /// Words that leave a rating as it was: "we stay Underweight", "repeat our Outperform".
  private static final WordTable KEEPS =
      WordTable.of(
          "stay stays stayed staying remain remains remained remaining keep keeps kept keeping"
              + " repeat repeats repeated repeating reiterate reiterates reiterated reiterating"
              + " maintain maintains maintained maintaining retain retains retained retaining");

  /// The same after it: "Hold (unchanged)", "our Buy rating maintained".
  private static final WordTable KEPT =
      WordTable.of("unchanged reiterated repeated maintained retained");

  /// Words that begin another matter between such a word and a rating: "we stay away and go to
  /// Sell".
  private static final WordTable TURNS = WordTable.of("and but to from");

  private static final WordTable BEFORE =
      WordTable.of("from was previously formerly old prior before");

  /// Words that may stand between "target" and its figure.
  private static final WordTable BETWEEN =
      WordTable.of(
          "price of to is at : by goes rises falls ( raised lifted increased upped cut lowered"
              + " trimmed reduced");

  /// A sentence opens with what is among so many of its tokens: "Freeport ...", "At Freeport ...".
  private static final int OPENING = 2;

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
    // Whom the paragraph speaks of: the company that last opened one of its sentences, or the
    // note's subject where a clause came back to it.
    int topic = note.subject();
    for (int s = 0; s < note.sentences().size(); s++) {
      int first = note.sentences().first(s);
      int end = note.sentences().end(s);
      if (tokens.paragraphBefore(first)) {
        topic = note.subject();
      }
      int last = topic;
      boolean scored = note.isScored().test(s);
      for (int i = first; i < end; i++) {
        if (scored && last >= 0) {
          rating(i, first, end, last);
          target(i, first, end, last);
        }
        while (nextMention < note.mentions().size()
            && note.mentions().get(nextMention).end() <= i + 1) {
          NameMention mention = note.mentions().get(nextMention++);
          Named name = note.names().get(mention.name());
          last = name.isDriver() ? last : mention.name();
          int from = first;
          if (mention.name() == note.subject()) {
            from = note.clauses().first(note.clauses().of(mention.first()));
          }
          boolean opens = mention.first() - from < OPENING;
          topic = opens && name.isCompany() ? mention.name() : topic;
        }
      }
    }
  }

  private void rating(int i, int first, int end, int name) {
    int order = order(i);
    boolean kept = order >= 0 && isKept(i, first, end);
    if (order < 0 || !(kept || isGiven(i, first, end))) {
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
    Change unmoved = kept ? Change.UNCHANGED : Change.NEW;
    Change change = previous == null ? unmoved : change(order - previousOrder);
    add(Kind.RATING, name, tokens.text(i), order - 1.0, previous, change, i, to);
  }

  /// Whether the note says that the rating stays as it was.
  private boolean isKept(int i, int first, int end) {
    for (int k = i - 1; k >= Math.max(first, i - TO_PREVIOUS); k--) {
      if (KEEPS.find(tokens, k) >= 0) {
        return true;
      }
      if (!tokens.is(k, TokenKind.WORD) || TURNS.find(tokens, k) >= 0) {
        break;
      }
    }
    int next = i + 1;
    while (next < end && (tokens.is(next, "rating") || tokens.isMark(next, '('))) {
      next++;
    }
    return next < end && KEPT.find(tokens, next) >= 0;
  }

  private boolean isGiven(int i, int first, int end) {
    if (i == first) {
      return standsAlone(i, end);
    }
    if (BEFORE.find(tokens, i - 1) >= 0) {
      return false;
    }
    boolean rated = i + 1 < end && tokens.is(i + 1, "rating");
    boolean listed = tokens.isMark(i - 1, ',') || tokens.isMark(i - 1, ')');
    for (int k = Math.max(first, i - TO_PREVIOUS); k < i; k++) {
      rated |= tokens.is(k, "rate") || tokens.is(k, "rates") || tokens.is(k, "rated");
    }
    boolean article = tokens.is(i - 1, "a") || tokens.is(i - 1, "an");
    boolean with = article && i - 2 >= first && tokens.is(i - 2, "with");
    return rated || listed || with || GIVES.find(tokens, i - 1) >= 0;
  }

  /// Whether nothing but the rating is said: "Underperform. Target €39".
  private boolean standsAlone(int i, int end) {
    return i + 1 == end || (i + 2 == end && tokens.isMark(i + 1, '.'));
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

  /// Whether it is the same view with what was before it, or with what became of it.
  private static boolean completes(View view, View first) {
    boolean tells =
        view.previous() != null || (first.change() == Change.NEW && view.change() != Change.NEW);
    return first.previous() == null && tells && Objects.equals(view.number(), first.number());
  }

  private static void rating(String words, int order) {
    for (String word : words.split(" ", -1)) {
      RATINGS.add(word, order + 1);
    }
  }
}
