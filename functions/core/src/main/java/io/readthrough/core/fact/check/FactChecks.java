package io.readthrough.core.fact.check;

import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.fact.sentence.FoundFact;
import io.readthrough.core.note.Check;
import io.readthrough.core.note.Check.Result;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.note.Fact.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Compares the facts of a note with each other. Figures agree when the difference is less than
/// what rounding to the printed digits can make.
final class FactChecks {
  /// How many digits a figure can be wrong by that is called "about".
  private static final double ABOUT = 0.05;

  /// How far the value per coin may lie from the average price of a quarter without a remark: the
  /// price at the quarter's end is another one.
  private static final double PRICE = 0.05;

  private final List<Fact> printed;
  private final List<FoundFact> found;
  private final List<Fact> all;
  private final FactGroups groups;
  private final List<Check> checks = new ArrayList<>();

  FactChecks(List<Fact> printed, List<FoundFact> found, List<Fact> all, FactGroups groups) {
    this.printed = printed;
    this.found = found;
    this.all = all;
    this.groups = groups;
  }

  List<Check> all() {
    groups.all().forEach(this::sameFigure);
    for (int i = 0; i < printed.size(); i++) {
      change(printed.get(i), found.get(i).prior());
      againstConsensus(i);
      partOfWhole(i);
      margin(i, "gross_margin", "gross_profit");
      margin(i, "operating_margin", "operating_profit");
      margin(i, "ebitda_margin", "ebitda");
      margin(i, "net_margin", "net_income");
    }
    all.subList(printed.size(), all.size()).forEach(this::pricePerCoin);
    return checks;
  }

  /// Two values of one metric, one kind and one period: "figures_agree".
  private void sameFigure(List<Integer> values) {
    for (int n = 1; n < values.size(); n++) {
      Fact first = printed.get(values.get(n - 1));
      Fact second = printed.get(values.get(n));
      if (first.period() == null
          || !FactGroups.samePeriod(first.period(), second.period())
          || first.kind() != second.kind()
          || first.unit() == null
          || !first.unit().equals(second.unit())
          || !isSameThing(first, second)) {
        continue;
      }
      boolean agree = agree(first, second);
      check(
          "figures_agree",
          agree ? Result.PASS : Result.FAIL,
          "The note gives "
              + first.label()
              + " as "
              + print(first)
              + " and as "
              + print(second)
              + ".",
          List.of(first, second));
    }
  }

  /// A level, what it was and the change between them, all printed: "change_agrees".
  private void change(Fact fact, @Nullable Double prior) {
    Change change = fact.change();
    Double now = fact.value();
    if (change == null
        || change.value() == null
        || change.unit() != Change.Unit.PERCENT
        || now == null
        || prior == null
        || prior <= 0) {
      return;
    }
    double computed = 100 * (now / prior - 1);
    double claimed = signed(change);
    double slack = 100 * (ulp(now) / prior + ulp(prior) * now / prior / prior) + ulp(claimed);
    boolean agree = Math.abs(computed - claimed) <= slack;
    check(
        "change_agrees",
        agree ? Result.PASS : Result.FAIL,
        String.format(
            Locale.ROOT,
            "From %s to %s is a change of %.1f%%; the note prints %.1f%%.",
            plain(prior),
            print(fact),
            computed,
            claimed),
        List.of(fact));
  }

  /// A difference from consensus that is printed beside both: "surprise_agrees".
  private void againstConsensus(int i) {
    Fact fact = printed.get(i);
    Change change = fact.change();
    if (change == null
        || change.basis() != Change.Basis.AGAINST_CONSENSUS
        || change.unit() != Change.Unit.PERCENT
        || change.value() == null
        || fact.kind() != Kind.ACTUAL) {
      return;
    }
    int at = fact.value() == null ? groups.beside(i, fact.metric(), Kind.ACTUAL) : i;
    Double actual = at < 0 ? null : printed.get(at).value();
    int other = groups.beside(i, fact.metric(), Kind.CONSENSUS);
    Double expected = other < 0 ? null : printed.get(other).value();
    if (actual == null || expected == null || expected <= 0) {
      return;
    }
    double computed = 100 * (actual / expected - 1);
    double claimed = signed(change);
    double slack = 100 * (ulp(actual) / expected + ulp(expected) / expected) + ulp(claimed);
    check(
        "surprise_agrees",
        Math.abs(computed - claimed) <= slack ? Result.PASS : Result.FAIL,
        String.format(
            Locale.ROOT,
            "%s against a consensus of %s is %.1f%%; the note prints %.1f%%.",
            print(printed.get(at)),
            plain(expected),
            computed,
            claimed),
        List.of(fact, printed.get(other)));
  }

