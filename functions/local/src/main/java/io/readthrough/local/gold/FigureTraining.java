package io.readthrough.local.gold;

import io.readthrough.core.choice.ChoiceWeights;
import io.readthrough.core.evaluation.Detection;
import io.readthrough.core.fact.choice.MetricPoints;
import io.readthrough.core.fact.choice.PeriodPoints;
import io.readthrough.core.fact.sentence.FactWeights;
import io.readthrough.core.fact.sentence.KindChoice;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.local.gold.FigureExamples.MetricExample;
import io.readthrough.local.gold.FigureExamples.PeriodExample;
import io.readthrough.train.CandidateFitter;
import io.readthrough.train.CandidateWeights;
import io.readthrough.train.ChoiceFitter;
import io.readthrough.train.ChoiceFitter.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Fits what the metrics, kinds and periods of figures are chosen by to annotated notes, and
/// measures what it is worth on notes that it was not fitted to.
///
/// What a figure is depends on what those before it were read as. Read by weights that were fitted
/// to the same note, those are right more often than they will be in a note that nobody has seen,
/// and too much would be given on them. So the examples of a note are read by weights fitted to
/// other notes only, whose own examples were read by the rules alone at first: what the product
/// ships has no part in it, and the same notes give the same weights.
public final class FigureTraining {
  /// Every so many notes are left out together when others are measured by the rest.
  private static final int MEASURED_FOLDS = 12;

  /// The same when they are read for examples.
  private static final int READ_FOLDS = 6;

  /// How often examples are read anew by weights fitted to those before.
  private static final int ROUNDS = 2;

  /// How strongly weights are held at their priors; found by cross-validation, in coarse steps.
  private static final double METRIC_PENALTY = 3;

  private static final double KIND_PENALTY = 2;
  private static final double PERIOD_PENALTY = 2;

  /// What the rules read that go by the words close to a figure.
  private static final double READ_PRIOR = 2;

  /// What grammar says outright: "$263 million in charges" are charges.
  private static final double LINKED_PRIOR = 2;

  /// How much of the text is shown before a figure that was read wrong.
  private static final int SHOWN_BEFORE = 60;

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final List<ContentExamples> notes;
  private final NoteScorer scorer;

  /// The examples of each note.
  private List<FigureExamples> examples;

  /// Reads the figures of `notes` with `scorer`.
  public FigureTraining(List<ContentExamples> notes, NoteScorer scorer) {
    this.notes = List.copyOf(notes);
    this.scorer = scorer;
    FactWeights rules = fit(List.of()).weights();
    this.examples = notes.stream().map(note -> read(note, rules)).toList();
    for (int round = 0; round < ROUNDS; round++) {
      this.examples = readAnew();
    }
  }

  /// The weights of everything.
  public record Fitted(CandidateWeights metrics, ChoiceWeights kinds, CandidateWeights periods) {
    private FactWeights weights() {
      return new FactWeights(
          metrics.points(), kinds.numbered(KindChoice.features()), periods.points());
    }
  }

  /// What was measured on notes that were left out: the share of the figures, of those that were
  /// read with the value of the annotation, whose metric, kind and period are right, as counts of
  /// found and missed.
  ///
  /// @param wrong the figures whose metric is not right
  public record Measured(
      Detection metrics, Detection kinds, Detection periods, List<WrongMetric> wrong) {
    public Measured {
      wrong = List.copyOf(wrong);
    }

    private Measured plus(Measured other) {
      return new Measured(
          metrics.plus(other.metrics),
          kinds.plus(other.kinds),
          periods.plus(other.periods),
          Stream.concat(wrong.stream(), other.wrong.stream()).toList());
    }
  }

  /// A figure that was taken for another metric than its own.
  ///
  /// @param considered whether its own was among those that were chosen from: if not, words are
  ///   missing that name or hint at it
  /// @param text the figure with what stands before it, on one line
  public record WrongMetric(String metric, String read, boolean considered, String text) {}

  /// Fits all weights to all notes.
  public Fitted fit() {
    return fit(examples);
  }

  /// Fits the weights to most notes and reads the others by them, until all have been read.
  public Measured crossValidate() {
    Measured sum = new Measured(Detection.NONE, Detection.NONE, Detection.NONE, List.of());
    for (int fold = 0; fold < Math.min(MEASURED_FOLDS, notes.size()); fold++) {
      Fitted fitted = fitWithout(fold, MEASURED_FOLDS);
      FactWeights weights = fitted.weights();
      for (int i = fold; i < notes.size(); i += MEASURED_FOLDS) {
        String text = notes.get(i).note().text();
        sum = sum.plus(measure(read(notes.get(i), weights), fitted, text));
      }
    }
    return sum;
  }

