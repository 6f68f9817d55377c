package io.readthrough.core.fact.item;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.item.SentenceItems.Break;
import io.readthrough.core.fact.item.SentenceItems.Comma;
import io.readthrough.core.fact.item.SentenceItems.FigureItem;
import io.readthrough.core.fact.item.SentenceItems.MetricItem;
import io.readthrough.core.fact.item.SentenceItems.OtherWord;
import io.readthrough.core.fact.item.SentenceItems.PeriodItem;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.metric.MetricFamilies;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.note.Fact.Kind;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.Tokens;
import java.math.BigDecimal;

/// What stands around a figure of a sentence: the words that tell what it is, its kind and its
/// period. Every look goes a bounded number of items far.
public final class FigureContext {
  /// How far a metric may stand from its level, in items, and how many of those may be other words.
  private static final int LEVEL_REACH = 9;

  private static final int BASIS_REACH = 5;

  private static final int KIND_REACH = 14;

  /// How far the metric of a figure may stand that nothing else ties to one.
  private static final int FAR_REACH = 24;

  private static final BigDecimal LEAST_BOND_PRICE = BigDecimal.valueOf(20);

  private static final BigDecimal MOST_BOND_PRICE = BigDecimal.valueOf(150);

  private final SentenceItems items;
  private final NearPeriods periods;
  private final CountedThings things;
  private final Causes causes;

  /// What stands around the figures of `items`.
  public FigureContext(SentenceItems items) {
    this.items = items;
    this.periods = new NearPeriods(items);
    this.things = new CountedThings(items);
    this.causes = new Causes(items, this);
  }

  /// The periods around figures.
  public NearPeriods periods() {
    return periods;
  }

  /// What numbers count.
  public CountedThings things() {
    return things;
  }

  /// Figures that only move others.
  public Causes causes() {
    return causes;
  }

  /// Whether a figure between items `left` and `right` is what others expect.
  public boolean isExpected(int left, int right) {
    Cue l = items.cue(left);
    Cue r = items.cue(right);
    return l == Cue.CONSENSUS
        || r == Cue.CONSENSUS
        || (r == Cue.ESTIMATE && l == Cue.JOIN && items.is(right, "expected"))
        || ((l == Cue.OF || l == Cue.AT) && items.cue(beforeLinks(left)) == Cue.CONSENSUS);
  }

  /// The item before item `k` that is no "is", "at" or "of".
  private int beforeLinks(int k) {
    int j = k;
    while (j >= 0 && k - j < BASIS_REACH && (items.cue(j) == Cue.AT || items.cue(j) == Cue.OF)) {
      j--;
    }
    return j;
  }

  /// Whether item `left` is the verb of a loss.
  public boolean isLost(int left) {
    return items.is(left, "lost") || items.is(left, "loses") || items.is(left, "lose");
  }

  /// Whether the author is who does what item `verb` tells: "we lose", "we'd lose".
  public boolean isOurs(int verb) {
    for (int j = verb - 1; j >= 0 && verb - j <= 3; j--) {
      if (items.is(j, "we") || items.is(j, "us")) {
        return true;
      }
    }
    return false;
  }

  /// Whether debt is named not far before item `k`.
  public boolean mentionsDebt(int k) {
    for (int j = k - 1; j >= 0 && k - j < FAR_REACH; j--) {
      if (items.get(j) instanceof MetricItem m && MetricFamilies.DEBTS.contains(m.metric().id())) {
        return true;
      }
    }
    return false;
  }

  /// "$5.32 a share".
  public boolean isAShare(int k) {
    int token = items.get(k).to();
    return k + 2 < items.size()
        && (items.tokens().is(token, "a") || items.tokens().is(token, "per"))
        && items.tokens().is(token + 1, "share");
  }

  /// What a change is measured against, as told from item `right` on.
  public Change.Basis basis(int right) {
    for (int j = right; j >= 0 && j < items.size() && j - right < BASIS_REACH; j++) {
      if (items.get(j) instanceof FigureItem || items.get(j) instanceof Break) {
        break;
      }
      Cue cue = items.cue(j);
      if (cue == Cue.YEAR_ON_YEAR) {
        return Change.Basis.YEAR_ON_YEAR;
      }
      if (cue == Cue.QUARTER_ON_QUARTER) {
        return Change.Basis.QUARTER_ON_QUARTER;
      }
      if (cue == Cue.MONTH_ON_MONTH) {
        return Change.Basis.MONTH_ON_MONTH;
      }
    }
    return Change.Basis.UNSPECIFIED;
  }

