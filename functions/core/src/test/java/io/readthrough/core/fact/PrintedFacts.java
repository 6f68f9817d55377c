package io.readthrough.core.fact;

import io.readthrough.core.fact.FactFinder.FoundFacts;
import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.fact.sentence.FoundFact;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.security.SecurityMentions;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Facts as lines of text, for tests: "actual revenue 4200000000 USD [Q2] up 9 % YoY".
public final class PrintedFacts {
  private static final FactFinder FINDER = FactFinder.standard();
  private static final SecurityMentions MENTIONS = SecurityMentions.standard();

  private PrintedFacts() {}

  public static FoundFacts find(String text) {
    Tokens tokens = Tokens.of(text);
    return FINDER.find(tokens, Sentences.of(tokens), List.of(), MENTIONS.find(tokens));
  }

  static List<String> lines(String text) {
    return find(text).facts().stream().map(PrintedFacts::line).toList();
  }

  static String line(FoundFact found) {
    PrintedPeriod period = found.period();
    return line(found.fact(), period == null ? "-" : period.label());
  }

  public static String line(Fact fact, String period) {
    StringBuilder line = new StringBuilder();
    line.append(fact.kind().name().toLowerCase(Locale.ROOT)).append(' ').append(fact.metric());
    if (fact.unit() != null) {
      line.append(fact.approximate() ? " about " : " ");
      line.append(
          fact.value() != null
              ? plain(fact.value())
              : plain(fact.valueLow()) + ".." + plain(fact.valueHigh()));
      line.append(' ').append(fact.unit());
    }
    line.append(" [").append(period).append(']');
    Change change = fact.change();
    if (change != null) {
      line.append(' ').append(change.direction().name().toLowerCase(Locale.ROOT));
      if (change.value() != null) {
        line.append(' ').append(plain(change.value())).append(unit(change.unit()));
      }
      line.append(basis(change.basis()));
    }
    return line.toString();
  }

  private static String plain(@Nullable Double value) {
    return value == null
        ? "null"
        : new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
  }

  private static String unit(Change.Unit unit) {
    return switch (unit) {
      case PERCENT -> " %";
      case BASIS_POINTS -> " bps";
      case ABSOLUTE -> "";
    };
  }

  private static String basis(Change.Basis basis) {
    return switch (basis) {
      case QUARTER_ON_QUARTER -> " QoQ";
      case YEAR_ON_YEAR -> " YoY";
      case MONTH_ON_MONTH -> " MoM";
      case AGAINST_GUIDANCE -> " vs guidance";
      case AGAINST_CONSENSUS -> " vs consensus";
      case UNSPECIFIED -> "";
    };
  }
}
