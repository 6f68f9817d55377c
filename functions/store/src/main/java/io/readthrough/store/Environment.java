package io.readthrough.store;

import java.util.Map;

/// The environment variables that a function is set up with.
public record Environment(Map<String, String> variables) {
  public Environment {
    variables = Map.copyOf(variables);
  }

  /// Those of this process.
  public static Environment ofProcess() {
    return new Environment(System.getenv());
  }

  /// The value of a variable that the function cannot do without.
  ///
  /// @throws IllegalStateException when it is not set
  public String required(String name) {
    String value = variables.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "the environment variable "
              + name
              + " is not set: template.yaml shows what each function needs");
    }
    return value;
  }

  /// The positive number that a variable holds, or `otherwise` when it is not set.
  ///
  /// @throws IllegalStateException when it holds anything else
  public int positive(String name, int otherwise) {
    String value = variables.get(name);
    if (value == null || value.isBlank()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value.strip());
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the answer that names it.
    }
    throw new IllegalStateException(
        name + " is '" + value + "': set it to a whole number from 1 on, or leave it out");
  }
}
