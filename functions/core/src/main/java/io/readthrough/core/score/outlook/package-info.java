/// How a note as a whole sees each of its names, and by what that is told.
@NullMarked
package io.readthrough.core.score.outlook;

import org.jspecify.annotations.NullMarked;
