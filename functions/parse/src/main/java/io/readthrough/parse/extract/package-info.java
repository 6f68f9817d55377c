/// Clean text to blocks: what the plain text, Markdown and HTML of a note say, and in what form.
@NullMarked
package io.readthrough.parse.extract;

import org.jspecify.annotations.NullMarked;
