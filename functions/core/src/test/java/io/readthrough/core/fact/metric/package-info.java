@NullMarked
package io.readthrough.core.fact.metric;

import org.jspecify.annotations.NullMarked;
