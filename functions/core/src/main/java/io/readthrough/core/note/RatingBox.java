package io.readthrough.core.note;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The rating and the price target that a note prints apart from its text, in a box, a table or a
/// line under its title. What sentences say of them is found by the scorer.
///
/// @param rating as printed: "Buy", "Market Perform"
/// @param previousRating what it was before, where the box says so; the rating itself when the box
///   says that it stays
/// @param target in units of `currency`
/// @param previousTarget what it was before, in the same way
/// @param currency ISO 4217, of both targets; GBX for pence; null when the box names none
/// @param span from the first character of the box to its last
public record RatingBox(
    @Nullable String rating,
    @Nullable String previousRating,
    @Nullable BigDecimal target,
    @Nullable BigDecimal previousTarget,
    @Nullable String currency,
    TextSpan span) {}
