/// The score function: parsed note to scored note in the table.
@NullMarked
package io.readthrough.score;

import org.jspecify.annotations.NullMarked;
