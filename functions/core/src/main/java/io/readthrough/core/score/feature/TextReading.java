package io.readthrough.core.score.feature;

import io.readthrough.core.lexicon.Match;
import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.target.Targets;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.util.List;

/// What a text says, before it is added up: its expressions, and the names they are about.
///
/// @param weights of the sentences, at least 0: what each counts by where it stands
@SuppressWarnings("ArrayRecordComponent") // One number a sentence, read in loops.
public record TextReading(
    Tokens tokens,
    Sentences sentences,
    Clauses clauses,
    List<Match> matches,
    List<Expression> expressions,
    Targets targets,
    double[] weights) {}
