package io.readthrough.core.note;

import java.util.regex.Pattern;

/// A tenant: the firm that owns a note and may read it. Lower-case letters, digits and hyphens, at
/// most 63 characters, so that it can stand in an object key and in a table key without escaping.
public record FirmId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  /// The tenant of objects that lie under no firm's prefix. No firm may be called so; only an
  /// operator's token names it.
  public static final FirmId UNASSIGNED = new FirmId("unassigned");

  public FirmId {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "firm '" + value + "' is not valid: use 1 to 63 lower-case letters, digits and hyphens");
    }
  }

  /// Whether `value` can name a firm.
  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
