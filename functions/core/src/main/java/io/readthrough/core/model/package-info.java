/// The learned part of a score: features, their weights, and what each adds.
@NullMarked
package io.readthrough.core.model;

import org.jspecify.annotations.NullMarked;
