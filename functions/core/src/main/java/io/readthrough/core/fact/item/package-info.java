/// A sentence as what matters for its figures: figures, metrics, periods and cues, and what stands
/// around each of them.
@NullMarked
package io.readthrough.core.fact.item;

import org.jspecify.annotations.NullMarked;
