/// Composes the polarity of a sentence's expressions from the meanings of its words: direction x
/// metric, expectation, shifters, negation, hedges, conditions, contrast.
@NullMarked
package io.readthrough.core.score.composition;

import org.jspecify.annotations.NullMarked;
