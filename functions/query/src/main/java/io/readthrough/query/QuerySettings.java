package io.readthrough.query;

import io.readthrough.store.Environment;
import java.util.Optional;

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
  /// @throws IllegalStateException when a variable is missing or empty
  /// @throws IllegalArgumentException when one is wrong; the message names it
  public static QuerySettings fromEnvironment() {
    return from(Environment.ofProcess());
  }

  static QuerySettings from(Environment environment) {
    String scope = environment.required("REQUIRED_SCOPE");
    return new QuerySettings(
        environment.required("TABLE_NAME"),
        environment.required("PARSED_BUCKET"),
        environment.required("FIRM_CLAIM"),
        scope.equals(NO_SCOPE) ? Optional.empty() : Optional.of(scope),
        environment.required("CURSOR_KEY"));
  }

  /// Without the secret.
  @Override
  public String toString() {
    return "QuerySettings[tableName=%s, parsedBucket=%s, firmClaim=%s, requiredScope=%s]"
        .formatted(tableName, parsedBucket, firmClaim, requiredScope.orElse(NO_SCOPE));
  }
}
