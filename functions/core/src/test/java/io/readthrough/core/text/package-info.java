@NullMarked
package io.readthrough.core.text;

import org.jspecify.annotations.NullMarked;
