package io.readthrough.core.claim;

import io.readthrough.core.choice.ChoiceWeights;
import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.claim.SentenceReader.Sentence;
import io.readthrough.core.claim.ViewFinder.FoundView;
import io.readthrough.core.cue.Cue;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Claim.Lifecycle;
import io.readthrough.core.note.Claim.Modality;
import io.readthrough.core.note.TextSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the claims of a note: sentences that make one of the kinds of [Claim.Type], by
/// [ClaimFeatures], [PolarityFeatures] and [ClaimWeights]. Linear: each sentence is weighed with
/// those beside it.
public final class ClaimFinder {
  /// A note has at most this many claims, the surest of it.
  public static final int MOST_CLAIMS = 24;

  private static final Claim.Type[] TYPES = Claim.Type.values();
  private static final int CONTINUES = TYPES.length;

  /// The polarity of what is told outright is at least this.
  private static final double LEAST_TOLD = 0.5;

  /// A sentence is a claim when it is as likely one as not.
  private static final double USUAL = 0.5;

  /// What the author announces as a claim is one unless it is twice as likely none.
  private static final double ANNOUNCED = 1.0 / 3;

  /// No sentence before had a claim.
  private static final int NONE = -2;

  private final ReadNote note;
  private final List<FoundView> views;
  private final ClaimWeights weights;

  private ClaimFinder(ReadNote note, List<FoundView> views, ClaimWeights weights) {
    this.note = note;
    this.views = views;
    this.weights = weights;
  }

  /// The claims of a note in the text's order.
  ///
  /// @param views of the note
  public static List<FoundClaim> find(ReadNote note, List<FoundView> views, ClaimWeights weights) {
    return new ClaimFinder(note, views, weights).find();
  }

  private List<FoundClaim> find() {
    List<Sentence> sentences = new SentenceReader(note, views).read();
    List<FeatureVector> vectors = ClaimFeatures.of(note, views, sentences);
    PolarityFeatures polarities = new PolarityFeatures(note, sentences, vectors);
    List<Weighed> all = new ArrayList<>();
    List<Falsifier> falsifiers = new ArrayList<>();
    int previous = NONE;
    for (int i = 0; i < vectors.size(); i++) {
      Sentence sentence = sentences.get(i);
      if (sentence.isFalsifier() && sentence.falsifier() != null) {
        falsifiers.add(
            new Falsifier(
                sentence.falsifier(), sentence.found().named(), sentence.found().others() > 0));
      }
      double[] probabilities = weights.types.probabilities(vectors.get(i));
      double likelihood = 0;
      int type = 0;
      for (int c = 0; c < probabilities.length; c++) {
        likelihood += probabilities[c];
        type = c < CONTINUES && probabilities[c] > probabilities[type] ? c : type;
      }
      if (likelihood <= (isAnnounced(sentence) ? ANNOUNCED : USUAL)) {
        continue;
      }
      double polarity = polarity(sentence, polarities.of(i, probabilities));
      Weighed weighed = weigh(sentence, vectors.get(i), TYPES[type], polarity, likelihood);
      boolean continues =
          probabilities[CONTINUES] > probabilities[type]
              && !note.tokens().paragraphBefore(sentence.first());
      if (continues && previous == sentence.index() - 1) {
        all.set(all.size() - 1, joined(all.getLast(), weighed));
      } else {
        all.add(weighed);
      }
      previous = sentence.index();
    }
    return finished(strongest(all), falsifiers);
  }

  /// Whether a heading says which claims are made under it, or wordings like "good for" say
  /// outright who gains or loses.
  private static boolean isAnnounced(Sentence sentence) {
    String section = sentence.section();
    return (section != null && !section.equals(Cue.NONE)) || sentence.found().told() != null;
  }

  private Weighed joined(Weighed before, Weighed after) {
    Claim one = before.claim().claim();
    Claim other = after.claim().claim();
    TextSpan span = new TextSpan(one.span().start(), other.span().end());
    List<Integer> expressions = new ArrayList<>(before.claim().expressions());
    expressions.addAll(after.claim().expressions());
    Claim claim =
        new Claim(
            "",
            one.type(),
            span,
            span.of(note.tokens().text()),
            one.polarity() == 0 ? other.polarity() : one.polarity(),
            one.modality(),
            one.condition() == null ? other.condition() : one.condition(),
            one.horizon().stated() ? one.horizon() : other.horizon(),
            ClaimTargets.merged(one.targets(), other.targets()),
            one.falsifier() == null ? other.falsifier() : one.falsifier(),
            Lifecycle.NEW,
            List.of());
    return new Weighed(new FoundClaim(claim, expressions), before.weight());
  }

