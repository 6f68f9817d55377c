/// What a text says before anything is weighed: its names, expressions, verdicts and wordings.
@NullMarked
package io.readthrough.core.score.reading;

import org.jspecify.annotations.NullMarked;
