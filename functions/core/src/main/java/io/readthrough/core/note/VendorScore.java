package io.readthrough.core.note;

import org.jspecify.annotations.Nullable;

/// A score that the note's publisher printed in it. Kept and compared with ours, never an input to
/// it.
///
/// @param name as printed, in words: "Overall Sentiment", "Sentiment Score"
/// @param printed the value as printed
/// @param number the value when it is a number, otherwise null
/// @param scale the scale when the publisher names one: "-1 to 1"
/// @param span where it stands
public record VendorScore(
    String name, String printed, @Nullable Double number, @Nullable String scale, TextSpan span) {}
