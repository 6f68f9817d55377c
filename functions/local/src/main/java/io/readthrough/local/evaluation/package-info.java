/// Runs the scorer over labelled data and measures it.
@NullMarked
package io.readthrough.local.evaluation;

import org.jspecify.annotations.NullMarked;
