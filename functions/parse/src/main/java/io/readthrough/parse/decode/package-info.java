/// Bytes to clean text: which format, which character set, which characters stay.
@NullMarked
package io.readthrough.parse.decode;

import org.jspecify.annotations.NullMarked;
