/// Periods as printed, and the days that they cover.
@NullMarked
package io.readthrough.core.fact.period;

import org.jspecify.annotations.NullMarked;
