package io.readthrough.core.fact.sentence;

import io.readthrough.core.fact.choice.FigureSign;
import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.item.Cue;
import io.readthrough.core.fact.item.FigureContext;
import io.readthrough.core.fact.item.SentenceItems;
import io.readthrough.core.fact.item.SentenceItems.Break;
import io.readthrough.core.fact.item.SentenceItems.Comma;
import io.readthrough.core.fact.item.SentenceItems.CueItem;
import io.readthrough.core.fact.item.SentenceItems.FigureItem;
import io.readthrough.core.fact.item.SentenceItems.MetricItem;
import io.readthrough.core.fact.item.SentenceItems.OtherWord;
import io.readthrough.core.fact.item.SentenceItems.PeriodItem;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads how figures stand in their sentence.
final class FigureSigns {
  /// How far before a figure the author may speak of himself.
  private static final int OWN_REACH = 10;

  /// How far behind a figure a target price may be named.
  private static final int TARGET_REACH = 5;

  private static final WordTable OURS = WordTable.of("we our i my us ours mine we'd we'll i'd");

  private static final FigureSign[] MONEY_SIZES = between("MONEY_0", "MONEY_100_BILLION");
  private static final double[] MONEY_FROM = {1, 10, 100, 1e3, 1e5, 1e7, 1e8, 1e9, 1e10, 1e11};
  private static final FigureSign[] PERCENT_SIZES = between("PERCENT_0", "PERCENT_100");
  private static final double[] PERCENT_FROM = {1, 3, 6, 12, 25, 50, 75, 100.01};
  private static final FigureSign[] MULTIPLE_SIZES = between("MULTIPLE_0", "MULTIPLE_30");
  private static final double[] MULTIPLE_FROM = {1, 2, 4, 8, 15, 30};
  private static final FigureSign[] COUNT_SIZES = between("COUNT_0", "COUNT_1_MILLION");
  private static final double[] COUNT_FROM = {10, 100, 1e3, 1e4, 1e6};

  private final SentenceItems items;
  private final Tokens tokens;
  private final FigureContext context;

  FigureSigns(SentenceItems items, FigureContext context) {
    this.items = items;
    this.tokens = items.tokens();
    this.context = context;
  }

  private static FigureSign[] between(String first, String last) {
    return EnumSet.range(FigureSign.valueOf(first), FigureSign.valueOf(last))
        .toArray(FigureSign[]::new);
  }

  /// How the figure of `draft` stands.
  Set<FigureSign> of(Draft draft) {
    Set<FigureSign> signs = EnumSet.noneOf(FigureSign.class);
    int k = draft.at();
    int left = context.left(k);
    signs.add(before(k, left));
    article(k, signs);
    signs.add(behind(k));
    if (items.isRatedBefore(k)) {
      signs.add(FigureSign.AFTER_RATING);
    }
    if (isBeforeTarget(k)) {
      signs.add(FigureSign.BEFORE_TARGET);
    }
    if (items.cue(k + 1) == Cue.OF) {
      whole(k + 2, signs);
    }
    number(draft, signs);
    if (draft.level != null && draft.hasChange()) {
      signs.add(FigureSign.WITH_CHANGE);
    }
    if (draft.period() != null) {
      signs.add(FigureSign.WITH_PERIOD);
    }
    signs.add(
        switch (draft.kind) {
          case ACTUAL, DERIVED -> FigureSign.REPORTED;
          case GUIDANCE -> FigureSign.GUIDED;
          case ESTIMATE -> FigureSign.ESTIMATED;
          case CONSENSUS -> FigureSign.EXPECTED;
        });
    signs.add(named(items.names().typeNear(k)));
    FigureSign next = next(items.names().typeRightAfter(k));
    if (next != null) {
      signs.add(next);
    }
    if (isOurs(k)) {
      signs.add(FigureSign.OURS);
    }
    return signs;
  }

