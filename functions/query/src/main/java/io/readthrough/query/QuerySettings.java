package io.readthrough.query;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a deployment decides for the query function.
///
/// @param tableName the table of notes
/// @param parsedBucket the bucket of parse outcomes, where the texts are
/// @param firmClaim the claim of the token that holds the firm
/// @param requiredScope the scope that a token must have; empty for none
/// @param cursorKey the secret that authenticates cursors
public record QuerySettings(
    String tableName,
    String parsedBucket,
    String firmClaim,
    Optional<String> requiredScope,
    String cursorKey) {
  /// The value of `REQUIRED_SCOPE` that asks for no scope.
  static final String NO_SCOPE = "none";

  private static final int CURSOR_KEY_LENGTH = 32;

  public QuerySettings {
    if (cursorKey.length() < CURSOR_KEY_LENGTH) {
      throw new IllegalArgumentException(
          "CURSOR_KEY has "
              + cursorKey.length()
              + " characters: use a random secret of at least "
              + CURSOR_KEY_LENGTH);
    }
  }

  /// Reads the settings of this process.
  ///
  /// @throws IllegalArgumentException when a variable is missing, empty or wrong; the message names
  ///   it
  public static QuerySettings fromEnvironment() {
    return from(System.getenv());
  }

  static QuerySettings from(Map<String, String> environment) {
    String scope = required(environment, "REQUIRED_SCOPE");
    return new QuerySettings(
        required(environment, "TABLE_NAME"),
        required(environment, "PARSED_BUCKET"),
        required(environment, "FIRM_CLAIM"),
        scope.equals(NO_SCOPE) ? Optional.empty() : Optional.of(scope),
        required(environment, "CURSOR_KEY"));
  }

  private static String required(Map<String, String> environment, String name) {
    @Nullable String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "the environment variable "
              + name
              + " is not set: template.yaml shows what the query function needs");
    }
    return value;
  }

  /// Without the secret.
  @Override
  public String toString() {
    return "QuerySettings[tableName=%s, parsedBucket=%s, firmClaim=%s, requiredScope=%s]"
        .formatted(tableName, parsedBucket, firmClaim, requiredScope.orElse(NO_SCOPE));
  }
}
