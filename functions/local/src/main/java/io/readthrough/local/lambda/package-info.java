/// Runs the functions as Lambda does: in this process or each as its own, fed from queues with the
/// same event JSON.
@NullMarked
package io.readthrough.local.lambda;

import org.jspecify.annotations.NullMarked;
