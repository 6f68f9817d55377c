package io.readthrough.core.claim;

import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.note.TickerSentiment.Role;
import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.target.Assignment;
import io.readthrough.core.score.target.NameMention;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// What a note's text says, as far as claims are found in it.
///
/// @param assignments in the order of their expressions
/// @param names by their numbers in `assignments` and `mentions`
/// @param mentions in order, not overlapping
/// @param subject the name that the note is about, or -1
/// @param isScored whether a sentence is the author's own words
/// @param conclusion which way the ratings and positions of the author point for what the note is
///   about, from -1, sell, to +1, buy; 0 when he takes none
/// @param moves of the figures that are told to have changed, in order
/// @param published null when unknown
public record ReadNote(
    Tokens tokens,
    Sentences sentences,
    Clauses clauses,
    List<Expression> expressions,
    List<Assignment> assignments,
    List<Named> names,
    List<NameMention> mentions,
    int subject,
    IntPredicate isScored,
    double conclusion,
    List<Move> moves,
    @Nullable LocalDate published) {
  /// A name of the note.
  ///
  /// @param isSubject whether the note is about it
  /// @param outlook how the note as a whole sees it, from -1, bad, to +1, good
  public record Named(
      String entityId, boolean isSubject, AssetType assetType, Role role, double outlook) {
    /// Whether it is of the things that move a subject, or that it is measured by, rather than
    /// somebody: an index, a coin, a currency, a commodity, a rate.
    boolean isDriver() {
      return !isSubject
          && switch (assetType) {
            case INDEX, ETF, CRYPTO, FX, COMMODITY, RATE -> true;
            case EQUITY, PRIVATE, GROUP -> false;
          };
    }

    /// Whether it is one company.
    boolean isCompany() {
      return assetType == AssetType.EQUITY || assetType == AssetType.PRIVATE;
    }
  }

  /// A figure that is told to have changed, or to differ from what was expected of it.
  ///
  /// @param token where it stands
  /// @param good +1 when that is good for whose figure it is, -1 when it is bad; 0 when it depends
  public record Move(int token, Against against, double good) {
    /// What the figure is compared with.
    public enum Against {
      FORMER,
      EXPECTED,
      FORMER_TARGET
    }
  }

  /// The same note, whose names are seen by it as `outlooks` say, in their order.
  public ReadNote withOutlooks(double[] outlooks) {
    List<Named> others = new ArrayList<>(names.size());
    for (int i = 0; i < outlooks.length; i++) {
      Named it = names.get(i);
      others.add(new Named(it.entityId(), it.isSubject(), it.assetType(), it.role(), outlooks[i]));
    }
    return new ReadNote(
        tokens,
        sentences,
        clauses,
        expressions,
        assignments,
        others,
        mentions,
        subject,
        isScored,
        conclusion,
        moves,
        published);
  }

  /// The words from one token to another, the latter exclusive.
  String words(int from, int to) {
    TextSpan span = tokens.span(from, to);
    return span.of(tokens.text());
  }
}
