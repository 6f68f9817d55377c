/// The learned part of the scorer: what a feature is called, what it weighs, and how a weighted sum
/// of features becomes probabilities. Weights are read from one resource; nothing here learns.
@NullMarked
package io.readthrough.core.model;

import org.jspecify.annotations.NullMarked;
