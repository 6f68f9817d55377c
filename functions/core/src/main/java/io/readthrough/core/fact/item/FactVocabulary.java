package io.readthrough.core.fact.item;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.figure.NumberWords;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.metric.MetricHints;
import io.readthrough.core.fact.metric.MetricWords;
import io.readthrough.core.fact.period.PeriodReader;
import io.readthrough.core.note.Fact.GoodWhen;
import io.readthrough.core.text.Phrase;
import io.readthrough.core.text.PhraseIndex;
import io.readthrough.core.text.Rows;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The wordings of metrics and cues.
public final class FactVocabulary {
  /// What can start at a word, as bits of an answer of [#starts].
  static final int METRIC = 1;

  static final int CUE = 2;
  static final int HINT = 4;
  static final int PERIOD = 8;
  static final int NUMBER = 16;

  /// The word tells that its sentence is of the note's own firm.
  static final int DISCLOSURE = 32;

  /// In place of the kind of a figure: a change without a level.
  private static final String CHANGE = "change";

  /// In place of an id: the wording holds a metric's word and is none.
  private static final String NO_METRIC = "-";

  private static final List<String> DISCLOSURES =
      List.of("affiliates", "beneficially", "solicited", "disclosures");

  private final PhraseIndex metricIndex = new PhraseIndex();
  private final List<@Nullable Metric> metrics = new ArrayList<>();
  private final PhraseIndex cueIndex = new PhraseIndex();
  private final List<Cue> cues = new ArrayList<>();
  private final List<Metric> all = new ArrayList<>();
  private final List<String> classes = new ArrayList<>();
  private final Map<String, Integer> classOf = new HashMap<>();
  private final List<Plural> plurals = new ArrayList<>();

  /// A metric's wording that may be met in the plural.
  private record Plural(String wording, int number) {}

  private final MetricHints hints = new MetricHints();

  /// What metrics are told by: their descriptions and all their wordings, and of which each is.
  private final List<Phrase> texts = new ArrayList<>();

  private final List<Metric> textMetrics = new ArrayList<>();
  private @Nullable MetricWords words;
  private final Map<String, Metric> byId = new HashMap<>();
  private final Set<String> reported = new HashSet<>();
  private final Map<String, Map<Figure.Kind, Metric>> inUnits = new HashMap<>();

  private final Map<Figure.Kind, List<Metric>> usual = new EnumMap<>(Figure.Kind.class);
  private final List<Metric> usualOfChanges = new ArrayList<>();

  /// By the kind of the figure, and the number of the metric.
  private final Map<Figure.Kind, List<@Nullable Size>> sizes = new EnumMap<>(Figure.Kind.class);

  /// How large a figure usually is.
  public record Size(double from, double to) {}

  /// The words that something can start at, by numbers of their own.
  private final WordTable starts = new WordTable();

  private int[] startBits = new int[1024];

  private FactVocabulary() {}

  /// The vocabulary that the product ships, read on first use.
  public static FactVocabulary standard() {
    return Standard.VOCABULARY;
  }

  /// The metric with this id.
  public Metric metric(String id) {
    Metric metric = byId.get(id);
    if (metric == null) {
      throw new IllegalArgumentException("metrics.tsv has no metric '" + id + "'");
    }
    return metric;
  }

  /// What a fact's label says before the metric's own words, in lower case; the whole label where
  /// it does not end in a metric's words.
  public String qualifier(String label) {
    Tokens tokens = Tokens.of(label);
    for (int i = 0; i < tokens.size(); i++) {
      long found = metricIndex.find(tokens, i);
      if (found != PhraseIndex.NONE && PhraseIndex.end(found) == tokens.size()) {
        return label.substring(0, tokens.start(i)).strip().toLowerCase(Locale.ROOT);
      }
    }
    return label.toLowerCase(Locale.ROOT);
  }

  /// What `metric` is called for figures of another kind than its own: a price target in percent is
  /// an upside. Null when its own name holds.
  public @Nullable Metric inUnit(Metric metric, Figure.Kind kind) {
    if (metric.units().contains(kind)) {
      return null;
    }
    Map<Figure.Kind, Metric> others = inUnits.get(metric.id());
    return others == null ? null : others.get(kind);
  }

  /// Words that hint at a metric.
  public MetricHints hints() {
    return hints;
  }

  /// How large figures of `kind` usually are that are of `metric`; null when that is not known.
  public @Nullable Size size(Metric metric, Figure.Kind kind) {
    List<@Nullable Size> ofKind = sizes.get(kind);
    return ofKind == null ? null : ofKind.get(metric.number());
  }

