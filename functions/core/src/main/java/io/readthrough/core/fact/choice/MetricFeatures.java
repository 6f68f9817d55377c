package io.readthrough.core.fact.choice;

import io.readthrough.core.choice.FeatureNames;
import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.metric.MetricHints;
import io.readthrough.core.fact.metric.MetricSign;
import java.util.List;
import java.util.Locale;

/// The features by which the metric of a figure is chosen, by their numbers: every sign, every
/// metric as the reading of the figure took it, every hint, and every way in which a figure can
/// stand for each kind of metric, each for levels and for changes apart.
@SuppressWarnings("EnumOrdinal") // Features are numbered by the order of what they are about.
final class MetricFeatures {
  private static final int SIGNS = MetricSign.values().length;

  private static final int FIGURE_SIGNS = FigureSign.values().length;

  private final int metrics;

  /// The first feature of how a figure stands.
  private final int figures;

  private final FeatureNames names = new FeatureNames();

  private MetricFeatures(FactVocabulary vocabulary) {
    this.metrics = vocabulary.all().size();
    for (MetricSign sign : MetricSign.values()) {
      add(sign.name().toLowerCase(Locale.ROOT));
    }
    for (Metric metric : vocabulary.all()) {
      add("read:" + metric.id());
    }
    for (MetricHints.Hint hint : vocabulary.hints().all()) {
      add("hint:" + hint.name());
    }
    this.figures = names.all().size();
    for (String kind : vocabulary.classes()) {
      for (FigureSign sign : FigureSign.values()) {
        add(kind + ':' + sign.name().toLowerCase(Locale.ROOT));
      }
    }
  }

  static MetricFeatures standard() {
    return Standard.FEATURES;
  }

  private void add(String name) {
    names.add("level:" + name);
    names.add("change:" + name);
  }

  /// All names, by their numbers.
  List<String> names() {
    return names.all();
  }

  /// What a sign tells of a candidate.
  ///
  /// @param change whether the figure is a change without a level
  public int of(MetricSign sign, boolean change) {
    return 2 * sign.ordinal() + (change ? 1 : 0);
  }

  /// A metric that the reading of the figure took from no name.
  int ofRead(Metric metric, boolean change) {
    return 2 * (SIGNS + metric.number()) + (change ? 1 : 0);
  }

  /// How the figure of a metric of the `kind`-th class stands.
  public int of(int kind, FigureSign sign, boolean change) {
    return figures + 2 * (kind * FIGURE_SIGNS + sign.ordinal()) + (change ? 1 : 0);
  }

  /// Words that hint at a metric.
  ///
  /// @param change whether the figure is a change without a level
  public int of(MetricHints.Hint hint, boolean change) {
    return 2 * (SIGNS + metrics + hint.number()) + (change ? 1 : 0);
  }

  /// Made on first use.
  private static final class Standard {
    private static final MetricFeatures FEATURES = new MetricFeatures(FactVocabulary.standard());
  }
}
