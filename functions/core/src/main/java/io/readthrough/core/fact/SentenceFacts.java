package io.readthrough.core.fact;

import io.readthrough.core.fact.FactFinder.FoundFact;
import io.readthrough.core.fact.SentenceItems.Break;
import io.readthrough.core.fact.SentenceItems.Comma;
import io.readthrough.core.fact.SentenceItems.CueItem;
import io.readthrough.core.fact.SentenceItems.FigureItem;
import io.readthrough.core.fact.SentenceItems.Item;
import io.readthrough.core.fact.SentenceItems.MetricItem;
import io.readthrough.core.fact.SentenceItems.OtherWord;
import io.readthrough.core.fact.SentenceItems.PeriodItem;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.note.Fact.Kind;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.security.Mention;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the facts of one sentence, figure by figure from left to right. Every look around a figure
/// goes a bounded number of items far.
final class SentenceFacts {
  /// How far a metric may stand from its level, in items, and how many of those may be other words.
  private static final int LEVEL_REACH = 9;

  private static final int LEVEL_WORDS_LEFT = 2;
  private static final int LEVEL_WORDS_RIGHT = 3;

  /// The same for a change.
  private static final int CHANGE_REACH = 14;

  private static final int CHANGE_WORDS = 4;

  private static final int BASIS_REACH = 5;
  private static final int KIND_REACH = 14;
  private static final int PERIOD_REACH = 6;

  /// How far the metric of a figure may stand that nothing else ties to one.
  private static final int FAR_REACH = 24;

  private static final int FAR_WORDS = 9;

  private static final int MULTIPLE_REACH = 6;

  private static final Map<String, String> MULTIPLES =
      Map.ofEntries(
          Map.entry("revenue", "ev_to_sales"),
          Map.entry("eps", "price_to_earnings"),
          Map.entry("net_income", "price_to_earnings"),
          Map.entry("ebitda", "ev_to_ebitda"),
          Map.entry("interest_expense", "interest_cover"),
          Map.entry("book_value_per_share", "price_to_book"),
          Map.entry("free_cash_flow", "price_to_cash_flow"));

  /// Metrics that are the author's view whatever words stand around them.
  private static final Set<String> VIEWS = Set.of("price_target", "upside", "downside");

  /// Metrics that a list gives part by part: "Greater China fell 19%", "Japan -6%, Europe -1%".
  private static final Set<String> CARRIED =
      Set.of(
          "revenue",
          "organic_growth",
          "comparable_sales_growth",
          "revenue_growth",
          "volumes",
          "orders",
          "pricing",
          "deliveries",
          "units_sold",
          "gross_merchandise_volume",
          "cloud_revenue",
          "advertising_revenue",
          "renewal_rate_change",
          "rent_growth",
          "shipments",
          "production",
          "traffic");

  /// Metrics of which a bare percentage is the growth.
  private static final Set<String> GROWING =
      Set.of(
          "revenue",
          "orders",
          "volumes",
          "deliveries",
          "units_sold",
          "shipments",
          "production",
          "traffic",
          "eps",
          "ebitda",
          "operating_profit",
          "net_income",
          "advertising_revenue",
          "cloud_revenue",
          "services_revenue",
          "subscription_revenue",
          "net_interest_income",
          "deposits",
          "loans",
          "card_spending",
          "gross_merchandise_volume",
          "customers",
          "backlog",
          "billings",
          "costs",
          "average_ticket",
          "average_price",
          "premiums",
          "ad_price",
          "ad_impressions",
          "free_cash_flow",
          "capex",
          "inventory");

  /// Metrics of a part, whose words name only the whole: "66% of GMV and rising".
  private static final Set<String> SHARES = Set.of("revenue_share", "profit_share");

  private static final Set<String> PROFITS =
      Set.of("ebitda", "operating_profit", "gross_profit", "net_income", "pre_tax_profit", "eps");

  private static final Set<String> SALES =
      Set.of(
          "revenue",
          "orders",
          "gross_merchandise_volume",
          "subscription_revenue",
          "annual_recurring_revenue",
          "billings",
          "advertising_revenue",
          "cloud_revenue");

  private static final Set<String> DEBTS = Set.of("net_debt", "debt", "leverage");

  /// A coordinated figure: "$640m in 2026 and $810m in 2027".
  private static final int COORDINATED_REACH = 6;

  private static final BigDecimal MOST_EARNED_A_SHARE = BigDecimal.valueOf(1_000);

  private static final BigDecimal MOST_PER_SHARE = BigDecimal.valueOf(1_000_000);

  /// How many times as large as another a figure of the same metric may be.
  private static final double MOST_TIMES_AS_LARGE = 6;

  private static final int MOST_DRAFTS_BACK = 8;

  private static final double SMALLEST = 1e-6;

  private final SentenceItems items;
  private final FactVocabulary vocabulary;
  private final @Nullable SentenceFacts previous;

  /// The fact that a figure went to.
  private final @Nullable Draft[] owners;

  /// Figures that say nothing of their own: what went before, or a bound that was read.
  private final boolean[] passed;

  private final List<Draft> drafts = new ArrayList<>();
  private int lastMetric = -1;
  private @Nullable Figure before;
  private final @Nullable Metric mentionedBefore;

  /// @param previous the facts of the sentence before it in its paragraph; null when there are none
  /// @param mentionedBefore the metric that a short sentence without figures names directly before
  SentenceFacts(
      SentenceItems items,
      FactVocabulary vocabulary,
      @Nullable SentenceFacts previous,
      @Nullable Metric mentionedBefore) {
    this.items = items;
    this.vocabulary = vocabulary;
    this.previous = previous;
    this.mentionedBefore = mentionedBefore;
    this.passed = new boolean[items.size()];
    this.owners = new Draft[items.size()];
  }

  void addTo(List<FoundFact> facts) {
    for (int k = 0; k < items.size(); k++) {
      switch (items.get(k)) {
        case MetricItem ignored -> lastMetric = k;
        case Break ignored -> {
          lastMetric = -1;
          before = null;
        }
        case FigureItem f -> {
          figure(k, f.figure());
          if (owners[k] == null && !passed[k]) {
            loose(k, f.figure());
          }
        }
        case CueItem ignored -> {}
        case PeriodItem ignored -> {}
        case Comma ignored -> {}
        case OtherWord ignored -> {}
      }
    }
    drafts.sort(Comparator.comparingInt(Draft::from));
    for (Draft draft : drafts) {
      facts.add(draft.found(items.tokens()));
    }
  }

