@org.jspecify.annotations.NullMarked
package io.readthrough.core.similarity;
