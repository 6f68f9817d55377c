package io.readthrough.core.fact.metric;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.note.Fact.GoodWhen;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something that figures are given for.
///
/// @param number its place in the vocabulary
/// @param id snake_case: "net_loss"
/// @param kind the number of its class in `metric-classes.tsv`
/// @param units those that its level can have
/// @param concept the same in a taxonomy of filings; null where it has none
public record Metric(
    int number,
    String id,
    GoodWhen goodWhen,
    Set<Figure.Kind> units,
    Owner owner,
    int kind,
    @Nullable String concept) {
  private static final Set<String> PER_SHARE =
      Set.of(
          "eps",
          "adjusted_loss_per_share",
          "price_target",
          "share_price",
          "offer_price",
          "book_value_per_share");

  /// Whether both are the same metric: its id tells it from all others.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Metric metric && id.equals(metric.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /// Whether its money is for one share.
  public boolean isPerShare() {
    return PER_SHARE.contains(id);
  }

  /// Whether its figures are amounts for one of something, and no counts.
  public boolean isPriced() {
    return MetricFamilies.PRICES.contains(id) && !units.contains(Figure.Kind.COUNT);
  }

  /// Whether it only tells the unit of figures whose metric has no name.
  public boolean isUnnamed() {
    return id.startsWith("other_");
  }

  /// Whether its own level is a percentage.
  public boolean isRate() {
    return units.contains(Figure.Kind.PERCENT);
  }

  /// Whose metric it is.
  public enum Owner {
    COMPANY,
    ASSET,
    ECONOMY
  }
}