  private void figure(int k, Figure figure) {
    int left = left(k);
    int right = right(k);
    Cue l = items.cue(left);
    Cue r = items.cue(right);
    if (isFormer(k, figure, left)) {
      prior(k, figure);
      return;
    }
    if (sensitivity(k, figure, left)) {
      return;
    }
    if (!isExpected(left, right) && isCompared(k, figure, left)) {
      prior(k, figure);
      return;
    }
    if (elliptical(k, figure, left)) {
      return;
    }
    Change change = change(figure, left, right);
    if (change != null) {
      changed(k, figure, change, left, right);
      return;
    }
    if (r == Cue.ABOVE || r == Cue.BELOW || l == Cue.BY) {
      return;
    }
    if (isExpected(left, right)) {
      current(k, figure, Kind.CONSENSUS);
    } else {
      level(k, figure, left);
    }
  }

  /// "from $480", "(was $480)", "(prior: $480)", "target $520 ($480)".
  private boolean isFormer(int k, Figure figure, int left) {
    Cue l = items.cue(left);
    if (l == Cue.FROM || (l == Cue.AT && (isBracket(left - 1) || items.cue(left - 1) == Cue.FROM))) {
      return true;
    }
    Draft owner = left == k - 1 && left > 0 && isBracket(left) ? owners[left - 1] : null;
    return owner != null
        && owner.level != null
        && owner.level.unit().equals(figure.unit())
        && (VIEWS.contains(owner.metric.id()) || owner.kind != Kind.ACTUAL)
        && k + 1 < items.size()
        && items.tokens().isMark(items.get(k + 1).from(), ')');
  }

  /// "adds $0.14 to EPS", "takes 0.4% off earnings", "costs 4% of EPS": what moves a metric by how
  /// much.
  private boolean sensitivity(int k, Figure figure, int left) {
    Change.Direction direction = items.effect(left);
    if (direction == null) {
      return false;
    }
    int link = k + 1;
    boolean tied =
        direction == Change.Direction.UP
            ? items.cue(link) == Cue.TO
            : items.cue(link) == Cue.OF || items.isOff(link);
    if (!tied) {
      return false;
    }
    int words = 0;
    for (int j = link + 1; j < items.size() && words <= LEVEL_WORDS_RIGHT; j++) {
      if (items.get(j) instanceof MetricItem m) {
        Draft draft = add(k, j, m.metric(), kind(k, j, m.metric()), null);
        Change.Unit unit = unit(figure);
        draft.change(
            new Change(
                figure.middle().abs().doubleValue(), unit, direction, Change.Basis.UNSPECIFIED),
            figure);
        owners[k] = draft;
        return true;
      }
      if (items.get(j) instanceof FigureItem || items.get(j) instanceof Comma) {
        return false;
      }
      words += items.get(j) instanceof OtherWord ? 1 : 0;
    }
    return false;
  }

  /// "Volumes fell 4%, prices 6%": the verb of the change before holds for this one too.
  private boolean elliptical(int k, Figure figure, int left) {
    Draft last = drafts.isEmpty() ? null : drafts.getLast();
    if (figure.kind() != Figure.Kind.PERCENT || left < 0 || last == null || isSigned(figure)) {
      return false;
    }
    Change before = last.change();
    boolean again =
        items.cue(left) == Cue.JOIN
            && before != null
            && basis(right(k)) != Change.Basis.UNSPECIFIED
            && basis(right(k)) != before.basis();
    Metric named = again ? last.metric : null;
    if (items.get(left) instanceof MetricItem m) {
      named = m.metric();
    }
    if (named == null) {
      return false;
    }
    if (before == null || before.unit() != Change.Unit.PERCENT || before.value() == null) {
      return false;
    }
    if (!again && named.units().contains(Figure.Kind.PERCENT) && last.level != null) {
      return false;
    }
    Draft draft = add(k, again ? k : left, named, last.kind, null);
    Change.Basis basis = basis(right(k));
    draft.change(
        new Change(
            figure.low().abs().doubleValue(),
            Change.Unit.PERCENT,
            before.direction(),
            basis == Change.Basis.UNSPECIFIED ? before.basis() : basis),
        figure);
    owners[k] = draft;
    return true;
  }

