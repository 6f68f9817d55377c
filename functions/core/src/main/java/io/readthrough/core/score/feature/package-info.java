/// The features of what a text says of a name: what the learned part of a score rests on.
@NullMarked
package io.readthrough.core.score.feature;

import org.jspecify.annotations.NullMarked;
