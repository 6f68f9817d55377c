package io.readthrough.core.score;

import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.target.Assignment;
import java.util.List;

/// Adds up what expressions say.
final class Sums {
  private Sums() {}

  static double of(List<Expression> expressions) {
    double sum = 0;
    for (Expression expression : expressions) {
      sum += expression.polarity() * expression.contrast();
    }
    return sum;
  }

  static double of(List<Expression> expressions, List<Assignment> assignments, int name) {
    double sum = 0;
    for (Assignment assignment : assignments) {
      if (assignment.name() == name) {
        Expression expression = expressions.get(assignment.expression());
        sum += expression.polarity() * expression.contrast() * assignment.factor();
      }
    }
    return sum;
  }
}
