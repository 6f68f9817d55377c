package io.readthrough.core.claim;

import io.readthrough.core.choice.FeatureNames;
import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.claim.SentenceReader.Sentence;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Claim.Modality;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.composition.Expression.Trait;
import io.readthrough.core.text.Tokens;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the wordings of a sentence say of its type of claim, the section that it stands in, how
/// firmly it is said, whether it is good or bad, and whether that goes with the note's stance.
@SuppressWarnings("EnumOrdinal") // Features are numbered by the order of what they are about.
final class WordingFeatures {
  /// A cue of this weight is the type's own name, or as good as that: "the main risk is".
  private static final double OWN_NAME = 1.4;

  /// The types that have cues as sure as that.
  private static final Set<Claim.Type> NAMED =
      EnumSet.complementOf(EnumSet.of(Claim.Type.THESIS, Claim.Type.VALUATION));

  private final int[] cues;
  private final Map<Claim.Type, Integer> named = new EnumMap<>(Claim.Type.class);
  private final int[] cuesBefore;
  private final int afterQuestion;
  private final Map<String, Integer> sections = new HashMap<>();
  private final int noSection;
  private final int[] modalities;
  private final int[] traits;
  private final int falsifies;
  private final int good;
  private final int bad;
  private final int neither;
  private final int both;
  private final int stanceFor;
  private final int stanceAgainst;
  private final int withStance;
  private final int againstStance;

  WordingFeatures(FeatureNames names) {
    cues = names.addEach("cue", Claim.Type.values());
    for (Claim.Type type : NAMED) {
      named.put(type, names.add("named:" + type.name().toLowerCase(Locale.ROOT)));
    }
    cuesBefore = names.addEach("cue before", Claim.Type.values());
    afterQuestion = names.add("after a question");
    for (Claim.Type type : Claim.Type.values()) {
      String section = type.name().toLowerCase(Locale.ROOT);
      sections.put(section, names.add("section:" + section));
    }
    sections.put("falsifier", names.add("section:falsifier"));
    noSection = names.add("section:none");
    modalities = names.addEach("modality", Modality.values());
    traits = names.addEach("said", Trait.values());
    falsifies = names.add("falsifies");
    good = names.add("says:good");
    bad = names.add("says:bad");
    neither = names.add("says:nothing");
    both = names.add("says:both");
    stanceFor = names.add("stance:for");
    stanceAgainst = names.add("stance:against");
    withStance = names.add("says:with the stance");
    againstStance = names.add("says:against the stance");
  }

  /// Adds to the vectors of a note's sentences, which are in order.
  void add(ReadNote note, List<Sentence> sentences, List<FeatureVector> vectors) {
    Sentence before = null;
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      FeatureVector vector = vectors.get(i);
      addCues(sentence, vector);
      addBalance(note, sentence, vector);
      if (before != null && before.index() == sentence.index() - 1) {
        addBefore(note.tokens(), before, sentence, vector);
      }
      before = sentence;
    }
  }

  private void addCues(Sentence sentence, FeatureVector vector) {
    for (int type = 0; type < cues.length; type++) {
      if (sentence.weights()[type] > 0) {
        vector.add(cues[type], sentence.weights()[type]);
      }
    }
    named.forEach(
        (type, feature) -> vector.addIf(sentence.weights()[type.ordinal()] >= OWN_NAME, feature));
    String section = sentence.section();
    vector.add(section == null ? noSection : sections.getOrDefault(section, noSection));
    vector.add(modalities[sentence.modality().ordinal()]);
    vector.addIf(sentence.isFalsifier(), falsifies);
  }

  private void addBalance(ReadNote note, Sentence sentence, FeatureVector vector) {
    double positive = 0;
    double negative = 0;
    BitSet found = new BitSet();
    for (int i : sentence.expressions()) {
      Expression expression = note.expressions().get(i);
      double polarity = expression.polarity() * expression.contrast();
      positive += Math.max(0, polarity);
      negative += Math.max(0, -polarity);
      expression.traits().forEach(trait -> found.set(trait.ordinal()));
    }
    found.stream().forEach(trait -> vector.add(traits[trait]));
    vector.addIf(positive + negative == 0, neither);
    if (positive > 0) {
      vector.add(good, Math.min(1, positive));
    }
    if (negative > 0) {
      vector.add(bad, Math.min(1, negative));
    }
    vector.addIf(positive > 0 && negative > 0, both);
    vector.addIf(sentence.stance() > 0, stanceFor);
    vector.addIf(sentence.stance() < 0, stanceAgainst);
    double agreement = (positive - negative) * sentence.stance();
    vector.addIf(agreement > 0, withStance);
    vector.addIf(agreement < 0, againstStance);
  }

  private void addBefore(Tokens tokens, Sentence before, Sentence sentence, FeatureVector vector) {
    if (tokens.paragraphBefore(sentence.first())) {
      return;
    }
    for (int type = 0; type < cuesBefore.length; type++) {
      vector.addIf(before.weights()[type] >= 1, cuesBefore[type]);
    }
    vector.addIf(tokens.isMark(before.end() - 1, '?'), afterQuestion);
  }
}
