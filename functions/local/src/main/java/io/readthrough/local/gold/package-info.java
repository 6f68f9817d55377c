/// Measures the program against notes that a reader annotated: the gold set.
@NullMarked
package io.readthrough.local.gold;

import org.jspecify.annotations.NullMarked;
