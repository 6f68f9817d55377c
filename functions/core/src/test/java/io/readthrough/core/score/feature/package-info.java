@NullMarked
package io.readthrough.core.score.feature;

import org.jspecify.annotations.NullMarked;
