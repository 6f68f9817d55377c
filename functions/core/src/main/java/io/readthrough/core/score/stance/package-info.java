/// The view that a note's author takes of a security by name: a rating, or a position held.
@NullMarked
package io.readthrough.core.score.stance;

import org.jspecify.annotations.NullMarked;
