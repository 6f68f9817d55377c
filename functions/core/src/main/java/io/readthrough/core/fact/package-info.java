/// The figures that a text reports.
@NullMarked
package io.readthrough.core.fact;

import org.jspecify.annotations.NullMarked;
