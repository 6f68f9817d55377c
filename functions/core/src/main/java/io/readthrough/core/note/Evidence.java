package io.readthrough.core.note;

/// A stretch of the text that carries a score, a fact or a claim.
///
/// @param id unique in the note: "e1"
/// @param quote exactly the text of the span
/// @param sentence the sentence it stands in, from 0
/// @param polarity what it says for the name it is about, in [-1, 1]
/// @param weight the share of the overall score's absolute contributions that it carries, 0 to 1
/// @param rule which entries and rules gave the polarity, in words a person can look up:
///   "metric:revenue x direction:fall"
public record Evidence(
    String id,
    TextSpan span,
    String quote,
    int sentence,
    double polarity,
    double weight,
    String rule) {}
