package io.readthrough.core.score.target;

/// What an expression says, given to a name.
///
/// @param expression index of the expression
/// @param name the name that it is given to
/// @param factor what the expression's polarity counts for the name, in [-1, 1]; negative when what
///   is good for one is bad for the other ("X overtakes Y")
public record Assignment(int expression, int name, double factor) {}
