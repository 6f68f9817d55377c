@NullMarked
package io.readthrough.core.fact.check;

import org.jspecify.annotations.NullMarked;
