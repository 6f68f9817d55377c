@NullMarked
package io.readthrough.core.fact.period;

import org.jspecify.annotations.NullMarked;
