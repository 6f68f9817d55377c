@NullMarked
package io.readthrough.core.score.reading;

import org.jspecify.annotations.NullMarked;
