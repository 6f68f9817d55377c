/// Choices among a few classes by learned weights that a person can read: what is so of a thing
/// adds to the odds of each class.
@NullMarked
package io.readthrough.core.choice;

import org.jspecify.annotations.NullMarked;
