package io.readthrough.core.fact.sentence;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.item.Cue;
import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.fact.item.FigureContext;
import io.readthrough.core.fact.item.SentenceItems;
import io.readthrough.core.fact.item.SentenceItems.Break;
import io.readthrough.core.fact.item.SentenceItems.Comma;
import io.readthrough.core.fact.item.SentenceItems.FigureItem;
import io.readthrough.core.fact.item.SentenceItems.MetricItem;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.metric.MetricFamilies;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.note.Fact.Kind;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.WordTable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads figures that no word beside them ties to a metric: by what the text speaks of, by the name
/// before them, by a price, or by their unit alone.
final class LooseFacts {
  /// How far the metric of a figure may stand that nothing else ties to one.
  private static final int FAR_REACH = 24;

  private static final int MULTIPLE_REACH = 6;

  private static final String YEARS = "2030s";

  private static final WordTable COMPARED =
      WordTable.of("the those that as more what its their our last");

  private static final WordTable BONDS = WordTable.of("perp perps perpetual perpetuals preferred");

  private static final BigDecimal MOST_EARNED_A_SHARE = BigDecimal.valueOf(1_000);

  private static final BigDecimal MOST_PER_SHARE = BigDecimal.valueOf(1_000_000);

  private final SentenceItems items;
  private final FactVocabulary vocabulary;
  private final FigureContext context;
  private final SentenceDrafts drafts;
  private final MetricLinks links;
  private final ChangeFacts changes;
  private final @Nullable SentenceDrafts previous;
  private final @Nullable Metric mentionedBefore;
  private final @Nullable Metric multipleBefore;

  /// @param previous the facts of the sentence before it in its paragraph; null when there are none
  /// @param mentionedBefore the metric that a short sentence without figures names directly before
  /// @param multipleBefore the multiple that the note named or told last; null when there is none
  LooseFacts(
      FactVocabulary vocabulary,
      FigureContext context,
      SentenceDrafts drafts,
      MetricLinks links,
      ChangeFacts changes,
      @Nullable SentenceDrafts previous,
      @Nullable Metric mentionedBefore,
      @Nullable Metric multipleBefore) {
    this.items = drafts.items;
    this.vocabulary = vocabulary;
    this.context = context;
    this.drafts = drafts;
    this.links = links;
    this.changes = changes;
    this.previous = previous;
    this.mentionedBefore = mentionedBefore;
    this.multipleBefore = multipleBefore;
  }

