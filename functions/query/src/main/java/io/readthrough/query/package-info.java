/// The query function: HTTP API to JSON.
@NullMarked
package io.readthrough.query;

import org.jspecify.annotations.NullMarked;
