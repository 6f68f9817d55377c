/// Assigns what a sentence says to the names that it says it of.
@NullMarked
package io.readthrough.core.score.target;

import org.jspecify.annotations.NullMarked;
