package io.readthrough.core.note;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/// A note's identity: `n_` and the first 26 base32 characters (130 bits, lower case) of
/// SHA-256(firm, NUL, key), and for a part of an object SHA-256(firm, NUL, key, NUL, path). The
/// same key dropped again is a new revision of the same note.
public record NoteId(String value) {
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 26;
  private static final Pattern FORM = Pattern.compile("n_[a-z2-7]{" + LENGTH + "}");

  public NoteId {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "note id '"
              + value
              + "' is not valid: it is n_ and "
              + LENGTH
              + " characters of a-z and 2-7");
    }
  }

  /// Whether `value` has the form of a note id.
  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }

  /// The id of the note that `firm` dropped under `key` (URL-decoded).
  public static NoteId of(FirmId firm, String key) {
    return ofHash(firm.value() + '\0' + key);
  }

  /// The id of a part of that object: an attachment, an entry, an item.
  ///
  /// @param path where in the object it lies, as [NoteSource.Part] has it
  public static NoteId of(FirmId firm, String key, String path) {
    return ofHash(firm.value() + '\0' + key + '\0' + path);
  }

  private static NoteId ofHash(String name) {
    byte[] hash = sha256().digest(name.getBytes(StandardCharsets.UTF_8));
    StringBuilder id = new StringBuilder(2 + LENGTH).append("n_");
    int buffer = 0;
    int bits = 0;
    for (int i = 0; id.length() < 2 + LENGTH; i++) {
      buffer = (buffer << 8) | (hash[i] & 0xff);
      bits += 8;
      while (bits >= 5 && id.length() < 2 + LENGTH) {
        bits -= 5;
        id.append(BASE32.charAt((buffer >> bits) & 31));
      }
      buffer &= 0xff;
    }
    return new NoteId(id.toString());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
