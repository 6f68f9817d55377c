package io.readthrough.core.fact;

import io.readthrough.core.note.Fact.GoodWhen;
import io.readthrough.core.text.PhraseIndex;
import io.readthrough.core.text.Rows;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The wordings of metrics and cues.
final class FactVocabulary {
  /// In place of an id: the wording holds a metric's word and is none.
  private static final String NO_METRIC = "-";

  private final PhraseIndex metricIndex = new PhraseIndex();
  private final List<@Nullable Metric> metrics = new ArrayList<>();
  private final PhraseIndex cueIndex = new PhraseIndex();
  private final List<Cue> cues = new ArrayList<>();
  private final List<Metric> all = new ArrayList<>();

  private FactVocabulary() {}

  static FactVocabulary standard() {
    return Standard.VOCABULARY;
  }

  /// The metric with this id.
  Metric metric(String id) {
    for (Metric metric : all) {
      if (metric.id().equals(id)) {
        return metric;
      }
    }
    throw new IllegalArgumentException("metrics.tsv has no metric '" + id + "'");
  }

  List<Metric> all() {
    return all;
  }

  /// The longest wording of a metric that starts at token `i`, as [PhraseIndex#find] answers it.
  long findMetric(Tokens tokens, int i) {
    return metricIndex.find(tokens, i);
  }

  /// The metric with this number; null for a wording that is none.
  @Nullable Metric metric(int number) {
    return metrics.get(number);
  }

  /// The longest cue that starts at token `i`, as [PhraseIndex#find] answers it.
  long findCue(Tokens tokens, int i) {
    return cueIndex.find(tokens, i);
  }

  /// The cue with this number.
  Cue cue(int number) {
    return cues.get(number);
  }

  private static FactVocabulary read() {
    FactVocabulary vocabulary = new FactVocabulary();
    for (String[] row : Rows.of(FactVocabulary.class, "metrics.tsv", 5)) {
      vocabulary.addMetric(row);
    }
    for (String[] row : Rows.of(FactVocabulary.class, "cues.tsv", 2)) {
      vocabulary.cues.add(Cue.valueOf(row[0].toUpperCase(Locale.ROOT)));
      add(vocabulary.cueIndex, row[1], vocabulary.cues.size() - 1);
    }
    return vocabulary;
  }

  private void addMetric(String[] row) {
    int number = metrics.size();
    if (row[0].equals(NO_METRIC)) {
      metrics.add(null);
    } else {
      Set<Figure.Kind> units = EnumSet.noneOf(Figure.Kind.class);
      for (String unit : Rows.parts(row[2])) {
        units.add(Figure.Kind.valueOf(unit.toUpperCase(Locale.ROOT)));
      }
      GoodWhen goodWhen = GoodWhen.valueOf(row[1].toUpperCase(Locale.ROOT));
      Metric.Owner owner = Metric.Owner.valueOf(row[3].toUpperCase(Locale.ROOT));
      Metric metric = new Metric(row[0], goodWhen, units, owner);
      metrics.add(metric);
      all.add(metric);
    }
    add(metricIndex, row[4], number);
  }

  private static void add(PhraseIndex index, String wordings, int value) {
    for (String wording : Rows.parts(wordings)) {
      Tokens tokens = Tokens.of(wording);
      int known = index.add(tokens, 0, tokens.size(), value);
      if (known != value) {
        throw new IllegalStateException("the wording '" + wording + "' stands in two rows");
      }
    }
  }

  /// Read on first use.
  private static final class Standard {
    private static final FactVocabulary VOCABULARY = read();
  }
}
