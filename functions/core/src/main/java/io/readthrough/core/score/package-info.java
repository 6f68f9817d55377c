/// Scores a parsed note: evidence, sentiment per name and overall, facts and claims, each tied to
/// its words.
@NullMarked
package io.readthrough.core.score;

import org.jspecify.annotations.NullMarked;