  /// The words of metrics.
  public MetricWords words() {
    return Objects.requireNonNull(words);
  }

  /// What figures of a kind are most often of.
  ///
  /// @param change whether they are changes without a level
  public List<Metric> usual(Figure.Kind kind, boolean change) {
    return change ? usualOfChanges : usual.getOrDefault(kind, List.of());
  }

  /// The metrics that companies report by period.
  public Set<String> reported() {
    return reported;
  }

  /// All metrics, in the order of `metrics.tsv`.
  public List<Metric> all() {
    return all;
  }

  /// The kinds of metrics, by their numbers.
  public List<String> classes() {
    return classes;
  }

  /// What can start at token `i`, so that a word that starts nothing is looked up once.
  int starts(Tokens tokens, int i) {
    int number = tokens.values(starts)[i];
    return number == WordTable.ABSENT ? 0 : startBits[number];
  }

  /// The longest wording of a metric that starts at token `i`, as [PhraseIndex#find] answers it.
  long findMetric(Tokens tokens, int i, int end) {
    return metricIndex.find(tokens, i, end);
  }

  /// The metric with this number; null for a wording that is none.
  public @Nullable Metric metric(int number) {
    return metrics.get(number);
  }

  /// The longest cue that starts at token `i`, as [PhraseIndex#find] answers it.
  long findCue(Tokens tokens, int i, int end) {
    return cueIndex.find(tokens, i, end);
  }

  /// The cue with this number.
  Cue cue(int number) {
    return cues.get(number);
  }

  private static FactVocabulary read() {
    FactVocabulary vocabulary = new FactVocabulary();
    for (String[] row : Rows.of(FactVocabulary.class, "metric-classes.tsv", 2)) {
      Rows.parts(row[1]).forEach(id -> vocabulary.classOf.put(id, vocabulary.classes.size()));
      vocabulary.classes.add(row[0]);
    }
    for (String[] row : Rows.of(FactVocabulary.class, "metrics.tsv", 7)) {
      vocabulary.addMetric(row);
    }
    vocabulary.classOf.keySet().forEach(vocabulary::metric);
    vocabulary.addPlurals();
    for (String[] row : Rows.of(FactVocabulary.class, "reported.tsv", 1)) {
      vocabulary.reported.add(vocabulary.metric(row[0]).id());
    }
    for (String[] row : Rows.of(FactVocabulary.class, "metrics-by-unit.tsv", 3)) {
      Figure.Kind kind = Figure.Kind.valueOf(row[1].toUpperCase(Locale.ROOT));
      vocabulary
          .inUnits
          .computeIfAbsent(vocabulary.metric(row[0]).id(), id -> new EnumMap<>(Figure.Kind.class))
          .put(kind, vocabulary.metric(row[2]));
    }
    for (String[] row : Rows.of(FactVocabulary.class, "usual-sizes.tsv", 4)) {
      vocabulary.addSizes(row);
    }
    for (String[] row : Rows.of(FactVocabulary.class, "metric-hints.tsv", 4)) {
      vocabulary.addHint(row);
    }
    for (String[] row : Rows.of(FactVocabulary.class, "usual-metrics.tsv", 2)) {
      List<Metric> metrics = Rows.parts(row[1]).stream().map(vocabulary::metric).toList();
      if (row[0].equals(CHANGE)) {
        vocabulary.usualOfChanges.addAll(metrics);
      } else {
        vocabulary.usual.put(Figure.Kind.valueOf(row[0].toUpperCase(Locale.ROOT)), metrics);
      }
    }
    for (String[] row : Rows.of(FactVocabulary.class, "metric-shared-words.tsv", 2)) {
      vocabulary.addSharedWords(row);
    }
    for (String[] row : Rows.of(FactVocabulary.class, "cues.tsv", 2)) {
      vocabulary.cues.add(Cue.valueOf(row[0].toUpperCase(Locale.ROOT)));
      List<Phrase> wordings = Phrase.cut(Rows.parts(row[1]));
      vocabulary.add(vocabulary.cueIndex, wordings, vocabulary.cues.size() - 1, CUE);
    }
    PeriodReader.firstWords().forEach(word -> vocabulary.starts(word, PERIOD));
    NumberWords.all().forEach(word -> vocabulary.starts(word, NUMBER));
    for (String word : DISCLOSURES) {
      vocabulary.starts(word, DISCLOSURE);
    }
    vocabulary.words =
        new MetricWords(vocabulary.texts, vocabulary.textMetrics, vocabulary.all.size());
    vocabulary.texts.clear();
    vocabulary.textMetrics.clear();
    return vocabulary;
  }