  /// The nearest metric of the clause that has such figures, else what the text speaks of, else the
  /// kind of figure by itself.
  void read(int k, Figure figure) {
    int left = context.left(k);
    int right = context.right(k);
    boolean expected = context.isExpected(left, right);
    Change change = changes.change(figure, left, right);
    boolean bond =
        figure.kind() == Figure.Kind.PERCENT && k + 1 < items.size() && items.isYear(k + 1);
    if (change == null && ((bond && items.cue(left) == null) || isCoupon(k, figure))) {
      // "6.5% 2034" names a bond.
      return;
    }
    if (change != null) {
      looseChange(k, figure, change);
      return;
    }
    if (changes.bareGrowth(k, figure, left)) {
      return;
    }
    Metric rate = exchangeRate(k, figure);
    if (rate != null) {
      boolean plain = figure.kind() == Figure.Kind.COUNT;
      Figure read = plain ? items.names().inQuoteCurrency(k, figure) : figure;
      drafts.setLevel(k, read, k, rate, context.kind(k, k, rate));
      return;
    }
    // A time or a number by itself is a date or a horizon more often than anything else.
    boolean plain =
        figure.kind() == Figure.Kind.DURATION
            || (figure.kind() == Figure.Kind.COUNT
                && figure.low().stripTrailingZeros().scale() <= 0);
    if (plain) {
      Metric topic = context.isSpoken(left) && !context.hasSubject(k) ? topic(figure) : null;
      if (topic == null) {
        topic =
            vocabulary
                .hints()
                .beside(items.tokens(), items.around(k, MULTIPLE_REACH), figure.kind());
      }
      if (topic == null
          && figure.kind() == Figure.Kind.COUNT
          && (context.things().areCountedBy(k) || context.things().isLarge(k, figure))) {
        topic = vocabulary.metric("other_quantity");
      }
      if (topic != null) {
        drafts.setLevel(k, figure, k, topic, expected ? Kind.CONSENSUS : context.kind(k, k, topic));
      }
      return;
    }
    int metric = links.farMetric(k, figure);
    boolean against = items.is(left, "against") || items.is(left, "versus");
    if (metric >= 0 && metric < k && drafts.hasLevel(metric) && !expected) {
      Metric named = links.named(metric, figure);
      if (against && named.id().equals("price_target")) {
        named = vocabulary.metric("share_price");
      }
      Draft draft = drafts.add(k, metric, named, context.kind(k, k, named), null);
      draft.level(figure, context.isApproximate(k));
      drafts.owners[k] = draft;
      return;
    }
    if (mentionedBefore != null && metric < 0 && !context.hasSubject(k)) {
      Metric topic = mentionedBefore.units().contains(figure.kind()) ? mentionedBefore : null;
      if (topic != null && drafts.list.isEmpty()) {
        drafts.setLevel(k, figure, k, topic, expected ? Kind.CONSENSUS : context.kind(k, k, topic));
        return;
      }
    }
    boolean mayBePrice = (metric < 0 || metric > k) && !expected;
    Metric price = mayBePrice ? price(k, figure) : null;
    if (price != null) {
      drafts.setLevel(k, figure, k, price, context.kind(k, k, price));
    } else if (metric >= 0) {
      Metric named = links.named(metric, figure);
      drafts.setLevel(
          k, figure, metric, named, expected ? Kind.CONSENSUS : context.kind(k, metric, named));
    }
    if (drafts.owners[k] == null) {
      if (figure.kind() == Figure.Kind.BPS && changes.impact(k, figure)) {
        return;
      }
      Metric topic = expected || !context.hasSubject(k) ? topic(figure) : null;
      Metric named = topic != null ? topic : byKind(k, figure);
      if (against && named != null && named.id().equals("price_target")) {
        named = vocabulary.metric("share_price");
      }
      if (named != null) {
        drafts.setLevel(k, figure, k, named, expected ? Kind.CONSENSUS : context.kind(k, k, named));
      }
    }
  }

  /// "9.25% perp", "4.25% 2030s": a coupon that is part of a bond's name.
  private boolean isCoupon(int k, Figure figure) {
    int token = figure.to();
    if (figure.kind() != Figure.Kind.PERCENT || k + 1 >= items.size()) {
      return false;
    }
    String next = items.tokens().folded(token);
    boolean year = next.length() == YEARS.length() && next.startsWith("20") && next.endsWith("s");
    return year || BONDS.find(items.tokens(), token) != WordTable.ABSENT;
  }

  /// A plain number behind the name of a currency or an index.
  private @Nullable Metric exchangeRate(int k, Figure figure) {
    boolean named =
        figure.kind() == Figure.Kind.COUNT
            && items.names().typeNear(k) == AssetType.FX
            && (items.cue(context.left(k)) != null || items.names().isNameBefore(k));
    return named || items.isAgainstCurrency(k) ? vocabulary.metric("exchange_rate") : null;
  }

  private void looseChange(int k, Figure figure, Change change) {
    int metric = -1;
    for (int j = k - 1; j >= 0 && k - j < FAR_REACH && metric < 0; j--) {
      if (items.get(j) instanceof MetricItem) {
        metric = j;
      } else if (items.get(j) instanceof Break) {
        break;
      }
    }
    Cue behind = items.cue(context.right(k));
    if (metric < 0 && (behind == Cue.ABOVE || behind == Cue.BELOW)) {
      for (int j = context.right(k) + 1;
          j < items.size() && j - k <= MULTIPLE_REACH && metric < 0;
          j++) {
        if (items.get(j) instanceof MetricItem) {
          metric = j;
        } else if (items.get(j) instanceof Comma || items.get(j) instanceof FigureItem) {
          break;
        }
      }
    }
    Metric named = metric >= 0 ? ((MetricItem) items.get(metric)).metric() : null;
    if (named == null) {
      named = moved(k, figure);
    }
    Draft last = drafts.last();
    boolean compared = change.basis() == Change.Basis.AGAINST_CONSENSUS;
    if (compared && last != null && last.metric().equals(named) && !last.hasChange()) {
      last.change(change, figure);
      drafts.owners[k] = last;
      return;
    }
    boolean ofUnit = change.unit() != Change.Unit.ABSOLUTE;
    if (named == null && (compared || !ofUnit)) {
      return;
    }
    boolean rate = figure.kind() == Figure.Kind.BPS && items.isRateMove(context.right(k));
    boolean growth = named == null && items.is(context.right(k), "growth");
    boolean signed = context.isSigned(figure) && !Cue.isDirection(items.cue(context.left(k)));
    if (growth || (named != null && signed && named.isRate() && metric < 0)) {
      Metric level = growth ? vocabulary.metric("revenue_growth") : named;
      if (level != null) {
        drafts.setLevel(k, figure, k, level, context.kind(k, k, level));
      }
      return;
    }
    if (named == null) {
      named = vocabulary.metric(rate ? "policy_rate" : "other_percentage");
    }
    int item = metric >= 0 ? metric : k;
    Draft draft = drafts.add(k, item, named, context.kind(k, item, named), null);
    draft.change(change, figure);
    drafts.owners[k] = draft;
  }