  /// A charge that is more than the loss it is part of: "part_within_whole".
  private void partOfWhole(int i) {
    Fact charge = printed.get(i);
    if (!charge.metric().equals("mark_to_market_charge") || charge.value() == null) {
      return;
    }
    int other = groups.beside(i, "net_loss", charge.kind());
    Double loss = other < 0 ? null : printed.get(other).value();
    if (loss != null) {
      boolean within = charge.value() <= loss;
      check(
          "part_within_whole",
          within ? Result.PASS : Result.WARN,
          "The charge is "
              + print(charge)
              + (within ? ", part of" : ", more than")
              + " the net loss of "
              + print(printed.get(other))
              + ".",
          List.of(charge, printed.get(other)));
    }
  }

  /// A printed margin beside both of its parts: "margin_agrees".
  private void margin(int i, String margin, String part) {
    Fact fact = printed.get(i);
    if (!fact.metric().equals(margin) || fact.value() == null) {
      return;
    }
    int numerator = groups.beside(i, part, fact.kind());
    int denominator = groups.beside(i, "revenue", fact.kind());
    Double above = numerator < 0 ? null : printed.get(numerator).value();
    Double below = denominator < 0 ? null : printed.get(denominator).value();
    if (above == null || below == null || below <= 0) {
      return;
    }
    double computed = 100 * above / below;
    double slack =
        100 * (ulp(above) / below + ulp(below) * above / below / below) + ulp(fact.value());
    check(
        "margin_agrees",
        Math.abs(computed - fact.value()) <= slack ? Result.PASS : Result.WARN,
        String.format(
            Locale.ROOT,
            "%s of revenue of %s is %.1f%%; the note prints %s.",
            print(printed.get(numerator)),
            print(printed.get(denominator)),
            computed,
            print(fact)),
        List.of(fact, printed.get(numerator), printed.get(denominator)));
  }

  /// The value of the coins held, for each of them, beside the average price: "price_per_coin".
  private void pricePerCoin(Fact implied) {
    if (!implied.metric().equals("implied_price_per_coin") || implied.value() == null) {
      return;
    }
    Fact average = null;
    for (Fact fact : printed) {
      boolean price = fact.metric().equals("average_price") && fact.value() != null;
      if (price
          && fact.kind() == Kind.ACTUAL
          && fact.unit() != null
          && fact.unit().equals(implied.unit())) {
        average = fact;
        break;
      }
    }
    if (average == null || average.value() == null) {
      return;
    }
    double difference = implied.value() / average.value() - 1;
    List<Fact> compared = List.of(implied, average);
    check(
        "price_per_coin",
        Math.abs(difference) <= PRICE ? Result.PASS : Result.WARN,
        String.format(
            Locale.ROOT,
            "The coins held are valued at %s each, %.1f%% %s the average price of %s.",
            print(implied),
            Math.abs(100 * difference),
            difference < 0 ? "below" : "above",
            print(average)),
        compared);
  }

  private void check(String name, Result result, String detail, List<Fact> facts) {
    checks.add(new Check(name, result, detail, facts.stream().map(Fact::id).toList()));
  }

  /// Whether two facts of one metric are of the same thing: not "cloud revenue" and "revenue", nor
  /// the core and the headline rate of an economy.
  private static boolean isSameThing(Fact one, Fact other) {
    if (one.entityId() == null) {
      return one.label().equalsIgnoreCase(other.label());
    }
    FactVocabulary vocabulary = FactVocabulary.standard();
    return vocabulary.qualifier(one.label()).equals(vocabulary.qualifier(other.label()));
  }

  private static double signed(Change change) {
    double value = change.value() == null ? 0 : change.value();
    return change.direction() == Change.Direction.DOWN ? -value : value;
  }

  /// Whether two facts with values can be the same figure, rounded.
  static boolean agree(Fact a, Fact b) {
    Double one = a.value();
    Double two = b.value();
    return one != null && two != null && agree(one, two, a.approximate() || b.approximate());
  }

  /// Whether two values can be the same figure, rounded.
  static boolean agree(double a, double b, boolean approximate) {
    double slack = Math.max(half(a, 1), half(b, 1));
    if (approximate) {
      slack = Math.max(slack, ABOUT * Math.abs(a));
    }
    return Math.abs(a - b) <= slack;
  }

  /// What rounding may have changed in a figure that is reckoned with.
  private static double ulp(double value) {
    return half(value, 2);
  }

  /// Half of the last digit that is not zero: of "1.2 billion" it is 50 million. A printed zero is
  /// taken for an unknown digit, but for the first `least` digits.
  private static double half(double value, int least) {
    if (value == 0) {
      return 0;
    }
    BigDecimal digits = BigDecimal.valueOf(value).stripTrailingZeros();
    int missing = Math.max(0, least - digits.precision());
    return 0.5000001 * Math.pow(10, -digits.scale() - missing);
  }

  private static String print(Fact fact) {
    return (fact.approximate() ? "about " : "") + plain(fact.value()) + " " + fact.unit();
  }

  static String plain(@Nullable Double value) {
    return value == null
        ? "nothing"
        : String.format(Locale.ROOT, "%,.4f", value).replaceAll("\\.?0+$", "");
  }
}
