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
}
