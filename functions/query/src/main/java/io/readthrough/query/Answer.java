package io.readthrough.query;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// What comes of a request.
sealed interface Answer permits Answer.Found, Answer.Methods, Problem {
  /// What was asked for.
  ///
  /// @param entityTag equal for answers that say the same
  /// @param cacheControl who may keep it
  record Found(String json, String entityTag, String cacheControl) implements Answer {
    /// Data of a firm: a cache of the reader's own may keep it, and must ask whether it still
    /// holds.
    private static final String OWN = "private, no-cache";

    /// The same for everybody.
    private static final String PUBLIC = "public, max-age=300";

    /// @param identity what tells this answer from all others of its path and query
    static Found own(String json, Object... identity) {
      return new Found(json, tag(identity), OWN);
    }

    static Found forEverybody(String json) {
      return new Found(json, tag(json), PUBLIC);
    }

    /// Weak (RFC 9110, 8.8.1): request ids and the like differ between answers of one tag.
    private static String tag(Object... identity) {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Object each : identity) {
          digest.update(String.valueOf(each).getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
        }
        String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
        return "W/\"" + hash.substring(0, 22) + '"';
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }

  /// The methods of a path, for OPTIONS.
  record Methods(String allow) implements Answer {}
}
