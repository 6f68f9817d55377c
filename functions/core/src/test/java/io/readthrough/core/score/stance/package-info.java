/// Tests of the view that an author takes by name.
@NullMarked
package io.readthrough.core.score.stance;

import org.jspecify.annotations.NullMarked;
