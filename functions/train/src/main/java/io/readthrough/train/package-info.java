/// Learns the scorer's weights from labelled texts and measures how well they carry over to texts
/// of a kind that was not learned from. Never deployed: the product ships the weights only.
@NullMarked
package io.readthrough.train;

import org.jspecify.annotations.NullMarked;
