/// What authors hold to be so or to come: theses, risks, catalysts, read-throughs and the like,
/// with their targets, conditions and horizons.
@NullMarked
package io.readthrough.core.claim;

import org.jspecify.annotations.NullMarked;
