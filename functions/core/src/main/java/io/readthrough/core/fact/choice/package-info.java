/// By what the metric, the kind and the period of a figure are chosen, and what was learned of it.
@NullMarked
package io.readthrough.core.fact.choice;

import org.jspecify.annotations.NullMarked;
