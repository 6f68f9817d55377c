package io.readthrough.parse.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Formats other than text, told by their first bytes or characters, never by a file's name: those
/// that have an extractor, and those that are not read, each named with its article, to stand in a
/// sentence.
final class Signatures {
  /// How far into a file its signature is looked for.
  private static final int HEAD = 4096;

  private static final List<Signature> SIGNATURES =
      List.of(
          signature("a PostScript document", 0, "25215053"),
          signature("a gzip archive", 0, "1f8b08"),
          signature("a 7-Zip archive", 0, "377abcaf271c"),
          signature("a RAR archive", 0, "526172211a07"),
          signature("an xz archive", 0, "fd377a585a00"),
          signature("a Zstandard archive", 0, "28b52ffd"),
          signature("a bzip2 archive", 4, "314159265359"),
          signature("a tar archive", 257, "7573746172"),
          signature("a PNG image", 0, "89504e470d0a1a0a"),
          signature("a JPEG image", 0, "ffd8ff"),
          signature("a GIF image", 0, "47494638"),
          signature("a TIFF image", 0, "49492a00"),
          signature("a TIFF image", 0, "4d4d002a"),
          signature("a WebP image", 8, "57454250"),
          signature("a WAV recording", 8, "57415645"),
          signature("an MP3 recording", 0, "494433"),
          signature("an MP4 or HEIC file", 4, "66747970"),
          signature("a Linux program", 0, "7f454c46"),
          signature("a Windows program", 0, "4d5a9000"),
          signature("Java byte code", 0, "cafebabe"),
          signature("an SQLite database", 0, "53514c69746520666f726d6174203300"),
          signature("a Parquet file", 0, "50415231"));

  private static final Map<String, Format> FORMATS =
      Map.of(
          "%PDF-", Format.PDF,
          "PK\3\4", Format.ZIP,
          "PK\5\6", Format.ZIP,
          "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", Format.COMPOUND,
          "{\\rtf", Format.RTF);

  /// A PDF document may have other bytes before it; its readers look this far.
  private static final Pattern PDF_AFTER_OTHERS =
      Pattern.compile("[^\\p{L}]{0,1024}?%PDF-\\d", Pattern.DOTALL);

  /// A bitmap says so in two letters only, which a word may begin with too; its reserved bytes are
  /// zero.
  private static final Pattern BITMAP = Pattern.compile("BM.{4}\0\0\0\0", Pattern.DOTALL);

  private static final Pattern XML = Pattern.compile("\\s{0,99}<\\?xml\\s", Pattern.DOTALL);
  private static final Pattern XHTML = Pattern.compile("(?i)<(?:!doctype\\s+)?html[\\s>]");
  private static final Pattern JSON_OBJECT =
      Pattern.compile("\\s{0,99}\\{\\s{0,99}(?:\"[^\"]{0,99}\"\\s{0,9}:|\\})");
  private static final Pattern JSON_ARRAY =
      Pattern.compile("\\s{0,99}\\[\\s{0,99}(?:[{\"\\[]|-?\\d[\\d.]{0,20}\\s{0,99},)");
  private static final Pattern MAIL =
      Pattern.compile(
          "(?im)\\A(?=[a-z-]{2,40}:)(?:.{1,998}\\r?\\n){0,60}?"
              + "(?:mime-version|message-id|received|return-path):[ \\t]");

  private Signatures() {}

  private record Signature(String name, int offset, String magic) {}

  private static Signature signature(String name, int offset, String hex) {
    return new Signature(name, offset, new String(HexFormat.of().parseHex(hex), ISO_8859_1));
  }

  /// What the first bytes give away; null when they may be text.
  static @Nullable Decoding of(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), ISO_8859_1);
    for (Map.Entry<String, Format> each : FORMATS.entrySet()) {
      if (head.startsWith(each.getKey())) {
        return new Decoding.Formatted(each.getValue());
      }
    }
    for (Signature each : SIGNATURES) {
      if (head.startsWith(each.magic, each.offset)) {
        return new Decoding.Foreign(each.name);
      }
    }
    if (MAIL.matcher(head).find()) {
      return new Decoding.Formatted(Format.MAIL);
    }
    if (PDF_AFTER_OTHERS.matcher(head).lookingAt()) {
      return new Decoding.Formatted(Format.PDF);
    }
    return BITMAP.matcher(head).lookingAt() ? new Decoding.Foreign("a BMP image") : null;
  }

  /// What the first characters give away; null when they are text of no known format.
  static @Nullable Decoding of(String text) {
    String head = text.substring(0, Math.min(text.length(), HEAD));
    if (XML.matcher(head).lookingAt() && !XHTML.matcher(head).find()) {
      return new Decoding.Foreign("an XML document");
    }
    boolean object = JSON_OBJECT.matcher(head).lookingAt();
    boolean array = JSON_ARRAY.matcher(head).lookingAt() && endsWith(text, ']');
    return object || array ? new Decoding.Formatted(Format.JSON) : null;
  }

  private static boolean endsWith(String text, char last) {
    int end = text.length();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end > 0 && text.charAt(end - 1) == last;
  }
}
