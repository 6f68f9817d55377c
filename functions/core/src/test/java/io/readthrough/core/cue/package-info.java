@NullMarked
package io.readthrough.core.cue;

import org.jspecify.annotations.NullMarked;
