@NullMarked
package io.readthrough.core.fact.sentence;

import org.jspecify.annotations.NullMarked;
