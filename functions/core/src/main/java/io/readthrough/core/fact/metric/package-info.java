/// What figures can be of, and the words that tell it.
@NullMarked
package io.readthrough.core.fact.metric;

import org.jspecify.annotations.NullMarked;
