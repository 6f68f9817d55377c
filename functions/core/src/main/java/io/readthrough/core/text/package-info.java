/// Cuts text into tokens and sentences, one pass each. Offsets are UTF-16 units of the text.
@NullMarked
package io.readthrough.core.text;

import org.jspecify.annotations.NullMarked;
