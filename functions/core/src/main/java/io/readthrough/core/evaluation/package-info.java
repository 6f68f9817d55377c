/// Measures how well a scorer agrees with people: classes and scores, in closed forms.
@NullMarked
package io.readthrough.core.evaluation;

import org.jspecify.annotations.NullMarked;
