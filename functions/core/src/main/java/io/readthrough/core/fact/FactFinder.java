package io.readthrough.core.fact;

import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.security.Mention;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /// A fact and where it stands. The scorer gives the fact its id, its days and its evidence: here
  /// the id is empty, and neither period nor evidence is named.
  ///
  /// @param fact its entity is null where the sentence names none; the scorer then takes the name
  ///   that the sentence is about, unless nobody is
  /// @param period as printed; null when none is
  /// @param prior what the value was before, where that is printed
  /// @param nobodys whether the figure is of no name, but of an economy
  record FoundFact(
      TextSpan span,
      Fact fact,
      @Nullable PrintedPeriod period,
      @Nullable Double prior,
      boolean nobodys) {
    /// The same fact in `period`.
    FoundFact in(@Nullable PrintedPeriod period) {
      return new FoundFact(span, fact, period, prior, nobodys);
    }
  }
}
