package io.readthrough.core.score.reading;

import io.readthrough.core.fact.sentence.FoundFact;
import io.readthrough.core.lexicon.Lexicon;
import io.readthrough.core.lexicon.Match;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.composition.Composer;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.feature.TextReading;
import io.readthrough.core.score.stance.Stance;
import io.readthrough.core.score.stance.StanceFinder;
import io.readthrough.core.score.stance.Unaffected;
import io.readthrough.core.score.target.Assignment;
import io.readthrough.core.score.target.ResolvedMention;
import io.readthrough.core.score.target.TargetAssigner;
import io.readthrough.core.score.target.Targets;
import io.readthrough.core.security.Mention;
import io.readthrough.core.security.SecurityMentions;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a note's text says, before it is added up.
///
/// @param weights of the sentences, by where they stand
/// @param expressions the strongest of the scored regions, at most [#MOST_EXPRESSIONS], in order
/// @param stances what the author's stances come to, for each name that one is taken of
/// @param stated the places where names stand themselves, in order
/// @param outlooks the wordings that bear on how the note sees its names
public record Reading(
    ParsedNote note,
    Tokens tokens,
    Sentences sentences,
    Clauses clauses,
    Weights weights,
    Names names,
    List<Mention> mentions,
    List<Match> matches,
    List<Expression> expressions,
    Targets targets,
    Map<Integer, Stances.Conclusion> stances,
    List<ResolvedMention> stated,
    List<OutlookCues.Found> outlooks) {
  /// A note's score rests on this many expressions at most, the strongest of it, so that a note is
  /// bounded in the table however long it is.
  public static final int MOST_EXPRESSIONS = 160;

  /// Reads a note.
  public static Reading of(ParsedNote note, Lexicon lexicon, SecurityMentions finder) {
    Tokens tokens = Tokens.of(note.text());
    Sentences sentences = Sentences.of(tokens);
    Clauses clauses = Clauses.of(tokens, sentences);
    Weights weights = new Weights(note, tokens, sentences);
    List<Match> matches = lexicon.match(tokens);
    List<Mention> mentions = finder.find(tokens);
    Names names = new Names(note, tokens, mentions);
    List<Stance> taken =
        StanceFinder.find(
            tokens, sentences, clauses, names.mentions, names::isSubject, names.subject());
    taken.addAll(Unaffected.find(tokens, sentences, clauses, names.mentions, names::isSubject));
    Stances stances = new Stances(taken, clauses, weights);
    List<Expression> expressions =
        strongest(
            stances.among(Composer.compose(tokens, sentences, clauses, matches, names.named::get)),
            weights);
    Targets targets =
        stances.assign(
            expressions,
            TargetAssigner.assign(
                tokens,
                sentences,
                clauses,
                expressions,
                names.mentions,
                names.subject(),
                names::holdsFocus));
    List<ResolvedMention> stated =
        targets.mentions().stream()
            .filter(mention -> mention.stated() && mention.name() >= 0)
            .toList();
    return new Reading(
        note,
        tokens,
        sentences,
        clauses,
        weights,
        names,
        mentions,
        matches,
        expressions,
        targets,
        Stances.conclusions(expressions, targets.assignments()),
        stated,
        OutlookCues.find(
            tokens,
            sentences,
            clauses,
            weights,
            stated,
            names.names.size(),
            names.groups(),
            names.prices()));
  }

  /// Which expression is given to which name.
  public List<Assignment> assignments() {
    return targets.assignments();
  }

  /// The same without the note.
  public TextReading text() {
    return new TextReading(
        tokens, sentences, clauses, matches, expressions, targets, weights.all());
  }

  /// The name that a sentence is about: the one that its first expression is given to, else the
  /// note's subject; null when there is none.
  @Nullable Name nameOf(int sentence) {
    for (Assignment assignment : assignments()) {
      if (expressions.get(assignment.expression()).sentence() == sentence) {
        return names.names.get(assignment.name());
      }
    }
    int subject = names.subject();
    return subject == TargetAssigner.NOBODY ? null : names.names.get(subject);
  }

  /// The id of the name that a figure is of: the one that its sentence is about where the figure
  /// itself tells none; null when it is nobody's.
  public @Nullable String entityId(FoundFact found) {
    if (found.fact().entityId() != null || found.nobodys()) {
      return found.fact().entityId();
    }
    Name name = nameOf(sentences.containing(tokens.at(found.span().start())));
    return name == null ? null : name.security.entityId();
  }

  /// How many sentences are the author's own words.
  public int scoredSentences() {
    int count = 0;
    for (int s = 0; s < sentences.size(); s++) {
      count += weights.of(s) > 0 ? 1 : 0;
    }
    return count;
  }

  /// The day of publication; null when unknown.
  public @Nullable LocalDate published() {
    Instant published = note.publication().told();
    return published == null ? null : LocalDate.ofInstant(published, ZoneOffset.UTC);
  }

  /// The signed weight of an expression for a name that it is assigned to by `factor`.
  public double weight(Expression expression, double factor) {
    return expression.polarity()
        * expression.contrast()
        * factor
        * weights.of(expression.sentence());
  }

  private static List<Expression> strongest(List<Expression> all, Weights weights) {
    List<Expression> scored = new ArrayList<>(all);
    scored.removeIf(
        e -> (weights.of(e.sentence()) == 0 || e.polarity() == 0) && !Stances.isStance(e));
    if (scored.size() <= MOST_EXPRESSIONS) {
      return scored;
    }
    Comparator<Expression> byStrength =
        Comparator.comparingDouble(
            e ->
                Stances.isStance(e)
                    ? Double.NEGATIVE_INFINITY
                    : -Math.abs(e.polarity() * e.contrast() * weights.of(e.sentence())));
    scored.sort(byStrength.thenComparingInt(Expression::head));
    List<Expression> kept = new ArrayList<>(scored.subList(0, MOST_EXPRESSIONS));
    kept.sort(Comparator.comparingInt(Expression::head));
    return kept;
  }
}
