@NullMarked
package io.readthrough.core.score.outlook;

import org.jspecify.annotations.NullMarked;
