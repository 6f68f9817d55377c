/// The facts of one table.
@NullMarked
package io.readthrough.core.fact.table;

import org.jspecify.annotations.NullMarked;
