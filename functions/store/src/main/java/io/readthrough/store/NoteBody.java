package io.readthrough.store;

import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.similarity.Novelty;
import io.readthrough.store.json.ScoredNoteJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// A scored note's JSON as an item holds it: compressed (zlib), and bounded.
///
/// Why cut a note that is too large, rather than put its body elsewhere? An answer of the API is
/// bounded too (6 MB through Lambda), so nobody could read the rest.
final class NoteBody {
  /// Leaves a quarter of DynamoDB's 400 KB to the item's other attributes, which are bounded each.
  static final int MAX_COMPRESSED = 300 * 1024;

  /// What an answer can carry, with room for its encoding.
  static final int MAX_JSON = 2 * 1024 * 1024;

  /// Entries of a list that a note may have before it is cut, as a first attempt.
  static final int MAX_ENTRIES = 1280;

  private NoteBody() {}

  /// The body of a revision: with all that the note lists where that fits, otherwise with the most
  /// that does, by halves.
  static byte[] of(ScoredNote note, int revision, Instant availableAt, Novelty novelty) {
    for (int most = MAX_ENTRIES; most > 0; most /= 2) {
      byte[] json = ScoredNoteJson.write(note, revision, availableAt, most, novelty);
      if (json.length <= MAX_JSON) {
        byte[] compressed = compressed(json);
        if (compressed.length <= MAX_COMPRESSED) {
          return compressed;
        }
      }
    }
    throw new IllegalStateException(
        "note "
            + note.parsed().source().noteId()
            + " exceeds "
            + MAX_COMPRESSED
            + " bytes with one entry in each list: a text in it has no bound");
  }

  private static byte[] compressed(byte[] json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written", e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /// The JSON of a body.
  static byte[] json(byte[] body) {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("a stored body is not what this class wrote", e);
    }
  }
}
