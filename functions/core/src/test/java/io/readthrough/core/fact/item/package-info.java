@NullMarked
package io.readthrough.core.fact.item;

import org.jspecify.annotations.NullMarked;
