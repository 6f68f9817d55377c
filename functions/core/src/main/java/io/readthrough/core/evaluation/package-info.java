/// How well predictions agree with labels that people gave.
@NullMarked
package io.readthrough.core.evaluation;

import org.jspecify.annotations.NullMarked;
