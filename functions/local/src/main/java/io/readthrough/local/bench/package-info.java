/// Measures speed on the machine at hand.
@NullMarked
package io.readthrough.local.bench;

import org.jspecify.annotations.NullMarked;
