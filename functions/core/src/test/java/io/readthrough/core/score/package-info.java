@NullMarked
package io.readthrough.core.score;

import org.jspecify.annotations.NullMarked;
