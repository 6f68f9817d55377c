package io.readthrough.core.fact.sentence;

import io.readthrough.core.choice.ChoiceWeights;
import io.readthrough.core.choice.FeatureNames;
import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.item.Cue;
import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.fact.item.FigureContext;
import io.readthrough.core.fact.item.SentenceItems;
import io.readthrough.core.fact.item.SentenceItems.Break;
import io.readthrough.core.fact.item.SentenceItems.CueItem;
import io.readthrough.core.fact.item.SentenceItems.FigureItem;
import io.readthrough.core.fact.item.SentenceItems.Item;
import io.readthrough.core.fact.item.SentenceItems.PeriodItem;
import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.note.Fact.Kind;
import io.readthrough.core.text.Rows;
import io.readthrough.core.text.WordTable;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Chooses the kind of a fact once its metric is known: whether it was reported, promised,
/// estimated or expected by the market, by the words around its figure, its metric, its period and
/// the facts before it. What each is worth stands in `kind-weights.tsv`.
@SuppressWarnings("EnumOrdinal") // Features are numbered by the order of what they are about.
public final class KindChoice {
  /// The kinds that have weights; what is none of them has been reported.
  public static final List<String> KINDS = List.of("guidance", "estimate", "consensus");

  private static final List<Kind> CLASSES = List.of(Kind.GUIDANCE, Kind.ESTIMATE, Kind.CONSENSUS);

  /// How far words may stand from the figure, in items.
  private static final int REACH_LEFT = 20;

  private static final int REACH_RIGHT = 10;

  /// How many items off words may stand at most to be near, and how many steps that makes.
  private static final int[] DISTANCES = {1, 3, 7, REACH_LEFT};

  /// Where what stands beyond another figure has its features.
  private static final int BEYOND = 2 * DISTANCES.length;

  /// The cues that tell a kind.
  private static final Set<Cue> TELLING =
      EnumSet.of(Cue.CONSENSUS, Cue.GUIDANCE, Cue.ESTIMATE, Cue.OWN, Cue.OWN_UP, Cue.OWN_DOWN);

  private static final int MOST_YEARS = 2;

  private KindChoice() {}

  /// The names of the features, by their numbers.
  public static List<String> features() {
    return Features.ALL.names.all();
  }

  /// The likeliest kind of a fact with these features.
  static Kind likeliest(ChoiceWeights.Numbered weights, FeatureVector features) {
    int likeliest = weights.likeliest(features);
    return likeliest == ChoiceWeights.Numbered.NONE ? Kind.ACTUAL : CLASSES.get(likeliest);
  }

  /// What tells the kind of `draft`.
  ///
  /// @param before the fact before it in its sentence; null when it is the first
  /// @param previous the kind of the last fact of the sentence before; null when there is none
  /// @param year of the note; 0 when it is not told
  static FeatureVector of(
      SentenceItems items,
      FigureContext context,
      Draft draft,
      @Nullable Draft before,
      @Nullable Kind previous,
      int year) {
    Features all = Features.ALL;
    FeatureVector vector = new FeatureVector();
    vector.add(all.bias);
    vector.add(all.read[draft.kind.ordinal()]);
    vector.add(all.metrics + draft.metric().number());
    vector.add(all.units[draft.figureKind().ordinal()]);
    vector.addIf(draft.level == null, all.change);
    vector.addIf(draft.hasChange(), all.changed);
    vector.addIf(draft.level != null && draft.level.isRange(), all.range);
    int k = draft.at();
    vector.addIf(context.isBracket(k - 1), all.bracketed);
    vector.addIf(context.isApproximate(k), all.approximate);
    all.addPeriod(draft.period(), year, vector);
    if (before != null) {
      vector.add(all.before[before.kind.ordinal()]);
      vector.addIf(k - before.at() <= DISTANCES[1], all.near[before.kind.ordinal()]);
    }
    if (previous != null) {
      vector.add(all.previous[previous.ordinal()]);
    }
    all.addWords(items, k, -1, REACH_LEFT, vector);
    all.addWords(items, k, 1, REACH_RIGHT, vector);
    return vector;
  }

  /// The features by their numbers.
  private static final class Features {
    private static final Features ALL = new Features(FactVocabulary.standard());

