package io.readthrough.core.fact;

import io.readthrough.core.security.Mention;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/// Reads facts from the words around every figure: the metric that it belongs to, what it is (a
/// level, a change, what went before, what was expected), its period and its basis. A figure whose
/// metric or unit is not plain is left out.
public final class FigureFacts implements FactFinder {
  private final FactVocabulary vocabulary = FactVocabulary.standard();

  @Override
  public List<FoundFact> find(Tokens tokens, Sentences sentences, List<Mention> mentions) {
    List<FoundFact> facts = new ArrayList<>();
    FigureReader figures = new FigureReader(tokens);
    int next = 0;
    for (int s = 0; s < sentences.size(); s++) {
      int first = next;
      int end = tokens.end(sentences.end(s) - 1);
      while (next < mentions.size() && mentions.get(next).span().start() < end) {
        next++;
      }
      if (!figures.anyIn(sentences.first(s), sentences.end(s))) {
        continue;
      }
      SentenceItems items =
          SentenceItems.of(
              tokens,
              sentences.first(s),
              sentences.end(s),
              mentions.subList(first, next),
              vocabulary,
              figures);
      new SentenceFacts(items, vocabulary).addTo(facts);
    }
    return List.copyOf(facts);
  }
}
