package io.readthrough.query;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.SentimentLabel;
import io.readthrough.store.FeedPosition;
import io.readthrough.store.FeedQuery;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Where the next page of a feed begins, sealed so that only this API can have made it, and only
/// for this firm and this query.
///
/// @param after the entry that the page before ended with
/// @param asOf the time that the first page was asked at: what came later is on none of the pages
record FeedCursor(FeedPosition after, Instant asOf) {
  /// What a cursor turned out to be.
  sealed interface Opened {
    /// Sealed here, for this firm and query.
    record Genuine(FeedCursor cursor) implements Opened {}

    /// Anything else.
    ///
    /// @param detail why, for the firm
    record Refused(String detail) implements Opened {}
  }

  /// Seals and opens cursors. Layout: version, as-of time, entry's time (each seconds and
  /// nanoseconds), entry's note id, the query's fingerprint; then HMAC-SHA256 over the firm and all
  /// of that; base64url.
  static final class Seal {
    private static final byte VERSION = 1;
    private static final int NOTE_ID_LENGTH = 28;
    private static final int FINGERPRINT_LENGTH = 16;
    private static final int CONTENT_LENGTH =
        1 + 2 * (Long.BYTES + Integer.BYTES) + NOTE_ID_LENGTH + FINGERPRINT_LENGTH;
    private static final int MAC_LENGTH = 32;

    private final SecretKeySpec key;

    Seal(String secret) {
      this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    String seal(FeedCursor cursor, FirmId firm, FeedQuery query) {
      ByteBuffer sealed = ByteBuffer.allocate(CONTENT_LENGTH + MAC_LENGTH).put(VERSION);
      put(sealed, cursor.asOf);
      put(sealed, cursor.after.time());
      sealed.put(cursor.after.noteId().value().getBytes(StandardCharsets.US_ASCII));
      sealed.put(fingerprint(query));
      sealed.put(mac(firm, Arrays.copyOf(sealed.array(), CONTENT_LENGTH)));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
    }

    Opened open(String text, FirmId firm, FeedQuery query) {
      byte[] sealed;
      try {
        sealed = Base64.getUrlDecoder().decode(text);
      } catch (IllegalArgumentException e) {
        sealed = new byte[0];
      }
      byte[] content = Arrays.copyOf(sealed, CONTENT_LENGTH);
      byte[] mac =
          Arrays.copyOfRange(sealed, Math.min(sealed.length, CONTENT_LENGTH), sealed.length);
      if (!MessageDigest.isEqual(mac, mac(firm, content)) || content[0] != VERSION) {
        return new Opened.Refused(
            "is not one that this API gave: use next_cursor of the page before, whole, or start"
                + " without one");
      }
      ByteBuffer in = ByteBuffer.wrap(content, 1, CONTENT_LENGTH - 1);
      Instant asOf = getInstant(in);
      Instant time = getInstant(in);
      byte[] noteId = new byte[NOTE_ID_LENGTH];
      in.get(noteId);
      byte[] fingerprint = new byte[FINGERPRINT_LENGTH];
      in.get(fingerprint);
      if (!Arrays.equals(fingerprint, fingerprint(query))) {
        return new Opened.Refused(
            "belongs to a query with other parameters: repeat those of its first page (limit may"
                + " change), or start without a cursor");
      }
      NoteId id = new NoteId(new String(noteId, StandardCharsets.US_ASCII));
      return new Opened.Genuine(new FeedCursor(new FeedPosition(time, id), asOf));
    }

    private byte[] mac(FirmId firm, byte[] content) {
      try {
        Mac mac = Mac.getInstance(key.getAlgorithm());
        mac.init(key);
        mac.update(("feed\0" + firm + '\0').getBytes(StandardCharsets.UTF_8));
        return mac.doFinal(content);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK has HmacSHA256", e);
      }
    }

    /// What makes two queries the same but for their page.
    private static byte[] fingerprint(FeedQuery query) {
      String same =
          String.join(
              "\0",
              query.anyTickers().stream().sorted().toList().toString(),
              query.allTickers().stream().sorted().toList().toString(),
              query.from().toString(),
              query.to().toString(),
              String.valueOf(query.minScore()),
              String.valueOf(query.maxScore()),
              query.labels().stream().map(SentimentLabel::name).sorted().toList().toString(),
              query.order().name());
      try {
        byte[] hash =
            MessageDigest.getInstance("SHA-256").digest(same.getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(hash, FINGERPRINT_LENGTH);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }

    private static void put(ByteBuffer out, Instant instant) {
      out.putLong(instant.getEpochSecond()).putInt(instant.getNano());
    }

    private static Instant getInstant(ByteBuffer in) {
      return Instant.ofEpochSecond(in.getLong(), in.getInt());
    }
  }
}