  private static List<Weighed> strongest(List<Weighed> all) {
    if (all.size() <= MOST_CLAIMS) {
      return all;
    }
    List<Weighed> sorted = new ArrayList<>(all);
    sorted.sort(
        Comparator.comparingDouble(Weighed::weight)
            .reversed()
            .thenComparing(weighed -> weighed.claim().claim().span()));
    List<Weighed> kept = new ArrayList<>(sorted.subList(0, MOST_CLAIMS));
    kept.sort(Comparator.comparing(weighed -> weighed.claim().claim().span()));
    return kept;
  }

  /// What would change the author's mind.
  ///
  /// @param names the ids of the names in its sentence
  /// @param namesOthers whether somebody is among these who is not the subject
  private record Falsifier(String words, Set<String> names, boolean namesOthers) {}

  /// What would change the author's mind belongs to the thesis, wherever it stands; what names
  /// others, or those that theses are of, to the theses of these.
  private static List<FoundClaim> finished(List<Weighed> all, List<Falsifier> falsifiers) {
    Set<String> theses = new HashSet<>();
    for (Weighed weighed : all) {
      Claim claim = weighed.claim().claim();
      if (claim.type() == Claim.Type.THESIS) {
        claim.targets().forEach(target -> theses.add(target.entityId()));
      }
    }
    List<FoundClaim> found = new ArrayList<>(all.size());
    for (Weighed weighed : all) {
      Claim claim = weighed.claim().claim();
      Falsifier falsifier =
          claim.type() == Claim.Type.THESIS && claim.falsifier() == null
              ? falsifier(claim, falsifiers, theses)
              : null;
      found.add(
          falsifier == null
              ? weighed.claim()
              : new FoundClaim(
                  falsifiedBy(claim, falsifier.words()), weighed.claim().expressions()));
    }
    return found;
  }

  /// The first that is about what a thesis is about; null when there is none.
  private static @Nullable Falsifier falsifier(
      Claim thesis, List<Falsifier> falsifiers, Set<String> theses) {
    for (Falsifier falsifier : falsifiers) {
      boolean own =
          thesis.targets().stream().anyMatch(t -> falsifier.names().contains(t.entityId()));
      boolean open =
          !falsifier.namesOthers() && falsifier.names().stream().noneMatch(theses::contains);
      if (own || open) {
        return falsifier;
      }
    }
    return null;
  }

  private static Claim falsifiedBy(Claim claim, String falsifier) {
    return new Claim(
        claim.id(),
        claim.type(),
        claim.span(),
        claim.statement(),
        claim.polarity(),
        claim.modality(),
        claim.condition(),
        claim.horizon(),
        claim.targets(),
        falsifier,
        claim.lifecycle(),
        claim.evidenceIds());
  }

  private Weighed weigh(
      Sentence sentence,
      FeatureVector features,
      Claim.Type type,
      double polarity,
      double likelihood) {
    TextSpan span = note.tokens().span(sentence.first(), sentence.end());
    Claim claim =
        new Claim(
            "",
            type,
            span,
            span.of(note.tokens().text()),
            polarity,
            modality(sentence, features),
            sentence.condition(),
            sentence.horizon(),
            sentence.found().targets(type, polarity, sentence.isFalsifier()),
            sentence.falsifier(),
            Lifecycle.NEW,
            List.of());
    return new Weighed(new FoundClaim(claim, sentence.expressions()), likelihood);
  }

  /// How likely the likelier side is, below 0 when it is the bad one; 0 where it is likeliest that
  /// a claim points to neither. A figure of the author's beside the Street's goes before that.
  private double polarity(Sentence sentence, FeatureVector features) {
    double[] polarities = weights.polarities.probabilities(features);
    double good = polarities[0];
    double bad = polarities[1];
    if (sentence.gap() != 0) {
      return sentence.gap() > 0 ? Math.max(good, LEAST_TOLD) : -Math.max(bad, LEAST_TOLD);
    }
    if (Math.max(good, bad) <= 1 - good - bad) {
      return 0;
    }
    return good >= bad ? good : -bad;
  }

  /// What hangs on a condition in its own words is conditional; of all else the weights decide.
  private Modality modality(Sentence sentence, FeatureVector features) {
    if (sentence.condition() != null) {
      return Modality.CONDITIONAL;
    }
    int likeliest = weights.modalities.likeliest(features);
    return likeliest == ChoiceWeights.Numbered.NONE
        ? Modality.ASSERTED
        : ClaimWeights.modality(likeliest);
  }

  private record Weighed(FoundClaim claim, double weight) {}
}
