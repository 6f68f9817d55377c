/// PDF documents: glyphs on pages to lines, columns, tables and paragraphs.
@NullMarked
package io.readthrough.parse.pdf;

import org.jspecify.annotations.NullMarked;
