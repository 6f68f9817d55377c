/// Archives in memory.
@NullMarked
package io.readthrough.parse.archive;

import org.jspecify.annotations.NullMarked;