  /// Whether what a figure stands above or below is the author's own.
  public boolean isAgainstOwn(int right) {
    for (int j = right + 1; j < items.size() && j - right <= 2; j++) {
      if (items.cue(j) == Cue.OWN) {
        return true;
      }
    }
    return false;
  }

  /// Whether what a figure stands above or below is a figure too.
  public boolean isAboveFigure(int right) {
    for (int j = right + 1; j < items.size() && j - right <= 2; j++) {
      if (items.get(j) instanceof FigureItem) {
        return true;
      }
    }
    return false;
  }

  /// What a figure stands above or below.
  public Change.Basis reference(int right) {
    for (int j = right + 1; j < items.size() && j - right < LEVEL_REACH; j++) {
      Cue cue = items.cue(j);
      if (cue == Cue.CONSENSUS) {
        return Change.Basis.AGAINST_CONSENSUS;
      }
      if (cue == Cue.GUIDANCE) {
        return Change.Basis.AGAINST_GUIDANCE;
      }
      if (cue == Cue.OWN || items.get(j) instanceof Comma || items.get(j) instanceof Break) {
        break;
      }
    }
    return Change.Basis.UNSPECIFIED;
  }

  /// The item before item `k` that says something, and is neither an article nor "about".
  public int left(int k) {
    int j = k - 1;
    while (j >= 0 && k - j < LEVEL_REACH && (isFiller(j) || isSign(j))) {
      j--;
    }
    return j;
  }

  /// "minus 4%", "+US$11": whether item `j` is a sign by itself.
  private boolean isSign(int j) {
    return items.is(j, "minus")
        || items.is(j, "plus")
        || items.tokens().isMark(items.get(j).from(), '+');
  }

  /// The item after item `k`, articles left out.
  public int right(int k) {
    int j = k + 1;
    while (j < items.size() && j - k < LEVEL_REACH && items.cue(j) == Cue.ARTICLE) {
      j++;
    }
    return j;
  }

  private boolean isFiller(int j) {
    return Cue.isAbout(items.cue(j)) || items.cue(j) == Cue.ARTICLE;
  }

  /// Whether "about" or the like stands before figure `k`.
  public boolean isApproximate(int k) {
    for (int j = k - 1; j >= 0 && k - j < LEVEL_REACH && isFiller(j); j--) {
      if (Cue.isAbout(items.cue(j))) {
        return true;
      }
    }
    return false;
  }

  /// Whether item `k` opens a bracket.
  public boolean isBracket(int k) {
    return k >= 0
        && items.get(k) instanceof Comma
        && items.tokens().isMark(items.get(k).from(), '(');
  }

  /// Whether a plus or a minus stands before a figure, as a mark or in words.
  public boolean isSigned(Figure figure) {
    Tokens tokens = items.tokens();
    int from = figure.from();
    char c = tokens.foldedAt(tokens.start(from));
    boolean worded = from > 0 && (tokens.is(from - 1, "minus") || tokens.is(from - 1, "plus"));
    return worded || isPlusBefore(from) || c == '+' || c == '-' || c == '\u2212' || c == '\u2013';
  }

  /// "S+450": whether points are over a rate of reference.
  public boolean isMargin(Figure figure) {
    Tokens tokens = items.tokens();
    int from = figure.from();
    return figure.kind() == Figure.Kind.BPS
        && from > 0
        && tokens.isMark(from - 1, '+')
        && !tokens.spaceBefore(from)
        && !isPlusBefore(from);
  }

  /// "+US$11", whose sign is a token of its own; that of "S+450" is none.
  private boolean isPlusBefore(int from) {
    Tokens tokens = items.tokens();
    return from > 1
        && tokens.isMark(from - 1, '+')
        && !tokens.spaceBefore(from)
        && (tokens.spaceBefore(from - 1) || tokens.isMark(from - 2, '('));
  }

