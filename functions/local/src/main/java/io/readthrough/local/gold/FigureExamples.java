package io.readthrough.local.gold;

import io.readthrough.core.evaluation.NoteContent;
import io.readthrough.core.evaluation.NoteContent.Figure;
import io.readthrough.core.fact.choice.FigureCase;
import io.readthrough.core.fact.choice.FigureCases;
import io.readthrough.core.fact.choice.MetricCase;
import io.readthrough.core.fact.sentence.FactWeights;
import io.readthrough.core.fact.sentence.KindChoice;
import io.readthrough.core.note.Fact;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.train.ChoiceFitter.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The figures of an annotated note that the annotation has too, as examples to learn from.
///
/// @param metrics with their metric
/// @param kinds with their kind
/// @param periods with their period
record FigureExamples(
    List<MetricExample> metrics, List<Example> kinds, List<PeriodExample> periods) {
  /// A figure and the metric that a reader gave it.
  ///
  /// @param metric its id
  record MetricExample(MetricCase figure, String metric) {
    /// The place of the metric among those that the figure may be of; -1 when it is none of them.
    int right() {
      return figure.metrics().indexOf(metric);
    }
  }

  /// A figure and the period that a reader gave it.
  ///
  /// @param right the place of that period among those that the figure may be for; -1 when it is
  ///   none of them
  record PeriodExample(FigureCase figure, int right) {}

  /// The figures of `note` as `scorer` reads them by `weights`: what one is depends on what those
  /// before it were read as.
  static FigureExamples of(ContentExamples note, NoteScorer scorer, FactWeights weights) {
    FigureCases cases = scorer.readForFigures(note.note(), weights);
    NoteContent gold = note.gold();
    return new FigureExamples(
        metrics(cases.metrics(), gold),
        kinds(cases.figures(), gold),
        periods(cases.figures(), gold));
  }

  /// The figures that were annotated with the same value in the same place, each with one
  /// annotation: one of its own metric before any other.
  private static List<MetricExample> metrics(List<MetricCase> cases, NoteContent gold) {
    List<MetricExample> examples = new ArrayList<>();
    List<Figure> left = new ArrayList<>(gold.figures());
    List<MetricCase> open = new ArrayList<>();
    for (MetricCase each : cases) {
      Figure same = first(left, each, true);
      if (same == null) {
        open.add(each);
      } else {
        left.remove(same);
        examples.add(new MetricExample(each, same.metric()));
      }
    }
    for (MetricCase each : open) {
      Figure other = first(left, each, false);
      if (other != null) {
        left.remove(other);
        examples.add(new MetricExample(each, other.metric()));
      }
    }
    return examples;
  }

  private static @Nullable Figure first(
      List<Figure> annotated, MetricCase found, boolean sameMetric) {
    Figure read = Contents.figure(found.fact(), List.of(found.span()));
    for (Figure each : annotated) {
      if (each.isSame(read) && (!sameMetric || each.metric().equals(read.metric()))) {
        return each;
      }
    }
    return null;
  }

  /// The figures that were annotated with the same value in the same place, with their kinds. What
  /// the author worked out has none of those that are chosen from.
  private static List<Example> kinds(List<FigureCase> cases, NoteContent gold) {
    List<Example> examples = new ArrayList<>();
    for (Annotated each : annotated(cases, gold)) {
      if (each.as().kind() != Fact.Kind.DERIVED) {
        String kind = each.as().kind().name().toLowerCase(Locale.ROOT);
        examples.add(new Example(each.figure().kind(), KindChoice.KINDS.indexOf(kind)));
      }
    }
    return examples;
  }

  /// The same with their periods.
  private static List<PeriodExample> periods(List<FigureCase> cases, NoteContent gold) {
    List<PeriodExample> examples = new ArrayList<>();
    for (Annotated each : annotated(cases, gold)) {
      String period = each.as().period() == null ? "" : each.as().period();
      List<String> read = each.figure().periods();
      int right = -1;
      for (int p = 0; p < read.size() && right < 0; p++) {
        right = read.get(p).equalsIgnoreCase(period) ? p : -1;
      }
      examples.add(new PeriodExample(each.figure(), right));
    }
    return examples;
  }

  /// A figure, and what it was annotated as.
  private record Annotated(FigureCase figure, Figure as) {}

  /// The figures that were annotated with the same value in the same place, in their order, each
  /// with one annotation.
  private static List<Annotated> annotated(List<FigureCase> cases, NoteContent gold) {
    List<Annotated> all = new ArrayList<>();
    List<Figure> left = new ArrayList<>(gold.figures());
    for (FigureCase each : cases) {
      Figure read = Contents.figure(each.fact(), List.of(each.span()));
      for (Figure figure : left) {
        if (figure.isSame(read)) {
          all.add(new Annotated(each, figure));
          left.remove(figure);
          break;
        }
      }
    }
    return all;
  }
}
