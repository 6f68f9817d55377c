/// The whole pipeline on one machine.
@NullMarked
package io.readthrough.local;

import org.jspecify.annotations.NullMarked;
