@NullMarked
package io.readthrough.core.score.composition;

import org.jspecify.annotations.NullMarked;
