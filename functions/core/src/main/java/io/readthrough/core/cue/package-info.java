/// Wordings that tell something about a sentence, kept in tables that a person can read and mend.
@NullMarked
package io.readthrough.core.cue;

import org.jspecify.annotations.NullMarked;