  /// What moves where no word names it: what the text speaks of, or the price of the name before.
  private @Nullable Metric moved(int k, Figure figure) {
    if (!context.hasSubject(k)) {
      Metric topic = topicOfChange();
      if (topic != null) {
        return topic;
      }
    }
    AssetType type = items.names().typeNear(k);
    if (type == null || figure.kind() != Figure.Kind.PERCENT) {
      Metric topic = topicOfChange();
      if (topic != null && MetricFamilies.CARRIED.contains(topic.id())) {
        return topic;
      }
      // What shrank 12% and has a name is a product or a market, by its sales.
      boolean sales = figure.kind() == Figure.Kind.PERCENT && items.hasCapitalBefore(k);
      return sales && Cue.isDirection(items.cue(context.left(k)))
          ? vocabulary.metric("revenue")
          : null;
    }
    return switch (type) {
      case CRYPTO, COMMODITY -> vocabulary.metric("spot_price");
      case FX -> vocabulary.metric("exchange_rate");
      case INDEX -> vocabulary.metric("index_level");
      case EQUITY, ETF -> {
        Metric topic = topicOfChange();
        yield topic != null && MetricFamilies.CARRIED.contains(topic.id())
            ? topic
            : vocabulary.metric("share_price");
      }
      case PRIVATE, RATE, GROUP -> null;
    };
  }

  /// The metric that the text speaks of and that has such figures: of those of this sentence and
  /// the one before, the one whose level is nearest; else what the sentence before names last.
  private @Nullable Metric topic(Figure figure) {
    Draft nearest = drafts.nearest(figure, null);
    if (previous != null && nearest == null) {
      nearest = previous.nearest(figure, null);
    }
    if (nearest != null) {
      return nearest.metric();
    }
    Metric mentioned = mentionedBefore;
    if (mentioned == null && previous != null && previous.list.isEmpty()) {
      mentioned = previous.items.lastMetric();
    }
    if (mentioned != null && mentioned.units().contains(figure.kind())) {
      return mentioned;
    }
    Metric last = drafts.lastNamed();
    if (last == null && previous != null) {
      last = previous.lastNamed();
    }
    boolean fits =
        last != null
            && last.units().contains(figure.kind())
            && figure.kind() != Figure.Kind.MONEY
            && figure.kind() != Figure.Kind.COUNT;
    return fits ? last : null;
  }

  private @Nullable Metric topicOfChange() {
    Metric last = drafts.lastNamed();
    if (last == null) {
      last = mentionedBefore;
    }
    return last == null && previous != null ? previous.lastNamed() : last;
  }

  /// What a figure is by its unit alone; null when that tells nothing.
  private @Nullable Metric byKind(int k, Figure figure) {
    return switch (figure.kind()) {
      case MULTIPLE -> multiple(k, figure);
      case COINS -> vocabulary.metric("coins_held");
      case POWER -> vocabulary.metric("power_capacity");
      case HASHRATE -> vocabulary.metric("hashrate");
      case ENERGY -> vocabulary.metric("energy_generation");
      case MONEY -> vocabulary.metric(amount(k, figure));
      case PERCENT -> vocabulary.metric(percentage(k));
      case BPS ->
          vocabulary.metric(context.isSigned(figure) ? "credit_spread" : "other_percentage");
      case MASS, VOLUME -> vocabulary.metric(items.isShipped(k) ? "shipments" : "production");
      case POINTS -> context.isBondPrice(k, figure) ? vocabulary.metric("bond_price") : null;
      case COUNT, DURATION -> null;
    };
  }

