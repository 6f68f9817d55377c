package io.readthrough.core.fact;

import io.readthrough.core.note.Fact.GoodWhen;
import java.util.Set;

/// Something that figures are given for.
///
/// @param id snake_case: "net_loss"
/// @param units those that its level can have
record Metric(String id, GoodWhen goodWhen, Set<Figure.Kind> units, Owner owner) {
  /// Whose metric it is.
  enum Owner {
    COMPANY,
    ASSET,
    ECONOMY
  }
}
