/// Fits the weights of the scorer's features to labelled texts, and measures what they are worth on
/// texts that they were not fitted to. Everything here is deterministic: the same texts give the
/// same bytes.
@NullMarked
package io.readthrough.train;

import org.jspecify.annotations.NullMarked;
