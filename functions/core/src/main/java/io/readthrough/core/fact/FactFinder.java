package io.readthrough.core.fact;

import io.readthrough.core.fact.sentence.FoundFact;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.security.Mention;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.util.List;

/// Finds the figures that a text reports. Thread-safe.
@FunctionalInterface
public interface FactFinder {
  /// The facts of a text, in its order, and the figures in it that cannot be read.
  ///
  /// @param regions of the text, which tell its tables; where there are none, lines with bars do
  FoundFacts find(Tokens tokens, Sentences sentences, List<Region> regions, List<Mention> mentions);

  /// Reads facts with the built-in vocabulary.
  static FactFinder standard() {
    return new FigureFacts();
  }

  /// What a text says in figures.
  ///
  /// @param unreadable figures whose digits are grouped in no way that is known, such as "5,7"
  record FoundFacts(List<FoundFact> facts, List<TextSpan> unreadable) {
    public FoundFacts {
      facts = List.copyOf(facts);
      unreadable = List.copyOf(unreadable);
    }
  }
}
