@NullMarked
package io.readthrough.score.reference;

import org.jspecify.annotations.NullMarked;
