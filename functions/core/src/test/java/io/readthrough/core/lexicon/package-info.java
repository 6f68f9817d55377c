@NullMarked
package io.readthrough.core.lexicon;

import org.jspecify.annotations.NullMarked;
