package io.readthrough.core.note;

import org.jspecify.annotations.Nullable;

/// A stretch of the text that is one kind of thing. The regions of a note do not overlap and stand
/// in order of the text.
///
/// @param page the page it stands on, from 1; null where the format has no pages
public record Region(RegionKind kind, TextSpan span, @Nullable Integer page) {}
