@NullMarked
package io.readthrough.core.event;

import org.jspecify.annotations.NullMarked;
