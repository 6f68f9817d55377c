@NullMarked
package io.readthrough.core.fact;

import org.jspecify.annotations.NullMarked;
