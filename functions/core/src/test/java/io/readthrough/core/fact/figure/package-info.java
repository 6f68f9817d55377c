@NullMarked
package io.readthrough.core.fact.figure;

import org.jspecify.annotations.NullMarked;
