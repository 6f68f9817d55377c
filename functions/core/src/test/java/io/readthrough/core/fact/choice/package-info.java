@NullMarked
package io.readthrough.core.fact.choice;

import org.jspecify.annotations.NullMarked;