  private FigureExamples read(ContentExamples note, FactWeights weights) {
    return FigureExamples.of(note, scorer, weights);
  }

  /// The examples of each note as weights see it that were fitted to others.
  private List<FigureExamples> readAnew() {
    List<FactWeights> without =
        IntStream.range(0, READ_FOLDS)
            .mapToObj(fold -> fitWithout(fold, READ_FOLDS).weights())
            .toList();
    return IntStream.range(0, notes.size())
        .mapToObj(i -> read(notes.get(i), without.get(i % READ_FOLDS)))
        .toList();
  }

  private Fitted fitWithout(int fold, int folds) {
    return fit(
        IntStream.range(0, examples.size())
            .filter(i -> i % folds != fold)
            .mapToObj(examples::get)
            .toList());
  }

  private static Fitted fit(List<FigureExamples> examples) {
    return new Fitted(
        CandidateFitter.fit(
            MetricPoints.features(),
            all(examples, FigureTraining::metricChoices),
            FigureTraining::metricPrior,
            METRIC_PENALTY),
        ChoiceFitter.fit(
            KindChoice.KINDS,
            KindChoice.features(),
            all(examples, FigureExamples::kinds),
            FigureTraining::kindPrior,
            KIND_PENALTY),
        CandidateFitter.fit(
            PeriodPoints.features(),
            all(examples, FigureTraining::periodChoices),
            FigureTraining::periodPrior,
            PERIOD_PENALTY));
  }

  private static <E> List<E> all(
      List<FigureExamples> examples, Function<FigureExamples, List<E>> choices) {
    return examples.stream().flatMap(each -> choices.apply(each).stream()).toList();
  }

  /// What each feature of a figure is worth to a metric that it may be of.
  private static List<CandidateFitter.Example> metricChoices(FigureExamples examples) {
    List<CandidateFitter.Example> choices = new ArrayList<>();
    for (MetricExample each : examples.metrics()) {
      if (each.right() >= 0) {
        choices.add(new CandidateFitter.Example(each.figure().features(), each.right()));
      }
    }
    return choices;
  }

  /// What each sign is worth to a period that a figure may be for.
  private static List<CandidateFitter.Example> periodChoices(FigureExamples examples) {
    List<CandidateFitter.Example> choices = new ArrayList<>();
    for (PeriodExample each : examples.periods()) {
      if (each.right() >= 0) {
        choices.add(new CandidateFitter.Example(each.figure().candidates(), each.right()));
      }
    }
    return choices;
  }

  private static double metricPrior(String feature) {
    boolean told = feature.equals("level:right_linked") || feature.equals("level:over_reference");
    return told ? LINKED_PRIOR : 0;
  }

  /// What is held, and what that is worth, is so today, whatever period its sentence speaks of.
  private static double periodPrior(String feature) {
    boolean held = feature.startsWith("none:metric:coins_held");
    return held || feature.equals("sign:read") ? READ_PRIOR : 0;
  }

  /// As [#periodPrior] has it for what is held.
  private static double kindPrior(String feature, String kind) {
    if (feature.equals("read:actual") || feature.startsWith("metric:coins_held")) {
      return -READ_PRIOR;
    }
    return feature.equals("read:" + kind) ? READ_PRIOR : 0;
  }

  private static Measured measure(FigureExamples note, Fitted fitted, String text) {
    ChoiceWeights.Numbered kinds = fitted.kinds().numbered(KindChoice.features());
    List<WrongMetric> wrong = new ArrayList<>();
    for (MetricExample each : note.metrics()) {
      String read = each.figure().metrics().get(fitted.metrics().best(each.figure().features()));
      if (!read.equals(each.metric())) {
        String line = line(text, each.figure().span());
        wrong.add(new WrongMetric(each.metric(), read, each.right() >= 0, line));
      }
    }
    int metrics = note.metrics().size() - wrong.size();
    int kindsRight = 0;
    for (Example each : note.kinds()) {
      kindsRight += kinds.likeliest(each.features()) == each.label() ? 1 : 0;
    }
    int periods = 0;
    for (PeriodExample each : note.periods()) {
      periods += fitted.periods().best(each.figure().candidates()) == each.right() ? 1 : 0;
    }
    return new Measured(
        share(metrics, note.metrics().size()),
        share(kindsRight, note.kinds().size()),
        share(periods, note.periods().size()),
        wrong);
  }

  private static String line(String text, TextSpan figure) {
    int from = Math.max(0, figure.start() - SHOWN_BEFORE);
    return BLANKS.matcher(text.substring(from, figure.end())).replaceAll(" ").strip();
  }

  private static Detection share(int right, int all) {
    return new Detection(right, all - right, 0);
  }
}
