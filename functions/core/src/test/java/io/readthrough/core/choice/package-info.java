@NullMarked
package io.readthrough.core.choice;

import org.jspecify.annotations.NullMarked;
