package io.readthrough.core.claim;

import io.readthrough.core.choice.FeatureNames;
import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.claim.SentenceReader.Sentence;
import io.readthrough.core.claim.ViewFinder.FoundView;
import io.readthrough.core.cue.CueTable;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/// What tells whether a sentence makes a claim, and which: the cues of its wording, the section it
/// stands in, how firmly it is said and in which tense, of whom it speaks, its figures, its words,
/// its place. Linear in the note.
public final class ClaimFeatures {
  private static final FeatureNames NAMES = new FeatureNames();
  private static final int BIAS = NAMES.add("bias");
  private static final int RATES = NAMES.add("rates");
  private static final WordingFeatures WORDING = new WordingFeatures(NAMES);
  private static final TokenFeatures TOKENS = new TokenFeatures(NAMES);
  private static final PlaceFeatures PLACE = new PlaceFeatures(NAMES);
  private static final NameFeatures OF_NAMES = new NameFeatures(NAMES);
  private static final SignFeatures SIGNS = new SignFeatures(NAMES);
  private static final WordFeatures WORDS = new WordFeatures(NAMES);

  private ClaimFeatures() {}

  /// The names of all features, by their numbers.
  public static List<String> names() {
    return NAMES.all();
  }

  /// Those that tell whom a sentence speaks of, by their numbers.
  static List<Integer> ofNames() {
    return OF_NAMES.all();
  }

  static CueTable table() {
    return SignFeatures.table();
  }

  /// A sentence that may make a claim.
  ///
  /// @param polarities for each type of claim the [PolarityFeatures] that it has if it makes one
  public record Candidate(
      TextSpan span, FeatureVector features, Function<Claim.Type, FeatureVector> polarities) {}

  /// The sentences of a note that may make a claim, in order.
  public static List<Candidate> candidates(ReadNote note) {
    List<FoundView> views = ViewFinder.find(note);
    List<Sentence> sentences = new SentenceReader(note, views).read();
    List<FeatureVector> vectors = of(note, views, sentences);
    PolarityFeatures polarities = new PolarityFeatures(note, sentences, vectors);
    List<Candidate> candidates = new ArrayList<>(sentences.size());
    for (int i = 0; i < vectors.size(); i++) {
      Sentence sentence = sentences.get(i);
      int index = i;
      candidates.add(
          new Candidate(
              note.tokens().span(sentence.first(), sentence.end()),
              vectors.get(i),
              type -> polarities.of(index, type)));
    }
    return candidates;
  }

  /// The features of sentences of one note, which are in order.
  static List<FeatureVector> of(ReadNote note, List<FoundView> views, List<Sentence> sentences) {
    Tokens tokens = note.tokens();
    BitSet named = new BitSet();
    note.mentions().forEach(mention -> named.set(mention.first(), mention.end()));
    BitSet viewed = new BitSet();
    for (FoundView view : views) {
      viewed.set(note.sentences().containing(tokens.at(view.span().start())));
    }
    List<FeatureVector> vectors = new ArrayList<>(sentences.size());
    for (Sentence sentence : sentences) {
      FeatureVector vector = new FeatureVector();
      vector.add(BIAS);
      vector.addIf(viewed.get(sentence.index()), RATES);
      vectors.add(vector);
    }
    WORDING.add(note, sentences, vectors);
    PLACE.add(tokens, sentences, vectors);
    OF_NAMES.add(note, sentences, vectors);
    int[] ids = SignFeatures.table().ids(tokens);
    for (int i = 0; i < vectors.size(); i++) {
      Sentence sentence = sentences.get(i);
      boolean hasFigure = TOKENS.add(tokens, sentence, named, vectors.get(i));
      SIGNS.add(tokens, ids, sentence, hasFigure, vectors.get(i));
      WORDS.add(tokens, sentence.first(), sentence.end(), named, vectors.get(i));
    }
    return vectors;
  }
}
