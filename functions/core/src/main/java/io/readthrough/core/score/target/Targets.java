package io.readthrough.core.score.target;

import java.util.List;

/// Which name each expression of a text is about, and where the names are spoken of.
///
/// @param assignments in the order of the expressions
/// @param mentions in the order of the text
public record Targets(List<Assignment> assignments, List<ResolvedMention> mentions) {}