  /// What kind of fact figure `k` is when item `metric` names its metric, `named`.
  public Kind kind(int k, int metric, Metric named) {
    if (MetricFamilies.VIEWS.contains(named.id())) {
      return Kind.ESTIMATE;
    }
    Cue bound = items.cue(left(k));
    boolean isBound = bound == Cue.ABOVE || bound == Cue.BELOW;
    Kind kind = isBound ? Kind.ESTIMATE : Kind.ACTUAL;
    for (int j = Math.max(k, metric); j >= 0 && k - j < KIND_REACH; j--) {
      if (items.get(j) instanceof Break) {
        break;
      }
      Cue cue = items.cue(j);
      if (cue == Cue.GUIDANCE) {
        return Kind.GUIDANCE;
      }
      boolean estimated = items.get(j) instanceof PeriodItem p && isEstimate(p);
      if (items.is(j, ":") && j < metric) {
        break;
      }
      boolean near = j >= metric - 2 || j >= left(k) - 1;
      boolean own = cue == Cue.OWN_UP || cue == Cue.OWN_DOWN || (cue == Cue.OWN && near);
      if (cue == Cue.ESTIMATE || own || estimated) {
        kind = Kind.ESTIMATE;
      }
      if (cue == Cue.CONSENSUS && kind == Kind.ACTUAL && j > metric - 2 && j < metric) {
        kind = Kind.CONSENSUS;
      }
    }
    return kind == Kind.ACTUAL && isOwn(k) ? Kind.ESTIMATE : kind;
  }

  /// "free cash flow of $4.4 billion in our numbers".
  private boolean isOwn(int k) {
    for (int j = k + 1; j < items.size() && j - k <= 3; j++) {
      Cue cue = items.cue(j);
      if (cue == Cue.ESTIMATE || cue == Cue.OWN) {
        return true;
      }
      if (items.get(j) instanceof FigureItem
          || items.get(j) instanceof Comma
          || items.get(j) instanceof Break
          || cue == Cue.BEAT
          || cue == Cue.MISS
          || cue == Cue.JOIN) {
        return false;
      }
    }
    return false;
  }

  private boolean isEstimate(PeriodItem period) {
    return period.period().estimate();
  }

  /// Whether somebody is said to have a figure: "we had 640", "consensus 612".
  public boolean isSpoken(int left) {
    Cue cue = items.cue(left);
    return cue == Cue.ESTIMATE
        || cue == Cue.OWN
        || cue == Cue.CONSENSUS
        || cue == Cue.GUIDANCE
        || cue == Cue.TO
        || cue == Cue.AT;
  }

  /// Whether item `left` sets one figure against another.
  public boolean isAgainst(int left) {
    return items.is(left, "against")
        || (items.cue(left) == Cue.JOIN && items.isCompared(left))
        || items.is(left, "versus")
        || items.is(left, "v")
        || items.is(left, "vs");
  }

  /// Whether a plain number is the price of a bond, in points of its face value: "notes at 91",
  /// "10.25% 2029s to Sell at 101".
  public boolean isBondPrice(int k, Figure figure) {
    int left = left(k);
    Cue l = items.cue(left);
    boolean priced =
        l == Cue.AT
            || l == Cue.TO
            || l == Cue.FROM
            || l == Cue.ABOVE
            || l == Cue.BELOW
            || l == Cue.WORTH
            || l == Cue.OF
            || items.is(left, ",");
    int named = l == Cue.AT || l == Cue.OF ? left - 1 : left;
    boolean told =
        named >= 0
            && items.get(named) instanceof MetricItem m
            && m.metric().id().equals("bond_price");
    return (told || (priced && items.isOfBond(k)))
        && figure.low().compareTo(LEAST_BOND_PRICE) >= 0
        && figure.high().compareTo(MOST_BOND_PRICE) <= 0;
  }

  /// Whether words of its own, and no pronoun alone, stand before a figure in its clause.
  public boolean hasSubject(int k) {
    int words = 0;
    for (int j = k - 1; j >= 0 && k - j < FAR_REACH; j--) {
      if (items.get(j) instanceof Comma || items.get(j) instanceof Break) {
        break;
      }
      boolean open = items.get(j) instanceof OtherWord && items.isSubject(j);
      words += open ? 1 : 0;
    }
    return words > 0;
  }

  /// Whether item `k` ends a clause or a cell.
  public boolean isBreak(int k) {
    return k >= 0 && k < items.size() && items.get(k) instanceof Break;
  }

  /// Whether the value of a deal is named not far before item `k`.
  public boolean speaksOfDeal(int k) {
    for (int j = k - 1; j >= 0 && k - j < FAR_REACH; j--) {
      if (items.get(j) instanceof MetricItem m && m.metric().id().equals("deal_value")) {
        return true;
      }
    }
    return false;
  }

  /// Whether shares are rated at a multiple, which is of earnings unless it is said of what:
  /// "trades on 17x", "Analog Devices (25x)".
  public boolean isRating(int k) {
    int left = left(k);
    return items.is(left, "at")
        || items.is(left, "on")
        || items.cue(left) == Cue.AT
        || (isBracket(left) && items.names().typeNear(left) == AssetType.EQUITY);
  }
}
