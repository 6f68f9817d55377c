/// Securities and where a text names them.
@NullMarked
package io.readthrough.core.security;

import org.jspecify.annotations.NullMarked;