    private final FeatureNames names = new FeatureNames();
    private final int bias = names.add("bias");
    private final int[] read = names.addEach("read", Kind.values());
    private final int[] before = names.addEach("before", Kind.values());
    private final int[] near = names.addEach("near", Kind.values());
    private final int[] previous = names.addEach("previous", Kind.values());
    private final int[] units = names.addEach("unit", Figure.Kind.values());
    private final int change = names.add("change");
    private final int changed = names.add("changed");
    private final int range = names.add("range");
    private final int bracketed = names.add("bracketed");
    private final int approximate = names.add("approximate");
    private final int[] parts = names.addEach("period", PrintedPeriod.Part.values());
    private final int noPeriod = names.add("period:none");
    private final int marked = names.add("period:marked");
    private final int end = names.add("period:end");
    private final int[] shifts = names.addEach("shift", List.of("last", "this", "next"));
    private final int[] years =
        names.addEach("year", List.of("earlier", "before", "same", "after", "later"));
    private final int metrics;
    private final WordTable words = new WordTable();

    /// For each cue and each group of words, what it is worth at each distance on either side.
    private final Map<Cue, int[]> cues = new EnumMap<>(Cue.class);

    private final int[][] groups;

    private Features(FactVocabulary vocabulary) {
      metrics = names.add("metric:" + vocabulary.all().getFirst().id());
      vocabulary.all().stream().skip(1).forEach(metric -> names.add("metric:" + metric.id()));
      for (Cue cue : TELLING) {
        cues.put(cue, places("cue:" + cue.name().toLowerCase(Locale.ROOT)));
      }
      List<String[]> rows = Rows.of(KindChoice.class, "kind-words.tsv", 2);
      groups = new int[rows.size()][];
      for (int g = 0; g < groups.length; g++) {
        groups[g] = places("word:" + rows.get(g)[0]);
        for (String word : rows.get(g)[1].split(" ", -1)) {
          if (words.find(word) == WordTable.ABSENT) {
            words.add(word, g);
          }
        }
      }
    }

    private int[] places(String name) {
      int[] places = new int[2 * (DISTANCES.length + 1)];
      for (int d = 0; d < DISTANCES.length; d++) {
        places[2 * d] = names.add(name + ":left_" + DISTANCES[d]);
        places[2 * d + 1] = names.add(name + ":right_" + DISTANCES[d]);
      }
      places[BEYOND] = names.add(name + ":left_beyond");
      places[BEYOND + 1] = names.add(name + ":right_beyond");
      return places;
    }

    private void addWords(SentenceItems items, int k, int step, int reach, FeatureVector vector) {
      int[] found = items.tokens().values(words);
      boolean beyond = false;
      for (int j = k + step; j >= 0 && j < items.size() && Math.abs(j - k) <= reach; j += step) {
        Item item = items.get(j);
        if (item instanceof Break) {
          return;
        }
        int place = 0;
        while (Math.abs(j - k) > DISTANCES[place]) {
          place++;
        }
        int at = (beyond ? BEYOND : 2 * place) + (step > 0 ? 1 : 0);
        beyond |= item instanceof FigureItem;
        int[] cue = item instanceof CueItem c ? cues.get(c.cue()) : null;
        if (cue != null) {
          vector.add(cue[at]);
        }
        if (item instanceof FigureItem || item instanceof PeriodItem) {
          continue;
        }
        for (int i = item.from(); i < item.to(); i++) {
          if (found[i] != WordTable.ABSENT) {
            vector.add(groups[found[i]][at]);
          }
        }
      }
    }

    private void addPeriod(@Nullable PrintedPeriod period, int year, FeatureVector vector) {
      if (period == null) {
        vector.add(noPeriod);
        return;
      }
      vector.add(parts[period.part().ordinal()]);
      vector.addIf(period.estimate(), marked);
      vector.addIf(period.end(), end);
      if (period.shift() != null) {
        vector.add(shifts[Math.clamp(period.shift() + 1, 0, shifts.length - 1)]);
      }
      if (period.year() != null && year > 0) {
        int off = Math.clamp(period.year() - year, -MOST_YEARS, MOST_YEARS);
        vector.add(years[off + MOST_YEARS]);
      }
    }
  }
}
