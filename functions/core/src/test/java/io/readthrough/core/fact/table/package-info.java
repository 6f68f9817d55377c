@NullMarked
package io.readthrough.core.fact.table;

import org.jspecify.annotations.NullMarked;
