package io.readthrough.core.fact;

import io.readthrough.core.note.Fact;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.security.Mention;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.util.List;

/// Finds the figures that a text reports. Thread-safe.
@FunctionalInterface
public interface FactFinder {
  /// The facts in the text's order.
  List<FoundFact> find(Tokens tokens, Sentences sentences, List<Mention> mentions);

  /// Reads facts with the built-in vocabulary.
  static FactFinder standard() {
    return new FigureFacts();
  }

  /// A fact and where it stands. The scorer gives the fact its id and ties it to its evidence: here
  /// the id is empty and no evidence is named. An entity is null where the sentence names none; the
  /// scorer then takes the name that the sentence is about.
  record FoundFact(TextSpan span, Fact fact) {}
}
