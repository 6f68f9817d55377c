/// Texts whose sentiment somebody labelled, read from JSON Lines: what the scorer is measured
/// against.
@NullMarked
package io.readthrough.train.labelled;

import org.jspecify.annotations.NullMarked;
