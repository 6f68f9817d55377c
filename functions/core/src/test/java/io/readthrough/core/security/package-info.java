@NullMarked
package io.readthrough.core.security;

import org.jspecify.annotations.NullMarked;
