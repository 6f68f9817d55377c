@NullMarked
package io.readthrough.core.score.role;

import org.jspecify.annotations.NullMarked;
