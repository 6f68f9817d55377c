/// A note on its way from the bucket to the table: [RawNote] bytes, [ParsedNote] text with its
/// regions, [ScoredNote] sentiment with its evidence. Pure values; all offsets are UTF-16 units of
/// the parsed text.
@NullMarked
package io.readthrough.core.note;

import org.jspecify.annotations.NullMarked;
