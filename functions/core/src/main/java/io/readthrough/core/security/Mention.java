package io.readthrough.core.security;

import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.TickerSentiment.Resolution;

/// A place where a text names a security.
///
/// @param confidence that the words mean this security, 0 to 1
public record Mention(
    TextSpan span, Security security, Resolution.Method method, double confidence) {}
