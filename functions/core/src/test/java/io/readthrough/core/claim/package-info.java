@NullMarked
package io.readthrough.core.claim;

import org.jspecify.annotations.NullMarked;
