/// What follows from the facts of a note, and what comes of comparing them with each other and with
/// those of earlier notes.
@NullMarked
package io.readthrough.core.fact.check;

import org.jspecify.annotations.NullMarked;
