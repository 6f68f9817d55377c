/// The functions' log: one JSON object a line.
@NullMarked
package io.readthrough.store.log;

import org.jspecify.annotations.NullMarked;