  /// "Outperform, HK$108, target HK$135": a price before what it should become.
  private boolean isBeforeTarget(int k) {
    for (int j = k + 1; j < items.size() && j - k <= TARGET_REACH; j++) {
      if (items.get(j) instanceof MetricItem m) {
        return m.metric().id().equals("price_target");
      }
      if (items.get(j) instanceof FigureItem) {
        return false;
      }
    }
    return false;
  }

  private FigureSign before(int k, int left) {
    if (left < 0 || items.isLineBefore(k)) {
      return FigureSign.FIRST;
    }
    if (items.names().isNameBefore(left + 1)) {
      return FigureSign.AFTER_NAME;
    }
    return switch (items.get(left)) {
      case MetricItem ignored -> FigureSign.AFTER_METRIC;
      case FigureItem ignored -> FigureSign.AFTER_FIGURE;
      case PeriodItem ignored -> FigureSign.AFTER_PERIOD;
      case Comma ignored ->
          context.isBracket(left) ? FigureSign.AFTER_BRACKET : FigureSign.AFTER_COMMA;
      case Break ignored -> FigureSign.AFTER_BREAK;
      case CueItem c -> after(left, c.cue());
      case OtherWord ignored -> word(left);
    };
  }

  private FigureSign after(int left, Cue cue) {
    return switch (cue) {
      case UP, OWN_UP -> FigureSign.AFTER_UP;
      case DOWN, OWN_DOWN -> FigureSign.AFTER_DOWN;
      case RISE, DROP -> FigureSign.AFTER_NOUN_OF_CHANGE;
      case OF -> FigureSign.AFTER_OF;
      case IN -> items.is(left, "on") ? FigureSign.AFTER_ON : FigureSign.AFTER_IN;
      case AT -> items.is(left, "at") ? FigureSign.AFTER_AT : FigureSign.AFTER_IS;
      case TO -> FigureSign.AFTER_TO;
      case FROM -> FigureSign.AFTER_FROM;
      case BY -> FigureSign.AFTER_BY;
      case EARN -> FigureSign.AFTER_EARNED;
      case AVERAGE -> FigureSign.AFTER_AVERAGE;
      case WORTH -> FigureSign.AFTER_WORTH;
      case ABOVE -> FigureSign.AFTER_ABOVE;
      case BELOW -> FigureSign.AFTER_BELOW;
      case BEAT, MISS -> FigureSign.AFTER_BEAT;
      case CONSENSUS -> FigureSign.AFTER_CONSENSUS;
      case GUIDANCE -> FigureSign.AFTER_GUIDANCE;
      case ESTIMATE -> FigureSign.AFTER_ESTIMATE;
      case OWN -> FigureSign.AFTER_OWN;
      case JOIN -> items.is(left, "with") ? FigureSign.AFTER_WITH : FigureSign.AFTER_JOIN;
      case FLAT,
          ABOUT,
          MORE_THAN,
          LESS_THAN,
          YEAR_ON_YEAR,
          QUARTER_ON_QUARTER,
          MONTH_ON_MONTH,
          ARTICLE,
          NONE ->
          FigureSign.AFTER_WORD;
    };
  }

  private FigureSign word(int left) {
    int token = items.get(left).to() - 1;
    return switch (WordClass.of(tokens, token)) {
      case TO -> FigureSign.AFTER_TO;
      case BY -> FigureSign.AFTER_BY;
      case THAN -> FigureSign.AFTER_THAN;
      case BE -> FigureSign.AFTER_IS;
      case HAVE -> FigureSign.AFTER_HAS;
      case COORDINATOR, SUBORDINATOR, RELATIVE -> FigureSign.AFTER_JOIN;
      case PREPOSITION ->
          tokens.is(token, "on")
              ? FigureSign.AFTER_ON
              : tokens.is(token, "for") ? FigureSign.AFTER_FOR : FigureSign.AFTER_WITH;
      case DETERMINER, POSSESSIVE, PRONOUN, MODAL, DO, ADVERB, OPEN, NONE -> FigureSign.AFTER_WORD;
    };
  }

