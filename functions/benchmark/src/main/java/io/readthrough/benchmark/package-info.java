/// How fast the scoring path is, stage by stage, on the sample notes.
@NullMarked
package io.readthrough.benchmark;

import org.jspecify.annotations.NullMarked;
