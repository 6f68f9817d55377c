package io.readthrough.core.fact.check;

import io.readthrough.core.fact.period.PeriodCalendar;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.note.Fact.Derivation;
import io.readthrough.core.note.Fact.GoodWhen;
import io.readthrough.core.note.Fact.Kind;
import io.readthrough.core.note.Fact.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/// What follows from the facts that a note prints, each by one formula from facts of the same name
/// and period. To four significant digits, since the printed figures have about as many.
final class DerivedFacts {
  /// A change of this much and more says nothing of what was before: all but everything is gone.
  private static final double MOST_FALL = 0.995;

  private static final MathContext DIGITS = new MathContext(4);
  private static final String PERCENT = "%";

  private static final Set<String> CHARGES =
      Set.of("mark_to_market_charge", "impairment", "restructuring_charge", "one_off_charge");

  /// What two metrics give together.
  ///
  /// @param metric what comes of it
  /// @param unit null for the unit of the numerator
  private record Ratio(
      String metric,
      String label,
      String numerator,
      String denominator,
      @Nullable String unit,
      String formula,
      GoodWhen goodWhen,
      DoubleBinaryOperator of) {}

  private static final List<Ratio> RATIOS =
      List.of(
          share("gross_margin", "gross_profit", "revenue"),
          share("operating_margin", "operating_profit", "revenue"),
          share("ebitda_margin", "ebitda", "revenue"),
          share("net_margin", "net_income", "revenue"),
          share("free_cash_flow_margin", "free_cash_flow", "revenue"),
          times("leverage", "net_debt", "ebitda", GoodWhen.DOWN),
          times("interest_cover", "ebitda", "interest_expense", GoodWhen.UP),
          times("book_to_bill", "orders", "revenue", GoodWhen.UP),
          times("dividend_cover", "free_cash_flow", "dividends_paid", GoodWhen.UP),
          new Ratio(
              "implied_price_per_coin",
              "implied price per coin",
              "coins_held_value",
              "coins_held",
              null,
              "coins_held_value / coins_held",
              GoodWhen.CONTEXT,
              (a, b) -> a / b),
          new Ratio(
              "upside",
              "upside to the price target",
              "price_target",
              "share_price",
              PERCENT,
              "price_target / share_price - 1",
              GoodWhen.UP,
              (a, b) -> 100 * (a / b - 1)));

  private final List<Fact> printed;
  private final FactGroups groups;
  private final List<Fact> derived = new ArrayList<>();

  DerivedFacts(List<Fact> printed, FactGroups groups) {
    this.printed = printed;
    this.groups = groups;
  }

  private static Ratio share(String metric, String numerator, String denominator) {
    return new Ratio(
        metric,
        "implied " + metric.replace('_', ' '),
        numerator,
        denominator,
        PERCENT,
        numerator + " / " + denominator,
        GoodWhen.UP,
        (a, b) -> 100 * a / b);
  }

  private static Ratio times(
      String metric, String numerator, String denominator, GoodWhen goodWhen) {
    return new Ratio(
        metric,
        "implied " + metric.replace('_', ' '),
        numerator,
        denominator,
        "x",
        numerator + " / " + denominator,
        goodWhen,
        (a, b) -> a / b);
  }

  /// All of them, numbered on from the printed facts.
  List<Fact> all() {
    for (int i = 0; i < printed.size(); i++) {
      prior(printed.get(i));
      surprise(i);
      beforeCharge(i);
      for (Ratio ratio : RATIOS) {
        ratio(i, ratio);
      }
    }
    return derived;
  }

  /// "$136 million, down 25%" was $181.3 million before.
  private void prior(Fact fact) {
    Change change = fact.change();
    Double value = fact.value();
    if (change == null || value == null || PERCENT.equals(fact.unit())) {
      return;
    }
    Double percent = change.value();
    boolean ofBefore =
        switch (change.basis()) {
          case QUARTER_ON_QUARTER, YEAR_ON_YEAR, MONTH_ON_MONTH -> true;
          case UNSPECIFIED -> fact.kind() == Kind.ACTUAL;
          case AGAINST_GUIDANCE, AGAINST_CONSENSUS -> false;
        };
    if (percent == null || change.unit() != Change.Unit.PERCENT || !ofBefore) {
      return;
    }
    boolean fell = change.direction() == Change.Direction.DOWN;
    double share = fell ? -percent / 100 : percent / 100;
    if (share <= -MOST_FALL || percent == 0) {
      return;
    }
    boolean yearBefore = change.basis() == Change.Basis.YEAR_ON_YEAR;
    Period period = fact.period();
    add(
        fact.metric(),
        "implied prior " + fact.label(),
        fact.concept(),
        value / (1 + share),
        fact.unit(),
        period == null ? null : PeriodCalendar.before(period, yearBefore),
        fact.goodWhen(),
        fact.metric() + " / (1 + change)",
        List.of(fact));
  }

