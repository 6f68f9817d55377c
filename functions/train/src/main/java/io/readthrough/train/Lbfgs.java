package io.readthrough.train;

import java.util.ArrayDeque;
import java.util.Deque;

/// Minimises a smooth convex function by limited-memory BFGS (Nocedal 1980) with a back-tracking
/// line search.
final class Lbfgs {
  /// How many steps the curvature is remembered over.
  private static final int MEMORY = 8;

  private static final int MOST_STEPS = 150;
  private static final int MOST_TRIES = 24;

  /// The share of the promised decrease that a step must bring (Armijo).
  private static final double SUFFICIENT = 1e-4;

  /// A step that lowers the function by less than this share ends the search.
  private static final double TOLERANCE = 2e-6;

  /// Steps without curvature are not remembered.
  private static final double LEAST_CURVATURE = 1e-12;

  /// A function of several variables.
  interface Objective {
    /// The value at `x`; its gradient is written into `gradient`.
    double at(double[] x, double[] gradient);
  }

  @SuppressWarnings("ArrayRecordComponent") // A point has as many numbers as there are weights.
  private record Step(double[] x, double[] gradient, double curvature) {}

  private Lbfgs() {}

  /// The point where `objective` is least, sought from 0.
  static double[] minimise(int variables, Objective objective) {
    double[] x = new double[variables];
    double[] gradient = new double[variables];
    double value = objective.at(x, gradient);
    Deque<Step> steps = new ArrayDeque<>();
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] descent = descent(gradient, steps);
      double slope = -dot(gradient, descent);
      double[] nextX = new double[variables];
      double[] nextGradient = new double[variables];
      double nextValue = value;
      double length = 1;
      for (int tried = 0; tried < MOST_TRIES; tried++) {
        System.arraycopy(x, 0, nextX, 0, variables);
        add(nextX, -length, descent);
        nextValue = objective.at(nextX, nextGradient);
        if (nextValue <= value + SUFFICIENT * length * slope) {
          break;
        }
        length /= 2;
      }
      remember(steps, x, nextX, gradient, nextGradient);
      double lowered = (value - nextValue) / Math.max(1, Math.abs(value));
      x = nextX;
      gradient = nextGradient;
      value = nextValue;
      if (lowered < TOLERANCE) {
        break;
      }
    }
    return x;
  }

  private static double[] descent(double[] gradient, Deque<Step> steps) {
    double[] descent = gradient.clone();
    double[] alphas = new double[steps.size()];
    int i = 0;
    for (Step step : steps) {
      alphas[i] = dot(step.x, descent) / step.curvature;
      add(descent, -alphas[i], step.gradient);
      i++;
    }
    double scale = 1 / Math.max(LEAST_CURVATURE, Math.sqrt(dot(gradient, gradient)));
    if (!steps.isEmpty()) {
      Step newest = steps.getFirst();
      scale = newest.curvature / dot(newest.gradient, newest.gradient);
    }
    for (int k = 0; k < descent.length; k++) {
      descent[k] *= scale;
    }
    for (var oldest = steps.descendingIterator(); oldest.hasNext(); ) {
      Step step = oldest.next();
      i--;
      add(descent, alphas[i] - dot(step.gradient, descent) / step.curvature, step.x);
    }
    return descent;
  }

  /// Puts the step before the earlier ones.
  private static void remember(
      Deque<Step> steps, double[] x, double[] nextX, double[] gradient, double[] nextGradient) {
    double[] dx = nextX.clone();
    add(dx, -1, x);
    double[] dg = nextGradient.clone();
    add(dg, -1, gradient);
    double curvature = dot(dx, dg);
    if (curvature > LEAST_CURVATURE) {
      steps.addFirst(new Step(dx, dg, curvature));
      if (steps.size() > MEMORY) {
        steps.removeLast();
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] a, double factor, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += factor * b[i];
    }
  }
}
