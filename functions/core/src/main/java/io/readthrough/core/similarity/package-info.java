/// How much of a note was said before: sketches of texts, and what they tell of two notes.
@NullMarked
package io.readthrough.core.similarity;

import org.jspecify.annotations.NullMarked;
