/// What many notes together say about a name: closed forms over scores and weights, nothing else.
@NullMarked
package io.readthrough.core.statistics;

import org.jspecify.annotations.NullMarked;
