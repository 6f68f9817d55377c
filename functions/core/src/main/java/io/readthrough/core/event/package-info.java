/// The events and topics that notes speak of, by a taxonomy in tables that a person can read.
@NullMarked
package io.readthrough.core.event;

import org.jspecify.annotations.NullMarked;