  private boolean isExpected(int left, int right) {
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

  // ---- levels

  private void level(int k, Figure figure, int left) {
    int metric = metricLeft(left, figure);
    Cue l = items.cue(left);
    if (figure.kind() == Figure.Kind.MULTIPLE) {
      boolean own = metric >= 0 && named(metric, figure).equals(((MetricItem) items.get(metric)).metric());
      if (!own && multipleOf(k)) {
        return;
      }
    }
    boolean earned =
        l == Cue.EARN
            && figure.kind() == Figure.Kind.MONEY
            && !(items.cue(k + 1) == Cue.OF && metricRight(k, figure) >= 0);
    boolean price = metric < 0 && isAShare(k) && items.is(left, "at");
    if (price && figure.kind() == Figure.Kind.MONEY) {
      setLevel(k, figure, k, vocabulary.metric("share_price"), Kind.ACTUAL);
      return;
    }
    if (metric < 0 && figure.kind() == Figure.Kind.PERCENT) {
      Metric part = part(k);
      if (part != null) {
        setLevel(k, figure, k, part, kind(k, k, part));
        return;
      }
    }
    if (metric < 0 && !earned) {
      metric = metricRight(k, figure);
    }
    if (metric >= 0) {
      Metric named = named(metric, figure);
      setLevel(k, figure, metric, named, kind(k, metric, named));
    } else if (coordinated(k, figure)) {
      return;
    } else if (l == Cue.AVERAGE) {
      Mention priced = items.pricedBefore(items.get(left).from());
      if (priced != null && figure.kind() == Figure.Kind.MONEY) {
        setLevel(k, figure, left, vocabulary.metric("average_price"), Kind.ACTUAL);
      }
    } else if (l == Cue.WORTH && figure.kind() == Figure.Kind.MONEY) {
      Draft coins = drafts.isEmpty() ? null : drafts.getLast();
      if (coins != null && coins.level != null && coins.level.kind() == Figure.Kind.COINS) {
        setLevel(k, figure, left, vocabulary.metric("coins_held_value"), coins.kind);
      }
    } else if (l == Cue.WORTH && isAShare(k) && figure.kind() == Figure.Kind.MONEY) {
      Metric value = vocabulary.metric("value_per_share");
      setLevel(k, figure, left, value, Kind.ESTIMATE);
    } else if (isLost(left) && figure.kind() == Figure.Kind.MONEY) {
      Metric loss = vocabulary.metric(items.isNameBefore(left) ? "net_loss" : "operating_loss");
      setLevel(k, figure, left, loss, kind(k, left, loss));
    } else if (earned) {
      boolean aShare = isAShare(k) || figure.high().compareTo(MOST_EARNED_A_SHARE) < 0;
      Metric metricEarned = vocabulary.metric(aShare ? "eps" : "net_income");
      setLevel(k, figure, left, metricEarned, kind(k, left, metricEarned));
      lastMetric = left;
    } else if (l == Cue.OWN) {
      current(k, figure, Kind.ESTIMATE);
    }
  }

  private boolean isLost(int left) {
    return items.is(left, "lost") || items.is(left, "loses") || items.is(left, "lose");
  }

  /// "14% of EBITDA", "70% of the capacity", "30% off": what a percentage is by the words behind
  /// it; null when these do not tell.
  private @Nullable Metric part(int k) {
    if (items.is(k + 1, "off") && !(k + 2 < items.size() && items.get(k + 2) instanceof MetricItem)) {
      return vocabulary.metric("discount");
    }
    if (items.cue(k + 1) != Cue.OF) {
      return null;
    }
    int words = 0;
    for (int j = k + 2; j < items.size() && words <= LEVEL_WORDS_LEFT; j++) {
      if (items.get(j) instanceof MetricItem m) {
        String id = m.metric().id();
        if (PROFITS.contains(id)) {
          return vocabulary.metric("profit_share");
        }
        if (SALES.contains(id)) {
          return vocabulary.metric("revenue_share");
        }
        return m.metric().units().size() == 1 && isRate(m.metric())
            ? null
            : vocabulary.metric("other_share");
      }
      if (items.get(j) instanceof FigureItem || items.get(j) instanceof Comma) {
        return null;
      }
      words += items.get(j) instanceof OtherWord ? 1 : 0;
    }
    return null;
  }

  /// "34 times this year's revenue", "3.5x interest", "trades on 17x": what the multiple is of says
  /// which one it is. Answers whether it was taken.
  private boolean multipleOf(int k) {
    String multiple = null;
    for (int j = k + 1; j < items.size() && j - k <= MULTIPLE_REACH && multiple == null; j++) {
      if (items.get(j) instanceof MetricItem m) {
        multiple = MULTIPLES.get(m.metric().id());
        if (multiple == null && m.metric().units().contains(Figure.Kind.MULTIPLE)) {
          return false;
        }
      } else if (items.is(j, "book")) {
        multiple = "price_to_book";
      } else if (items.get(j) instanceof FigureItem || items.get(j) instanceof Comma) {
        break;
      }
    }
    if (multiple == null) {
      return false;
    }
    boolean indebted = "ev_to_ebitda".equals(multiple) && mentionsDebt(k);
    Metric metric = vocabulary.metric(indebted ? "leverage" : multiple);
    setLevel(k, items.figure(k), k, metric, kind(k, k, metric));
    return owners[k] != null;
  }

  private boolean mentionsDebt(int k) {
    for (int j = k - 1; j >= 0 && k - j < FAR_REACH; j--) {
      if (items.get(j) instanceof MetricItem m && DEBTS.contains(m.metric().id())) {
        return true;
      }
    }
    return false;
  }

  /// "$640m in 2026 and $810m in 2027": another level of the metric before, for another period.
  private boolean coordinated(int k, Figure figure) {
    boolean joined = false;
    boolean period = k + 1 < items.size() && periodAfter(k) != null;
    for (int j = k - 1; j >= 0 && k - j <= COORDINATED_REACH; j--) {
      Item item = items.get(j);
      if (item instanceof FigureItem) {
        Draft owner = owners[j];
        boolean adjacent = j == k - 2 && items.cue(k - 1) == Cue.JOIN;
        if (owner == null || owner.level == null || !joined || !(period || adjacent)) {
          return false;
        }
        Figure level = owner.level;
        if (!period && !level.equals(items.figure(j))) {
          return false;
        }
        if (level.kind() != figure.kind() || !level.unit().equals(figure.unit())) {
          return false;
        }
        Draft draft = add(k, k, owner.metric, owner.kind, owner);
        draft.level(figure, isApproximate(k));
        owners[k] = draft;
        return true;
      }
      Cue cue = items.cue(j);
      joined |= cue == Cue.JOIN || item instanceof Comma;
      if (item instanceof MetricItem || item instanceof OtherWord || item instanceof Break) {
        return false;
      }
    }
    return false;
  }

  /// What was expected of the metric that the sentence speaks of.
  private void current(int k, Figure figure, Kind kind) {
    int named = metricRight(k, figure);
    if (named >= 0 && lastMetric < 0) {
      setLevel(k, figure, named, named(named, figure), kind);
      return;
    }
    Metric metric = null;
    if (lastMetric >= 0 && items.get(lastMetric) instanceof MetricItem m) {
      metric = m.metric();
    } else if (lastMetric >= 0 && !drafts.isEmpty() && drafts.getLast().item == lastMetric) {
      metric = drafts.getLast().metric;
    }
    if (metric != null && metric.units().contains(figure.kind())) {
      setLevel(k, figure, lastMetric, metric, kind);
    }
  }

  private void setLevel(int k, Figure figure, int item, Metric metric, Kind kind) {
    boolean perShare = metric.isPerShare() && figure.high().compareTo(MOST_PER_SHARE) > 0;
    if (perShare) {
      return;
    }
    boolean small = figure.high().compareTo(MOST_EARNED_A_SHARE) < 0;
    if (metric.id().equals("deal_value") && small) {
      setLevel(k, figure, item, vocabulary.metric("offer_price"), kind);
      return;
    }
    if (metric.id().equals("share_price") && isCoinOrMetal(item)) {
      setLevel(k, figure, item, vocabulary.metric("spot_price"), kind);
      return;
    }
    if (metric.id().equals("spot_price") && items.is(item, "price") && !isCoinOrMetal(item)) {
      setLevel(k, figure, item, vocabulary.metric("share_price"), kind);
      return;
    }
    if (metric.id().equals("spot_price") && items.cue(left(k)) == Cue.AVERAGE) {
      setLevel(k, figure, item, vocabulary.metric("average_price"), kind);
      return;
    }
    if (metric.id().equals("dividend_yield") && items.typeNear(item) == AssetType.RATE) {
      setLevel(k, figure, item, vocabulary.metric("treasury_yield"), kind);
      return;
    }
    Draft last = drafts.isEmpty() ? null : drafts.getLast();
    Draft draft = last;
    if (draft == null || draft.item != item || draft.kind != kind) {
      draft = add(k, item, metric, kind, null);
    } else if (draft.level != null) {
      return;
    }
    draft.level(figure, isApproximate(k));
    owners[k] = draft;
    Figure was = before;
    before = null;
    if (was != null) {
      draft.prior(was, Change.Basis.UNSPECIFIED);
    }
    boolean moved = items.cue(left(k)) == Cue.TO || items.cue(left(k)) == Cue.AT;
    for (int j = item + 1; j < k && k - item <= LEVEL_REACH && moved; j++) {
      Cue cue = items.cue(j);
      Change.Direction direction = direction(cue);
      if (direction != null && (isDirection(cue) || cue == Cue.FLAT)) {
        Change.Unit unit =
            figure.kind() == Figure.Kind.PERCENT ? Change.Unit.BASIS_POINTS : Change.Unit.PERCENT;
        draft.change(new Change(null, unit, direction, Change.Basis.UNSPECIFIED), null);
        break;
      }
    }
  }

  private boolean isCoinOrMetal(int item) {
    return isCoinOrMetal(items.typeNear(item)) || isCoinOrMetal(items.typeAfter(item));
  }

  private static boolean isCoinOrMetal(@Nullable AssetType type) {
    return type == AssetType.CRYPTO || type == AssetType.COMMODITY;
  }

  /// @param like a fact of the same metric before, whose name and words hold for this one too
  private Draft add(int k, int item, Metric metric, Kind kind, @Nullable Draft like) {
    Item at = items.get(item);
    int from = Math.min(at.from(), items.get(k).from());
    int to = Math.max(at.to(), items.get(k).to());
    String label = like == null ? items.label(at) : like.label;
    String entity = like == null ? null : like.entityId;
    if (like == null) {
      entity =
          metric.id().equals("average_price") && at instanceof CueItem
              ? pricedEntity(at.from())
              : items.entity(metric, at.to());
    }
    PrintedPeriod period = like == null ? period(k, item) : periodAfter(k);
    if (like != null && at instanceof PeriodItem p) {
      period = p.period();
    }
    Draft draft = new Draft(item, metric, kind, label, entity, period, from, to);
    drafts.add(draft);
    return draft;
  }

  private @Nullable String pricedEntity(int token) {
    Mention priced = items.pricedBefore(token);
    return priced == null ? null : priced.security().entityId();
  }

  /// The metric that the words before a figure tie it to; -1 when they tie it to none.
  private int metricLeft(int left, Figure figure) {
    int words = 0;
    for (int j = left; j >= 0 && left - j < LEVEL_REACH; j--) {
      switch (items.get(j)) {
        case MetricItem m -> {
          if (fits(m, figure)) {
            return head(j, figure);
          }
          if (++words > LEVEL_WORDS_LEFT) {
            return -1;
          }
        }
        case CueItem c -> {
          if (c.cue() == Cue.JOIN || c.cue() == Cue.WORTH || c.cue() == Cue.NONE) {
            return -1;
          }
        }
        case OtherWord ignored -> {
          if (++words > words(figure, LEVEL_WORDS_LEFT)) {
            return -1;
          }
        }
        case FigureItem f -> {
          Draft owner = owners[j];
          boolean skipped = f.figure().equals(before) || (owner != null && owner.level == null);
          if (!skipped) {
            return -1;
          }
        }
        case PeriodItem ignored -> {}
        case Comma ignored -> {
          // "capex ($1.2bn)" and "the dividend, $5.60," but no further.
          boolean adjacent = j == left && j > 0 && items.get(j - 1) instanceof MetricItem;
          if (!adjacent) {
            return -1;
          }
        }
        case Break ignored -> {
          return -1;
        }
      }
    }
    return -1;
  }

  /// "Charge-offs on office loans": the metric that another one only tells the object of.
  private int head(int metric, Figure figure) {
    int words = 0;
    for (int j = metric - 1; j >= 0 && words <= LEVEL_WORDS_LEFT; j--) {
      Cue cue = items.cue(j);
      if (cue == Cue.OF || cue == Cue.IN) {
        boolean headed = j > 0 && items.get(j - 1) instanceof MetricItem m && fits(m, figure);
        return headed ? j - 1 : metric;
      }
      if (!(items.get(j) instanceof OtherWord) && cue != Cue.ARTICLE) {
        return metric;
      }
      words++;
    }
    return metric;
  }

  /// "$1.2 billion of liquidity", "$263 million was a mark-to-market charge", "our $84 target".
  private int metricRight(int k, Figure figure) {
    int words = 0;
    for (int j = k + 1; j < items.size() && j - k < LEVEL_REACH; j++) {
      switch (items.get(j)) {
        case MetricItem m -> {
          return fits(m, figure) ? j : -1;
        }
        case CueItem c -> {
          boolean link =
              c.cue() == Cue.OF || c.cue() == Cue.IN || c.cue() == Cue.AT || c.cue() == Cue.ARTICLE;
          if (!link || (words > 0 && c.cue() != Cue.ARTICLE)) {
            return -1;
          }
        }
        case OtherWord ignored -> {
          if (++words > words(figure, LEVEL_WORDS_RIGHT)) {
            return -1;
          }
        }
        case PeriodItem ignored -> {}
        case FigureItem ignored -> {
          return -1;
        }
        case Comma ignored -> {
          return -1;
        }
        case Break ignored -> {
          return -1;
        }
      }
    }
    return -1;
  }

  private boolean fits(MetricItem item, Figure figure) {
    return item.metric().units().contains(figure.kind())
        || vocabulary.inUnit(item.metric(), figure.kind()) != null;
  }

  /// The metric that item `k` names for a figure such as this one.
  private Metric named(int k, Figure figure) {
    Metric metric = ((MetricItem) items.get(k)).metric();
    Metric inUnit = vocabulary.inUnit(metric, figure.kind());
    return inUnit == null ? metric : inUnit;
  }

  /// How many words may stand between a figure and its metric: none for a plain number, which may
  /// be a day of the month.
  private static int words(Figure figure, int most) {
    return figure.kind() == Figure.Kind.COUNT ? 0 : most;
  }

  /// "$5.32 a share".
  private boolean isAShare(int k) {
    int token = items.get(k).to();
    return k + 2 < items.size()
        && (items.tokens().is(token, "a") || items.tokens().is(token, "per"))
        && items.tokens().is(token + 1, "share");
  }

  private void prior(int k, Figure figure) {
    Draft last = drafts.isEmpty() ? null : drafts.getLast();
    boolean follows = last != null && last.level != null && isNear(last, k);
    if (last != null && follows) {
      last.prior(figure, basis(right(k)));
      owners[k] = last;
    } else if (items.cue(right(k)) == Cue.TO) {
      before = figure;
    }
    passed[k] = true;
  }

  /// Whether figure `k` can be what the level of a fact was before: no other figure that says
  /// something of its own stands between.
  private boolean isNear(Draft draft, int k) {
    for (int j = k - 1; j >= 0 && k - j < CHANGE_REACH; j--) {
      if (items.get(j) instanceof FigureItem) {
        return owners[j] == draft;
      }
      if (items.get(j) instanceof Break) {
        return draft.item == lastMetric;
      }
    }
    return draft.item == lastMetric;
  }

  /// "$214m against $96m in Q2": a like figure that the level is held against.
  private boolean isCompared(int k, Figure figure, int left) {
    Draft last = drafts.isEmpty() ? null : drafts.getLast();
    boolean against =
        items.is(left, "against")
            || items.is(left, "versus")
            || items.is(left, "v")
            || items.is(left, "vs")
            || items.is(left, "than");
    return against
        && last != null
        && last.level != null
        && !last.hasChange()
        && last.level.unit().equals(figure.unit())
        && k - left <= 2
        && left - 1 >= 0
        && isNear(last, k)
        && (!last.metric.isPerShare() || basis(right(k)) != Change.Basis.UNSPECIFIED);
  }

  // ---- changes

  /// The change that a figure is; null when it is none.
  private @Nullable Change change(Figure figure, int left, int right) {
    Cue l = items.cue(left);
    Cue r = items.cue(right);
    Change.Unit unit = unit(figure);
    Change.Direction direction = null;
    Change.Basis basis = basis(right);
    if (isNoun(r)) {
      direction = direction(r);
    } else if (r == Cue.ABOVE || r == Cue.BELOW) {
      basis = reference(right);
      boolean told =
          basis != Change.Basis.UNSPECIFIED
              || isAgainstOwn(right)
              || (figure.kind() == Figure.Kind.PERCENT && !isAboveFigure(right));
      direction = told ? direction(r) : null;
    } else if (isDirection(l)) {
      direction = direction(l);
    } else if (l == Cue.OF
        && (items.cue(left - 1) == Cue.RISE || items.cue(left - 1) == Cue.DROP)) {
      direction = direction(items.cue(left - 1));
    } else if (l == Cue.BY) {
      for (int j = left - 1; j >= 0 && left - j < CHANGE_REACH && direction == null; j--) {
        Cue cue = items.cue(j);
        direction = direction(cue);
        if (cue == Cue.BEAT || cue == Cue.MISS) {
          direction = cue == Cue.BEAT ? Change.Direction.UP : Change.Direction.DOWN;
          basis = Change.Basis.AGAINST_CONSENSUS;
        }
      }
    } else if (figure.kind() == Figure.Kind.PERCENT && items.effect(left) == Change.Direction.UP) {
      direction = Change.Direction.UP;
    } else if (isSigned(figure)
        && figure.kind() == Figure.Kind.PERCENT
        && !isSignedLevel(left, right, figure)
        && !isExpected(left, right)) {
      direction = figure.low().signum() < 0 ? Change.Direction.DOWN : Change.Direction.UP;
    }
    if (direction == null || direction == Change.Direction.FLAT) {
      return null;
    }
    BigDecimal value = figure.middle().abs();
    boolean points = figure.kind() == Figure.Kind.POINTS;
    return new Change(
        (points ? value.movePointRight(2) : value).doubleValue(), unit, direction, basis);
  }

  private static Change.Unit unit(Figure figure) {
    return switch (figure.kind()) {
      case PERCENT -> Change.Unit.PERCENT;
      case BPS, POINTS -> Change.Unit.BASIS_POINTS;
      case MONEY, MULTIPLE, COUNT, DURATION, POWER, ENERGY, MASS, VOLUME, HASHRATE, COINS ->
          Change.Unit.ABSOLUTE;
    };
  }

  /// Whether a signed percentage is the level of its metric: "comps run +5%", "stop -8%".
  private boolean isSignedLevel(int left, int right, Figure figure) {
    if (basis(right) != Change.Basis.UNSPECIFIED) {
      return false;
    }
    int metric = metricLeft(left, figure);
    return metric >= 0;
  }

  private void changed(int k, Figure figure, Change change, int left, int right) {
    int after = isNoun(items.cue(right)) ? metricAfterNoun(right) : -1;
    if (after >= 0) {
      Metric metric = ((MetricItem) items.get(after)).metric();
      Draft draft = add(k, after, metric, kind(k, after, metric), null);
      draft.change(change, figure);
      owners[k] = draft;
      return;
    }
    int anchor = anchor(left);
    if (anchor < 0) {
      return;
    }
    Draft draft = owners[anchor];
    if (draft == null && items.get(anchor) instanceof MetricItem m) {
      draft = add(k, anchor, m.metric(), kind(k, anchor, m.metric()), null);
    }
    if (draft == null) {
      return;
    }
    if (draft.kind == Kind.CONSENSUS) {
      draft = reported(draft);
    }
    boolean another =
        change.basis() == Change.Basis.AGAINST_CONSENSUS
            || change.basis() == Change.Basis.AGAINST_GUIDANCE
            || (draft.changeValue() != null && change.unit() != Change.Unit.ABSOLUTE);
    if (draft.hasChange() && another) {
      draft = again(k, left, draft);
    }
    draft.change(change, figure);
    owners[k] = draft;
  }

  /// Another change of a fact's metric: "2026 EPS by 11% to $3.62 and 2027 by 14%".
  private Draft again(int k, int left, Draft fact) {
    boolean otherPeriod = left > 0 && items.get(left - 1) instanceof PeriodItem;
    return otherPeriod
        ? add(k, left - 1, fact.metric, fact.kind, fact)
        : add(k, fact.item, fact.metric, fact.kind, null);
  }

  /// The fact that a consensus stands beside, else the consensus itself.
  private Draft reported(Draft consensus) {
    for (int d = drafts.size() - 1; d >= 0 && drafts.size() - d <= 3; d--) {
      if (drafts.get(d).item == consensus.item && drafts.get(d).kind != Kind.CONSENSUS) {
        return drafts.get(d);
      }
    }
    return consensus;
  }

  /// "a 25% drop in revenue".
  private int metricAfterNoun(int noun) {
    Cue link = items.cue(noun + 1);
    if (link != Cue.IN && link != Cue.OF) {
      return -1;
    }
    int words = 0;
    for (int j = noun + 2; j < items.size() && words <= LEVEL_WORDS_LEFT; j++) {
      if (items.get(j) instanceof MetricItem) {
        return j;
      }
      if (items.get(j) instanceof OtherWord) {
        words++;
      } else if (!(items.get(j) instanceof PeriodItem) && items.cue(j) != Cue.ARTICLE) {
        return -1;
      }
    }
    return -1;
  }

  /// The metric, or the figure of one, that a change to its right belongs to; -1 when there is none
  /// or when the words between them speak of something else.
  private int anchor(int left) {
    int words = 0;
    for (int j = left; j >= 0 && left - j < CHANGE_REACH; j--) {
      switch (items.get(j)) {
        case MetricItem m -> {
          if (!SHARES.contains(m.metric().id())) {
            return j;
          }
        }
        case FigureItem ignored -> {
          if (owners[j] != null) {
            return j;
          }
        }
        case OtherWord ignored -> {
          if (++words > CHANGE_WORDS) {
            return -1;
          }
        }
        case Comma ignored -> {
          if (words > 0) {
            return -1;
          }
        }
        case CueItem c -> {
          if (c.cue() == Cue.JOIN && words > 0) {
            return -1;
          }
        }
        case PeriodItem ignored -> {}
        case Break ignored -> {
          return -1;
        }
      }
    }
    return -1;
  }

  private Change.Basis basis(int right) {
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
  private boolean isAgainstOwn(int right) {
    for (int j = right + 1; j < items.size() && j - right <= 2; j++) {
      if (items.cue(j) == Cue.OWN) {
        return true;
      }
    }
    return false;
  }

  /// Whether what a figure stands above or below is a figure too.
  private boolean isAboveFigure(int right) {
    for (int j = right + 1; j < items.size() && j - right <= 2; j++) {
      if (items.get(j) instanceof FigureItem) {
        return true;
      }
    }
    return false;
  }

  /// What a figure stands above or below.
  private Change.Basis reference(int right) {
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

  // ---- around a figure

  /// The item before item `k` that says something, and is neither an article nor "about".
  private int left(int k) {
    int j = k - 1;
    while (j >= 0 && k - j < LEVEL_REACH && isFiller(j)) {
      j--;
    }
    return j;
  }

  private int right(int k) {
    int j = k + 1;
    while (j < items.size() && j - k < LEVEL_REACH && items.cue(j) == Cue.ARTICLE) {
      j++;
    }
    return j;
  }

  private boolean isFiller(int j) {
    return isAbout(items.cue(j)) || items.cue(j) == Cue.ARTICLE;
  }

  private static boolean isAbout(@Nullable Cue cue) {
    return cue == Cue.ABOUT || cue == Cue.MORE_THAN || cue == Cue.LESS_THAN;
  }

  private boolean isApproximate(int k) {
    for (int j = k - 1; j >= 0 && k - j < LEVEL_REACH && isFiller(j); j--) {
      if (isAbout(items.cue(j))) {
        return true;
      }
    }
    return false;
  }

  private boolean isBracket(int k) {
    return k >= 0
        && items.get(k) instanceof Comma
        && items.tokens().isMark(items.get(k).from(), '(');
  }

  private boolean isSigned(Figure figure) {
    char c = items.tokens().foldedAt(items.tokens().start(figure.from()));
    return c == '+' || c == '-' || c == '\u2212' || c == '\u2013';
  }

  private Kind kind(int k, int metric, Metric named) {
    if (VIEWS.contains(named.id())) {
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
          || cue == Cue.JOIN) {
        return false;
      }
    }
    return false;
  }

  private boolean isEstimate(PeriodItem period) {
    return period.period().estimate();
  }

  /// The period printed before the metric, else the one close behind metric and figure.
  private @Nullable PrintedPeriod period(int k, int metric) {
    for (int j = metric - 1; j >= 0 && metric - j <= PERIOD_REACH; j--) {
      Item item = items.get(j);
      if (item instanceof PeriodItem p) {
        return p.period();
      }
      if (item instanceof Break || item instanceof FigureItem || items.cue(j) == Cue.JOIN) {
        break;
      }
    }
    int words = 0;
    int end = Math.max(k, metric) + PERIOD_REACH;
    for (int j = Math.min(k, metric); j < items.size() && j <= end && words <= 1; j++) {
      Item item = items.get(j);
      if (item instanceof PeriodItem p) {
        return p.period();
      }
      if (item instanceof Comma || item instanceof Break || items.cue(j) == Cue.JOIN) {
        break;
      }
      words += item instanceof OtherWord ? 1 : 0;
    }
    return null;
  }

  /// The period close behind a figure, with no other figure between.
  private @Nullable PrintedPeriod periodAfter(int k) {
    for (int j = k + 1; j < items.size() && j - k <= 3; j++) {
      if (items.get(j) instanceof PeriodItem p) {
        return p.period();
      }
      if (items.get(j) instanceof FigureItem || items.get(j) instanceof Break) {
        return null;
      }
    }
    return null;
  }

  // ---- figures that no rule above ties to a metric

  /// The nearest metric of the clause that has such figures, else what the text speaks of, else the
  /// kind of figure by itself.
  private void loose(int k, Figure figure) {
    int left = left(k);
    int right = right(k);
    boolean expected = isExpected(left, right);
    Change change = change(figure, left, right);
    boolean bond =
        figure.kind() == Figure.Kind.PERCENT
            && k + 1 < items.size()
            && items.get(k + 1) instanceof PeriodItem;
    if (change == null && bond && items.cue(left) == null) {
      // "6.5% 2034" names a bond.
      return;
    }
    if (change != null) {
      looseChange(k, figure, change);
      return;
    }
    if (bareGrowth(k, figure, left)) {
      return;
    }
    Metric rate = exchangeRate(k, figure);
    if (rate != null) {
      setLevel(k, items.inQuoteCurrency(k, figure), k, rate, kind(k, k, rate));
      return;
    }
    // A time or a number by itself is a date or a horizon more often than anything else.
    boolean plain =
        figure.kind() == Figure.Kind.DURATION
            || (figure.kind() == Figure.Kind.COUNT
                && figure.low().stripTrailingZeros().scale() <= 0);
    if (plain) {
      Metric topic = isSpoken(left) && !hasSubject(k) ? topic(figure) : null;
      if (topic != null) {
        setLevel(k, figure, k, topic, expected ? Kind.CONSENSUS : kind(k, k, topic));
      }
      return;
    }
    int metric = farMetric(k, figure);
    boolean against = items.is(left, "against") || items.is(left, "versus");
    if (metric >= 0 && metric < k && hasLevel(metric) && !expected) {
      Metric named = named(metric, figure);
      if (against && named.id().equals("price_target")) {
        named = vocabulary.metric("share_price");
      }
      Draft draft = add(k, metric, named, kind(k, k, named), null);
      draft.level(figure, isApproximate(k));
      owners[k] = draft;
      return;
    }
    if (mentionedBefore != null && metric < 0 && !hasSubject(k)) {
      Metric topic = mentionedBefore.units().contains(figure.kind()) ? mentionedBefore : null;
      if (topic != null && drafts.isEmpty()) {
        setLevel(k, figure, k, topic, expected ? Kind.CONSENSUS : kind(k, k, topic));
        return;
      }
    }
    boolean mayBePrice = (metric < 0 || metric > k) && !expected;
    Metric price = mayBePrice ? price(k, figure) : null;
    if (price != null) {
      setLevel(k, figure, k, price, kind(k, k, price));
    } else if (metric >= 0) {
      Metric named = named(metric, figure);
      setLevel(k, figure, metric, named, expected ? Kind.CONSENSUS : kind(k, metric, named));
    }
    if (owners[k] == null) {
      Metric topic = expected || !hasSubject(k) ? topic(figure) : null;
      Metric named = topic != null ? topic : byKind(k, figure);
      if (against && named != null && named.id().equals("price_target")) {
        named = vocabulary.metric("share_price");
      }
      if (named != null) {
        setLevel(k, figure, k, named, expected ? Kind.CONSENSUS : kind(k, k, named));
      }
    }
  }

  /// "orders 6%": growth of a metric whose level is no percentage.
  private boolean bareGrowth(int k, Figure figure, int left) {
    if (figure.kind() != Figure.Kind.PERCENT
        || left < 0
        || left != k - 1
        || !(items.get(left) instanceof MetricItem m)
        || fits(m, figure)
        || !GROWING.contains(m.metric().id())) {
      return false;
    }
    Draft draft = add(k, left, m.metric(), kind(k, left, m.metric()), null);
    Change.Direction direction =
        figure.low().signum() < 0 ? Change.Direction.DOWN : Change.Direction.UP;
    draft.change(
        new Change(
            figure.middle().abs().doubleValue(), Change.Unit.PERCENT, direction, basis(right(k))),
        figure);
    owners[k] = draft;
    return true;
  }

  /// Whether somebody is said to have a figure: "we had 640", "consensus 612".
  private boolean isSpoken(int left) {
    Cue cue = items.cue(left);
    return cue == Cue.ESTIMATE
        || cue == Cue.OWN
        || cue == Cue.CONSENSUS
        || cue == Cue.GUIDANCE
        || cue == Cue.TO
        || cue == Cue.AT;
  }

  /// A plain number behind the name of a currency or an index.
  private @Nullable Metric exchangeRate(int k, Figure figure) {
    if (figure.kind() != Figure.Kind.COUNT) {
      return null;
    }
    AssetType type = items.typeNear(k);
    if (type == AssetType.FX && items.cue(left(k)) != null) {
      return vocabulary.metric("exchange_rate");
    }
    return null;
  }

  /// Whether a level was read for the metric that item `k` names.
  private boolean hasLevel(int k) {
    for (int d = drafts.size() - 1; d >= 0 && drafts.size() - d <= 3; d--) {
      if (drafts.get(d).item == k && drafts.get(d).level != null) {
        return true;
      }
    }
    return false;
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
    Cue behind = items.cue(right(k));
    if (metric < 0 && (behind == Cue.ABOVE || behind == Cue.BELOW)) {
      for (int j = right(k) + 1; j < items.size() && j - k <= MULTIPLE_REACH && metric < 0; j++) {
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
    Draft last = drafts.isEmpty() ? null : drafts.getLast();
    boolean compared = change.basis() == Change.Basis.AGAINST_CONSENSUS;
    if (compared && last != null && last.metric.equals(named) && !last.hasChange()) {
      last.change(change, figure);
      owners[k] = last;
      return;
    }
    boolean ofUnit = change.unit() != Change.Unit.ABSOLUTE;
    if (named == null && (compared || !ofUnit)) {
      return;
    }
    boolean rate = figure.kind() == Figure.Kind.BPS && items.isRateMove(right(k));
    boolean growth = named == null && items.is(right(k), "growth");
    boolean signed = isSigned(figure) && !isDirection(items.cue(left(k)));
    if (growth || (named != null && signed && isRate(named) && metric < 0)) {
      Metric level = growth ? vocabulary.metric("revenue_growth") : named;
      if (level != null) {
        setLevel(k, figure, k, level, kind(k, k, level));
      }
      return;
    }
    if (named == null) {
      named = vocabulary.metric(rate ? "policy_rate" : "other_percentage");
    }
    int item = metric >= 0 ? metric : k;
    Draft draft = add(k, item, named, kind(k, item, named), null);
    draft.change(change, figure);
    owners[k] = draft;
  }

  /// Whether a metric's own level is a percentage.
  private static boolean isRate(Metric metric) {
    return metric.units().contains(Figure.Kind.PERCENT);
  }

  /// What moves where no word names it: what the text speaks of, or the price of the name before.
  private @Nullable Metric moved(int k, Figure figure) {
    if (!hasSubject(k)) {
      Metric topic = topicOfChange();
      if (topic != null) {
        return topic;
      }
    }
    AssetType type = items.typeNear(k);
    if (type == null || figure.kind() != Figure.Kind.PERCENT) {
      Metric topic = topicOfChange();
      if (topic != null && CARRIED.contains(topic.id())) {
        return topic;
      }
      // What shrank 12% and has a name is a product or a market, by its sales.
      boolean sales = figure.kind() == Figure.Kind.PERCENT && items.hasCapitalBefore(k);
      return sales && isDirection(items.cue(left(k))) ? vocabulary.metric("revenue") : null;
    }
    return switch (type) {
      case CRYPTO, COMMODITY -> vocabulary.metric("spot_price");
      case FX -> vocabulary.metric("exchange_rate");
      case INDEX -> vocabulary.metric("index_level");
      case EQUITY, ETF -> {
        Metric topic = topicOfChange();
        yield topic != null && CARRIED.contains(topic.id())
            ? topic
            : vocabulary.metric("share_price");
      }
      case PRIVATE, RATE, GROUP -> null;
    };
  }

  /// Whether words of its own, and no pronoun alone, stand before a figure in its clause.
  private boolean hasSubject(int k) {
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

  /// The nearest metric before the figure that fits, in its clause; else the nearest behind it.
  private int farMetric(int k, Figure figure) {
    int words = 0;
    for (int j = k - 1; j >= 0 && k - j < FAR_REACH && words <= FAR_WORDS; j--) {
      if (items.get(j) instanceof MetricItem m && fits(m, figure)) {
        return j;
      }
      if (items.get(j) instanceof Break) {
        break;
      }
      words += items.get(j) instanceof OtherWord ? 1 : 0;
    }
    for (int j = k + 1; j < items.size() && j - k < LEVEL_REACH; j++) {
      if (items.get(j) instanceof MetricItem m && fits(m, figure)) {
        return j;
      }
      if (items.get(j) instanceof FigureItem
          || items.get(j) instanceof Break
          || items.get(j) instanceof Comma
          || items.cue(j) == Cue.JOIN) {
        break;
      }
    }
    return -1;
  }

  /// The metric that the text speaks of and that has such figures: of those of this sentence and
  /// the one before, the one whose level is nearest; else what the sentence before names last.
  private @Nullable Metric topic(Figure figure) {
    Draft nearest = nearest(figure, null);
    if (previous != null && nearest == null) {
      nearest = previous.nearest(figure, null);
    }
    if (nearest != null) {
      return nearest.metric;
    }
    Metric mentioned = mentionedBefore;
    if (mentioned == null && previous != null && previous.drafts.isEmpty()) {
      mentioned = previous.items.lastMetric();
    }
    if (mentioned != null && mentioned.units().contains(figure.kind())) {
      return mentioned;
    }
    Metric last = lastNamed();
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
    Metric last = lastNamed();
    if (last == null) {
      last = mentionedBefore;
    }
    return last == null && previous != null ? previous.lastNamed() : last;
  }

  /// The draft whose level is of the figure's kind and size.
  private @Nullable Draft nearest(Figure figure, @Nullable Draft none) {
    Draft nearest = none;
    double least = MOST_TIMES_AS_LARGE;
    double size = size(figure);
    for (int d = drafts.size() - 1; d >= 0 && drafts.size() - d <= MOST_DRAFTS_BACK; d--) {
      Draft draft = drafts.get(d);
      Figure level = draft.level;
      if (level == null
          || level.kind() != figure.kind()
          || !level.unit().equals(figure.unit())
          || draft.metric.id().startsWith("other_")) {
        continue;
      }
      double times = size(level) > size ? size(level) / size : size / size(level);
      if (times < least) {
        least = times;
        nearest = draft;
      }
    }
    return nearest;
  }

  private static double size(Figure figure) {
    return Math.max(figure.middle().abs().doubleValue(), SMALLEST);
  }

  private @Nullable Metric lastNamed() {
    Metric last = drafts.isEmpty() ? null : drafts.getLast().metric;
    return last == null || last.id().startsWith("other_") ? null : last;
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
      case BPS -> vocabulary.metric(isSigned(figure) ? "credit_spread" : "other_percentage");
      case MASS, VOLUME -> vocabulary.metric(items.isShipped(k) ? "shipments" : "production");
      case COUNT, DURATION, POINTS -> null;
    };
  }

  /// The multiple that a list of names goes on with, earnings' where a share is rated, else any.
  private Metric multiple(int k, Figure figure) {
    Metric topic = topic(figure);
    if (topic != null) {
      return topic;
    }
    return vocabulary.metric(isRating(k) ? "price_to_earnings" : "other_multiple");
  }

  /// What a percentage is that no metric names: "34% of revenue", "8% of capacity", "9.4%".
  private String percentage(int k) {
    int of = right(k);
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
    if (isExpected(left(k), right(k)) && figure.high().compareTo(MOST_EARNED_A_SHARE) < 0) {
      return "eps";
    }
    if (figure.high().compareTo(MOST_EARNED_A_SHARE) < 0) {
      if (items.isRatedBefore(k)) {
        return "price_target";
      }
      if (isBreak(k - 1) && isBreak(k + 1)) {
        return "share_price";
      }
    }
    int verb = left(k);
    if (items.is(verb, "did") || items.is(verb, "generated") || items.is(verb, "booked")) {
      return "revenue";
    }
    return isAShare(k) && speaksOfDeal(k) ? "offer_price" : "other_amount";
  }

  private boolean isBreak(int k) {
    return k >= 0 && k < items.size() && items.get(k) instanceof Break;
  }

  private boolean speaksOfDeal(int k) {
    for (int j = k - 1; j >= 0 && k - j < FAR_REACH; j--) {
      if (items.get(j) instanceof MetricItem m && m.metric().id().equals("deal_value")) {
        return true;
      }
    }
    return false;
  }

  /// Whether shares are rated at a multiple, which is of earnings unless it is said of what:
  /// "trades on 17x", "Analog Devices (25x)".
  private boolean isRating(int k) {
    int left = left(k);
    return items.is(left, "at")
        || items.is(left, "on")
        || items.cue(left) == Cue.AT
        || (isBracket(left) && items.typeNear(left) == AssetType.EQUITY);
  }

  /// "Long GM at $71", "Brent above $95", "the euro at $1.21", "$92 a pound": what the name beside
  /// it costs; null when it is no price.
  private @Nullable Metric price(int k, Figure figure) {
    if (figure.kind() != Figure.Kind.MONEY || figure.high().compareTo(MOST_PER_SHARE) >= 0) {
      return null;
    }
    Cue l = items.cue(left(k));
    boolean small = figure.high().compareTo(MOST_EARNED_A_SHARE) < 0;
    boolean at = items.is(left(k), "at") || items.is(left(k), "@");
    boolean bound = l == Cue.ABOVE || l == Cue.BELOW;
    AssetType type = items.typeNear(k);
    boolean priced =
        at || bound || l == Cue.AT || l == Cue.TO || l == Cue.OF || items.is(left(k), "between");
    if (isCoinOrMetal(items.typeRightAfter(k)) || (priced && isCoinOrMetal(type))) {
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
    boolean adjacent = small && type == AssetType.EQUITY && items.isNameBefore(k);
    return (at && (small || type != null)) || (bound && small) || adjacent
        ? vocabulary.metric("share_price")
        : null;
  }

  private static boolean isNoun(@Nullable Cue cue) {
    return cue == Cue.RISE || cue == Cue.DROP || cue == Cue.MORE_THAN || cue == Cue.LESS_THAN;
  }

  private static boolean isDirection(@Nullable Cue cue) {
    return cue == Cue.UP
        || cue == Cue.DOWN
        || cue == Cue.OWN_UP
        || cue == Cue.OWN_DOWN
        || isNoun(cue);
  }

  private static Change.@Nullable Direction direction(@Nullable Cue cue) {
    if (cue == Cue.UP
        || cue == Cue.OWN_UP
        || cue == Cue.RISE
        || cue == Cue.ABOVE
        || cue == Cue.MORE_THAN) {
      return Change.Direction.UP;
    }
    if (cue == Cue.DOWN
        || cue == Cue.OWN_DOWN
        || cue == Cue.DROP
        || cue == Cue.BELOW
        || cue == Cue.LESS_THAN) {
      return Change.Direction.DOWN;
    }
    return cue == Cue.FLAT ? Change.Direction.FLAT : null;
  }
}
