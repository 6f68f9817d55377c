/// The figures that a text reports, sentence by sentence and table by table.
@NullMarked
package io.readthrough.core.fact;

import org.jspecify.annotations.NullMarked;
