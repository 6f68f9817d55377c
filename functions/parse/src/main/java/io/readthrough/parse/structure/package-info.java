/// Blocks to a note's structure: title, author, time of publication, regions, printed scores,
/// language.
@NullMarked
package io.readthrough.parse.structure;

import org.jspecify.annotations.NullMarked;