  private void addMetric(String[] row) {
    int number = metrics.size();
    List<Phrase> wordings = Phrase.cut(Rows.parts(row[6]));
    if (row[0].equals(NO_METRIC)) {
      metrics.add(null);
    } else {
      Set<Figure.Kind> units = EnumSet.noneOf(Figure.Kind.class);
      for (String unit : Rows.parts(row[2])) {
        units.add(Figure.Kind.valueOf(unit.toUpperCase(Locale.ROOT)));
      }
      GoodWhen goodWhen = GoodWhen.valueOf(row[1].toUpperCase(Locale.ROOT));
      Metric.Owner owner = Metric.Owner.valueOf(row[3].toUpperCase(Locale.ROOT));
      Integer known = classOf.get(row[0]);
      int kind = known == null ? classes.size() : known;
      if (known == null) {
        classes.add(row[0]);
      }
      Metric metric =
          new Metric(
              all.size(), row[0], goodWhen, units, owner, kind, row[4].isEmpty() ? null : row[4]);
      metrics.add(metric);
      all.add(metric);
      byId.put(metric.id(), metric);
      if (!metric.isUnnamed()) {
        tell(metric, Phrase.of(row[5]));
        wordings.forEach(wording -> tell(metric, wording));
      }
    }
    add(metricIndex, wordings, number, METRIC);
    if (!row[0].equals(NO_METRIC)) {
      Rows.parts(row[6]).forEach(wording -> plurals.add(new Plural(wording, number)));
    }
  }

  private void tell(Metric metric, Phrase text) {
    texts.add(text);
    textMetrics.add(metric);
  }

  private void addSizes(String[] row) {
    Figure.Kind kind = Figure.Kind.valueOf(row[0].toUpperCase(Locale.ROOT));
    Size size = new Size(Double.parseDouble(row[1]), Double.parseDouble(row[2]));
    for (String id : Rows.parts(row[3])) {
      sizes
          .computeIfAbsent(kind, ignored -> new ArrayList<>(Collections.nCopies(all.size(), null)))
          .set(metric(id).number(), size);
    }
  }

  private void addHint(String[] row) {
    Set<Figure.Kind> kinds = EnumSet.noneOf(Figure.Kind.class);
    boolean change = false;
    for (String kind : Rows.parts(row[1])) {
      change |= kind.equals(CHANGE);
      if (!kind.equals(CHANGE)) {
        kinds.add(Figure.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
      }
    }
    MetricHints.Place place = MetricHints.Place.valueOf(row[2].toUpperCase(Locale.ROOT));
    List<Phrase> wordings = Phrase.cut(Rows.parts(row[3]));
    wordings.forEach(wording -> starts(wording, HINT));
    wordings.forEach(wording -> tell(metric(row[0]), wording));
    hints.add(row[0] + ' ' + row[2], metric(row[0]), kinds, change, place, wordings);
  }

  private void addSharedWords(String[] row) {
    List<String> printed = Rows.parts(row[0]);
    List<Phrase> words = Phrase.cut(printed);
    words.forEach(word -> starts(word, HINT));
    for (String id : Rows.parts(row[1])) {
      Metric metric = metric(id);
      String name = id + ' ' + printed.getFirst();
      hints.add(name, metric, metric.units(), true, MetricHints.Place.SHARED, words);
    }
  }

  /// Adds the plurals last, so that a wording of another metric's comes before them.
  private void addPlurals() {
    plurals.removeIf(plural -> plural.wording().endsWith("s"));
    List<Phrase> phrases =
        Phrase.cut(plurals.stream().map(plural -> plural.wording() + "s").toList());
    for (int i = 0; i < phrases.size(); i++) {
      metricIndex.add(phrases.get(i), plurals.get(i).number());
      starts(phrases.get(i), METRIC);
    }
    plurals.clear();
  }

  private void starts(Phrase phrase, int bit) {
    starts(phrase.tokens().folded(phrase.from()), bit);
  }

  private void starts(String word, int bit) {
    int number = starts.add(word, starts.size());
    if (number == startBits.length) {
      startBits = Arrays.copyOf(startBits, 2 * number);
    }
    startBits[number] |= bit;
  }

  private void add(PhraseIndex index, List<Phrase> wordings, int value, int bit) {
    for (Phrase wording : wordings) {
      int known = index.add(wording, value);
      starts(wording, bit);
      if (known != value) {
        throw new IllegalStateException("the wording '" + wording.text() + "' stands in two rows");
      }
    }
  }

  /// Read on first use.
  private static final class Standard {
    private static final FactVocabulary VOCABULARY = read();
  }
}