  /// The article directly before the figure.
  private void article(int k, Set<FigureSign> signs) {
    int token = items.get(k).from() - 1;
    if (k == 0) {
      return;
    }
    if (tokens.is(token, "a") || tokens.is(token, "an") || tokens.is(token, "another")) {
      signs.add(FigureSign.AFTER_A);
    } else if (tokens.is(token, "the")) {
      signs.add(FigureSign.AFTER_THE);
    } else if (WordClass.of(tokens, token) == WordClass.POSSESSIVE
        || tokens.is(token, TokenKind.CLITIC)) {
      signs.add(FigureSign.AFTER_POSSESSIVE);
    }
  }

  private FigureSign behind(int k) {
    if (k + 1 >= items.size()) {
      return FigureSign.LAST;
    }
    return switch (items.get(k + 1)) {
      case MetricItem ignored -> FigureSign.BEFORE_METRIC;
      case FigureItem ignored -> FigureSign.BEFORE_FIGURE;
      case PeriodItem ignored -> FigureSign.BEFORE_PERIOD;
      case Comma c ->
          tokens.isMark(c.from(), ')') || tokens.isMark(c.from(), '(')
              ? FigureSign.BEFORE_BRACKET
              : FigureSign.BEFORE_COMMA;
      case Break ignored -> FigureSign.BEFORE_BREAK;
      case CueItem c -> before(k + 1, c.cue());
      case OtherWord w -> wordBehind(w);
    };
  }

  private FigureSign before(int k, Cue cue) {
    return switch (cue) {
      case OF -> FigureSign.BEFORE_OF;
      case IN -> items.is(k, "on") ? FigureSign.BEFORE_ON : FigureSign.BEFORE_IN;
      case AT -> items.is(k, "at") ? FigureSign.BEFORE_AT : FigureSign.BEFORE_IS;
      case TO -> FigureSign.BEFORE_TO;
      case FROM -> FigureSign.BEFORE_FROM;
      case ARTICLE -> FigureSign.BEFORE_A;
      case UP, DOWN, RISE, DROP, MORE_THAN, LESS_THAN, OWN_UP, OWN_DOWN, FLAT ->
          FigureSign.BEFORE_CHANGE;
      case YEAR_ON_YEAR, QUARTER_ON_QUARTER, MONTH_ON_MONTH -> FigureSign.BEFORE_BASIS;
      case ABOVE, BELOW, BEAT, MISS -> FigureSign.BEFORE_ABOVE;
      case JOIN -> FigureSign.BEFORE_JOIN;
      case ABOUT, BY, EARN, AVERAGE, WORTH, CONSENSUS, GUIDANCE, ESTIMATE, OWN, NONE ->
          FigureSign.BEFORE_WORD;
    };
  }

  private FigureSign wordBehind(OtherWord word) {
    int token = word.from();
    return switch (WordClass.of(tokens, token)) {
      case PREPOSITION ->
          tokens.is(token, "on")
              ? FigureSign.BEFORE_ON
              : tokens.is(token, "for") ? FigureSign.BEFORE_FOR : FigureSign.BEFORE_IN;
      case TO -> FigureSign.BEFORE_TO;
      case BE -> FigureSign.BEFORE_IS;
      case COORDINATOR, SUBORDINATOR, RELATIVE -> FigureSign.BEFORE_JOIN;
      case DETERMINER, POSSESSIVE -> FigureSign.BEFORE_A;
      case BY, THAN, PRONOUN, HAVE, MODAL, DO, ADVERB, NONE -> FigureSign.BEFORE_WORD;
      case OPEN -> tokens.capitalised(token) ? FigureSign.BEFORE_NAME : FigureSign.BEFORE_WORD;
    };
  }

  /// What a figure is "of", from item `k` on.
  private void whole(int k, Set<FigureSign> signs) {
    int j = k;
    if (items.cue(j) == Cue.ARTICLE) {
      j++;
    }
    if (j >= items.size()) {
      return;
    }
    int token = items.get(j).from();
    if (items.get(j) instanceof MetricItem) {
      signs.add(FigureSign.BEFORE_OF_METRIC);
    } else if (tokens.capitalised(token)) {
      signs.add(FigureSign.BEFORE_OF_NAME);
    } else if (WordClass.of(tokens, items.get(k).from()) == WordClass.POSSESSIVE) {
      signs.add(FigureSign.BEFORE_OF_POSSESSIVE);
    }
  }

