package io.readthrough.core.fact;

import io.readthrough.core.fact.choice.FigureCases;
import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.fact.sentence.FactWeights;
import io.readthrough.core.note.Region;
import io.readthrough.core.security.Mention;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.util.List;

/// Reads facts from the words around every figure: the metric that it belongs to, what it is (a
/// level, a change, what went before, what was expected), its period and its basis. Tables are read
/// by their rows and columns. A figure whose metric or unit is not plain is left out.
public final class FigureFacts implements FactFinder {
  private final FactVocabulary vocabulary = FactVocabulary.standard();
  private final FactWeights weights;

  /// Reads by what the product ships.
  public FigureFacts() {
    this(FactWeights.standard());
  }

  /// Reads by what was learned elsewhere.
  public FigureFacts(FactWeights weights) {
    this.weights = weights;
  }

  @Override
  public FoundFacts find(
      Tokens tokens, Sentences sentences, List<Region> regions, List<Mention> mentions) {
    return new TextFacts(vocabulary, weights, tokens, sentences, regions, mentions, null).find();
  }

  /// The choices that are made while the facts of a text are found.
  ///
  /// @param regions of the text, as for [#find]
  public FigureCases cases(
      Tokens tokens, Sentences sentences, List<Region> regions, List<Mention> mentions) {
    FigureCases cases = new FigureCases();
    new TextFacts(vocabulary, weights, tokens, sentences, regions, mentions, cases).find();
    return cases;
  }
}
