/// A firm's own lists of securities: how they are read, checked and kept.
@NullMarked
package io.readthrough.score.reference;

import org.jspecify.annotations.NullMarked;