  private void number(Draft draft, Set<FigureSign> signs) {
    signs.add(unit(draft.figureKind()));
    Figure level = draft.level;
    Double moved = level == null ? draft.changeValue() : null;
    double size = level != null ? Math.abs(level.high().doubleValue()) : moved == null ? -1 : moved;
    if (level != null) {
      if (level.isRange()) {
        signs.add(FigureSign.RANGE);
      }
      if (context.isSigned(level)) {
        signs.add(FigureSign.SIGNED);
      }
      if (level.high().stripTrailingZeros().scale() > 0) {
        signs.add(FigureSign.DECIMAL);
      }
    }
    if (size < 0) {
      return;
    }
    switch (draft.figureKind()) {
      case MONEY -> signs.add(MONEY_SIZES[step(MONEY_FROM, size)]);
      case PERCENT -> signs.add(PERCENT_SIZES[step(PERCENT_FROM, size)]);
      case MULTIPLE -> signs.add(MULTIPLE_SIZES[step(MULTIPLE_FROM, size)]);
      case COUNT -> signs.add(COUNT_SIZES[step(COUNT_FROM, size)]);
      case BPS, DURATION, POWER, ENERGY, MASS, VOLUME, HASHRATE, COINS, POINTS -> {}
    }
  }

  private static FigureSign unit(Figure.Kind kind) {
    return switch (kind) {
      case MONEY -> FigureSign.MONEY;
      case PERCENT -> FigureSign.PERCENT;
      case BPS -> FigureSign.BPS;
      case MULTIPLE -> FigureSign.MULTIPLE;
      case COUNT -> FigureSign.COUNT;
      case DURATION -> FigureSign.DURATION;
      case POWER -> FigureSign.POWER;
      case ENERGY -> FigureSign.ENERGY;
      case MASS -> FigureSign.MASS;
      case VOLUME -> FigureSign.VOLUME;
      case HASHRATE -> FigureSign.HASHRATE;
      case COINS -> FigureSign.COINS;
      case POINTS -> FigureSign.POINTS;
    };
  }

  private static int step(double[] from, double size) {
    int step = 0;
    while (step < from.length && size >= from[step]) {
      step++;
    }
    return step;
  }

  private static FigureSign named(@Nullable AssetType type) {
    if (type == null) {
      return FigureSign.NEAR_NOTHING;
    }
    return switch (type) {
      case EQUITY, GROUP -> FigureSign.NEAR_EQUITY;
      case ETF -> FigureSign.NEAR_FUND;
      case CRYPTO -> FigureSign.NEAR_COIN;
      case COMMODITY -> FigureSign.NEAR_COMMODITY;
      case INDEX -> FigureSign.NEAR_INDEX;
      case FX -> FigureSign.NEAR_CURRENCY;
      case RATE -> FigureSign.NEAR_RATE;
      case PRIVATE -> FigureSign.NEAR_PRIVATE;
    };
  }

  private static @Nullable FigureSign next(@Nullable AssetType type) {
    if (type == null) {
      return null;
    }
    return switch (type) {
      case EQUITY, PRIVATE, ETF -> FigureSign.BEFORE_COMPANY;
      case CRYPTO -> FigureSign.BEFORE_COIN;
      case COMMODITY -> FigureSign.BEFORE_COMMODITY;
      case INDEX, FX, RATE, GROUP -> null;
    };
  }

  private boolean isOurs(int k) {
    for (int j = k - 1; j >= 0 && k - j <= OWN_REACH; j--) {
      if (items.get(j) instanceof Break) {
        return false;
      }
      if (OURS.find(tokens, items.get(j).from()) != WordTable.ABSENT) {
        return true;
      }
    }
    return false;
  }
}
