@NullMarked
package io.readthrough.core.model;

import org.jspecify.annotations.NullMarked;
