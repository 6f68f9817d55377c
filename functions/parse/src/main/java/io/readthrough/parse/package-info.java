/// The parse function: S3 event to parsed note.
@NullMarked
package io.readthrough.parse;

import org.jspecify.annotations.NullMarked;
