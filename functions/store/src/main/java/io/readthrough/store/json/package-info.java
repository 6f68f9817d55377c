/// The JSON forms of parse outcomes and of scored notes, written and read by streaming.
@NullMarked
package io.readthrough.store.json;

import org.jspecify.annotations.NullMarked;