  /// The multiple that a list of names goes on with, else the note's, or else earnings', but where
  /// it is told what it is a multiple of: "2.4 times those in type 1".
  private Metric multiple(int k, Figure figure) {
    Metric topic = topic(figure);
    if (topic != null) {
      return topic;
    }
    int next = figure.to();
    boolean compared =
        k + 1 < items.size()
            && (items.cue(k + 1) == Cue.OF
                || COMPARED.find(items.tokens(), next) != WordTable.ABSENT);
    boolean rated = context.isRating(k) || !compared;
    if (rated && multipleBefore != null) {
      return multipleBefore;
    }
    return vocabulary.metric(rated ? "price_to_earnings" : "other_multiple");
  }

  /// What a percentage is that no metric names: "34% of revenue", "8% of capacity", "9.4%".
  private String percentage(int k) {
    int of = context.right(k);
    if (items.cue(of) != Cue.OF) {
      return "other_percentage";
    }
    for (int j = of + 1; j < items.size() && j - of <= MULTIPLE_REACH; j++) {
      if (items.get(j) instanceof MetricItem m) {
        return m.metric().id().equals("revenue") ? "revenue_share" : "other_share";
      }
      if (items.get(j) instanceof FigureItem || items.get(j) instanceof Comma) {
        break;
      }
    }
    return "other_share";
  }

  /// What an amount is that no metric names: what the Street expects for a share, what a bidder
  /// pays for one, or nothing that is known.
  private String amount(int k, Figure figure) {
    if (context.isExpected(context.left(k), context.right(k))
        && figure.high().compareTo(MOST_EARNED_A_SHARE) < 0) {
      return "eps";
    }
    if (figure.high().compareTo(MOST_EARNED_A_SHARE) < 0) {
      if (items.isRatedBefore(k)) {
        return "price_target";
      }
      if (context.isBreak(k - 1) && context.isBreak(k + 1)) {
        return "share_price";
      }
    }
    int verb = context.left(k);
    if (items.is(verb, "did") || items.is(verb, "generated") || items.is(verb, "booked")) {
      return "revenue";
    }
    return context.isAShare(k) && context.speaksOfDeal(k) ? "offer_price" : "other_amount";
  }

  /// "Long GM at $71", "Brent above $95", "the euro at $1.21", "$92 a pound": what the name beside
  /// it costs; null when it is no price.
  private @Nullable Metric price(int k, Figure figure) {
    if (figure.kind() != Figure.Kind.MONEY || figure.high().compareTo(MOST_PER_SHARE) >= 0) {
      return null;
    }
    Cue l = items.cue(context.left(k));
    boolean small = figure.high().compareTo(MOST_EARNED_A_SHARE) < 0;
    boolean at = items.is(context.left(k), "at") || items.is(context.left(k), "@");
    boolean bound = l == Cue.ABOVE || l == Cue.BELOW;
    AssetType type = items.names().typeNear(k);
    boolean priced =
        at
            || bound
            || l == Cue.AT
            || l == Cue.TO
            || l == Cue.OF
            || items.is(context.left(k), "between");
    if (SentenceDrafts.isCoinOrMetal(items.names().typeRightAfter(k))
        || (priced && SentenceDrafts.isCoinOrMetal(type))) {
      return vocabulary.metric("spot_price");
    }
    if (type == AssetType.FX && priced) {
      return vocabulary.metric("exchange_rate");
    }
    if (items.isPerUnit(k)) {
      boolean produced = items.isProduced(k);
      boolean sold = type == AssetType.EQUITY && !produced;
      return vocabulary.metric(produced ? "unit_cost" : sold ? "average_price" : "spot_price");
    }
    boolean adjacent = small && type == AssetType.EQUITY && items.names().isNameBefore(k);
    return (at && (small || type != null)) || (bound && small) || adjacent
        ? vocabulary.metric("share_price")
        : null;
  }
}
