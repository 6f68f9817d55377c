/// The command line: the whole pipeline on one machine, scoring of files, and measuring.
@NullMarked
package io.readthrough.local;

import org.jspecify.annotations.NullMarked;
