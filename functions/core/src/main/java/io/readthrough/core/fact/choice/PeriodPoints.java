package io.readthrough.core.fact.choice;

import io.readthrough.core.choice.FeatureNames;
import io.readthrough.core.choice.Points;
import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.note.Fact.Kind;
import java.util.List;
import java.util.Locale;

/// What each sign is worth to a period that it speaks for, or against: by itself, and for facts of
/// each kind and for each group of metrics.
@SuppressWarnings("EnumOrdinal") // Features are numbered by the order of what they are about.
public final class PeriodPoints {
  /// Groups of metrics that are told for periods in different ways.
  public enum Group {
    /// Of a company's accounts, or its operations.
    REPORTED,
    MULTIPLE,
    /// The price of something, or a view of it.
    PRICE,
    OTHER
  }

  private static final FeatureNames NAMES = new FeatureNames();
  private static final int[] SIGNS = NAMES.addEach("sign", PeriodSign.values());
  private static final int[][] BY_KIND = new int[Kind.values().length][];
  private static final int[][] BY_GROUP = new int[Group.values().length][];
  private static final int[][] PARTS = new int[Kind.values().length][];
  private static final int[][] GROUP_PARTS = new int[Group.values().length][];
  private static final int[] CHANGES = NAMES.addEach("change", PeriodSign.values());
  private static final int[] TRAITS = NAMES.addEach("trait", Trait.values());
  private static final int[][] TRAITS_BY_KIND = new int[Kind.values().length][];

  private static final int[] NO_PERIOD = NAMES.addEach("none:unit", Figure.Kind.values());
  private static final int[][] NO_PERIOD_BY_KIND = new int[Kind.values().length][];
  private static final int METRICS = metrics();
  private static final int CLASSES = classes();

  static {
    for (Kind kind : Kind.values()) {
      String name = name(kind);
      BY_KIND[kind.ordinal()] = NAMES.addEach(name, PeriodSign.values());
      PARTS[kind.ordinal()] = NAMES.addEach(name + ":part", PrintedPeriod.Part.values());
      NO_PERIOD_BY_KIND[kind.ordinal()] = NAMES.addEach(name + ":none:unit", Figure.Kind.values());
      TRAITS_BY_KIND[kind.ordinal()] = NAMES.addEach(name + ":trait", Trait.values());
    }
    for (Group group : Group.values()) {
      String name = name(group);
      BY_GROUP[group.ordinal()] = NAMES.addEach(name, PeriodSign.values());
      GROUP_PARTS[group.ordinal()] = NAMES.addEach(name + ":part", PrintedPeriod.Part.values());
    }
  }

  /// What a period is, wherever it stands.
  public enum Trait {
    MARKED,
    END,
    LAST,
    THIS,
    NEXT,
    /// Its year is before, the same as or after that of the note.
    EARLIER,
    SAME_YEAR,
    LATER
  }

  private static int metrics() {
    List<Metric> all = FactVocabulary.standard().all();
    int first = NAMES.add("none:metric:" + all.getFirst().id());
    all.stream().skip(1).forEach(metric -> NAMES.add("none:metric:" + metric.id()));
    return first;
  }

  private static int classes() {
    List<String> all = FactVocabulary.standard().classes();
    int first = NAMES.add("none:class:" + all.getFirst());
    all.stream().skip(1).forEach(name -> NAMES.add("none:class:" + name));
    return first;
  }

  /// That figures of a metric's class are for no period.
  public static int ofNoneOfClass(Metric metric) {
    return CLASSES + metric.kind();
  }

  /// That figures of a unit that are told as of `kind` are for no period.
  public static int ofNone(Figure.Kind unit, Kind kind) {
    return NO_PERIOD_BY_KIND[kind.ordinal()][unit.ordinal()];
  }

  /// That figures of a metric are for no period.
  public static int ofNone(Metric metric) {
    return METRICS + metric.number();
  }

  /// That figures of a kind are for no period.
  public static int ofNone(Figure.Kind kind) {
    return NO_PERIOD[kind.ordinal()];
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private PeriodPoints() {}

  /// The names of the features that can have points, by their numbers.
  public static List<String> features() {
    return NAMES.all();
  }

  /// The points that the product ships.
  public static Points standard() {
    return Standard.POINTS;
  }

  /// What a sign is worth for any figure.
  public static int of(PeriodSign sign) {
    return SIGNS[sign.ordinal()];
  }

  /// What a sign is worth for facts of a kind.
  public static int of(PeriodSign sign, Kind kind) {
    return BY_KIND[kind.ordinal()][sign.ordinal()];
  }

  /// What a sign is worth for figures of a group.
  public static int of(PeriodSign sign, Group group) {
    return BY_GROUP[group.ordinal()][sign.ordinal()];
  }

  /// What a sign is worth for a change without a level.
  public static int ofChange(PeriodSign sign) {
    return CHANGES[sign.ordinal()];
  }

  /// What a part of the year is worth for facts of a kind.
  public static int of(PrintedPeriod.Part part, Kind kind) {
    return PARTS[kind.ordinal()][part.ordinal()];
  }

  /// What a part of the year is worth for figures of a group.
  public static int of(PrintedPeriod.Part part, Group group) {
    return GROUP_PARTS[group.ordinal()][part.ordinal()];
  }

  /// What a trait is worth for any figure.
  public static int of(Trait trait) {
    return TRAITS[trait.ordinal()];
  }

  /// What a trait is worth for facts of a kind.
  public static int of(Trait trait, Kind kind) {
    return TRAITS_BY_KIND[kind.ordinal()][trait.ordinal()];
  }

  /// Read on first use.
  private static final class Standard {
    private static final Points POINTS =
        Points.read(PeriodPoints.class, "period-points.tsv", features());
  }
}