  /// By how much a reported figure differs from what was expected, where that is not printed.
  private void surprise(int i) {
    Fact actual = printed.get(i);
    if (actual.kind() != Kind.ACTUAL || actual.value() == null) {
      return;
    }
    Change change = actual.change();
    boolean known = change != null && change.basis() == Change.Basis.AGAINST_CONSENSUS;
    int other = known ? -1 : groups.beside(i, actual.metric(), Kind.CONSENSUS);
    if (other < 0) {
      return;
    }
    Fact consensus = printed.get(other);
    Double expected = consensus.value();
    if (expected != null
        && expected > 0
        && actual.unit() != null
        && actual.unit().equals(consensus.unit())
        && !actual.unit().equals(PERCENT)) {
      add(
          "surprise",
          actual.label() + " against consensus",
          null,
          100 * (actual.value() / expected - 1),
          PERCENT,
          actual.period(),
          actual.goodWhen(),
          actual.metric() + " / consensus - 1",
          List.of(actual, consensus));
    }
  }

  /// "A loss of $378 million, of which $263 million was a non-cash charge."
  private void beforeCharge(int i) {
    Fact charge = printed.get(i);
    if (!CHARGES.contains(charge.metric()) || charge.value() == null) {
      return;
    }
    boolean loss = true;
    int other = groups.beside(i, "net_loss", charge.kind());
    if (other < 0) {
      loss = false;
      other = groups.beside(i, "net_income", charge.kind());
    }
    if (other < 0 || i - other > 2 || other > i) {
      return;
    }
    Fact result = printed.get(other);
    Double before = result.value();
    if (before == null || charge.unit() == null || !charge.unit().equals(result.unit())) {
      return;
    }
    String name = charge.metric().replace('_', ' ');
    add(
        loss ? "net_loss_before_charge" : "net_income_before_charge",
        (loss ? "net loss before " : "net income before ") + name,
        null,
        loss ? before - charge.value() : before + charge.value(),
        charge.unit(),
        result.period(),
        result.goodWhen(),
        result.metric() + (loss ? " - " : " + ") + charge.metric(),
        List.of(result, charge));
  }

  private void ratio(int i, Ratio ratio) {
    Fact numerator = printed.get(i);
    if (!numerator.metric().equals(ratio.numerator()) || numerator.value() == null) {
      return;
    }
    boolean target = ratio.numerator().equals("price_target");
    int other = groups.beside(i, ratio.denominator(), target ? Kind.ACTUAL : numerator.kind());
    if (other < 0 || groups.beside(i, ratio.metric(), numerator.kind()) >= 0) {
      return;
    }
    Fact denominator = printed.get(other);
    Double below = denominator.value();
    boolean perCoin = ratio.unit() == null;
    if (below != null
        && below > 0
        && numerator.unit() != null
        && (perCoin || numerator.unit().equals(denominator.unit()))) {
      add(
          ratio.metric(),
          ratio.label(),
          null,
          ratio.of().applyAsDouble(numerator.value(), below),
          perCoin ? numerator.unit() : ratio.unit(),
          numerator.period() == null ? denominator.period() : numerator.period(),
          ratio.goodWhen(),
          ratio.formula(),
          List.of(numerator, denominator));
    }
  }

  private void add(
      String metric,
      String label,
      @Nullable String concept,
      double value,
      @Nullable String unit,
      @Nullable Period period,
      GoodWhen goodWhen,
      String formula,
      List<Fact> inputs) {
    Set<String> evidence = new LinkedHashSet<>();
    inputs.forEach(input -> evidence.addAll(input.evidenceIds()));
    boolean approximate = inputs.stream().anyMatch(Fact::approximate);
    derived.add(
        new Fact(
            "f" + (printed.size() + derived.size() + 1),
            Kind.DERIVED,
            metric,
            concept,
            label,
            inputs.getFirst().entityId(),
            new BigDecimal(value).round(DIGITS).doubleValue(),
            null,
            null,
            approximate,
            unit,
            period,
            null,
            goodWhen,
            new Derivation(formula, inputs.stream().map(Fact::id).toList()),
            List.copyOf(evidence)));
  }
}
