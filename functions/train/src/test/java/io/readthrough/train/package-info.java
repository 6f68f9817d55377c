@NullMarked
package io.readthrough.train;

import org.jspecify.annotations.NullMarked;
