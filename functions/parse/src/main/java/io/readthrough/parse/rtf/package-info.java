/// Rich Text Format.
@NullMarked
package io.readthrough.parse.rtf;

import org.jspecify.annotations.NullMarked;
