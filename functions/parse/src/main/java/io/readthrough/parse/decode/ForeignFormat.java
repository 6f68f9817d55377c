package io.readthrough.parse.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Formats that firms drop and that are not notes we read, told by their first bytes or characters,
/// never by a file's name. Each is named with its article, to stand in a sentence.
final class ForeignFormat {
  /// How far into a file its signature is looked for.
  private static final int HEAD = 4096;

  private static final List<Signature> SIGNATURES =
      List.of(
          signature("a PDF document", 0, "255044462d"),
          signature("an Office 97-2003 document or an Outlook message", 0, "d0cf11e0a1b11ae1"),
          signature("an RTF document", 0, "7b5c727466"),
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

  private static final String ZIP = "PK\3\4";
  private static final String EMPTY_ZIP = "PK\5\6";

  /// A bitmap says so in two letters only, which a word may begin with too; its reserved bytes are
  /// zero.
  private static final Pattern BITMAP = Pattern.compile("BM.{4}\0\0\0\0", Pattern.DOTALL);

  private static final Pattern XML = Pattern.compile("\\s{0,99}<\\?xml\\s", Pattern.DOTALL);
  private static final Pattern XHTML = Pattern.compile("(?i)<(?:!doctype\\s+)?html[\\s>]");
  private static final Pattern JSON_OBJECT = Pattern.compile("\\s{0,99}\\{\\s{0,99}(?:\"|\\})");
  private static final Pattern JSON_ARRAY =
      Pattern.compile("\\s{0,99}\\[\\s{0,99}(?:[{\"\\[]|-?\\d[\\d.]{0,20}\\s{0,99},)");
  private static final Pattern MAIL =
      Pattern.compile(
          "(?im)\\A(?=[a-z-]{2,40}:)(?:.{1,998}\\r?\\n){0,60}?"
              + "(?:mime-version|message-id|received|return-path):[ \\t]");

  private ForeignFormat() {}

  private record Signature(String name, int offset, String magic) {}

  private static Signature signature(String name, int offset, String hex) {
    return new Signature(name, offset, new String(HexFormat.of().parseHex(hex), ISO_8859_1));
  }

  /// The format that the first bytes give away, or null.
  static @Nullable String of(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), ISO_8859_1);
    if (head.startsWith(ZIP) || head.startsWith(EMPTY_ZIP)) {
      return zip(head);
    }
    for (Signature each : SIGNATURES) {
      if (head.startsWith(each.magic, each.offset)) {
        return each.name;
      }
    }
    return BITMAP.matcher(head).lookingAt() ? "a BMP image" : null;
  }

  /// The name of what a ZIP file holds, by the first entries' names.
  private static String zip(String head) {
    if (head.contains("word/")) {
      return "a Word document";
    }
    if (head.contains("xl/")) {
      return "an Excel workbook";
    }
    if (head.contains("ppt/")) {
      return "a PowerPoint presentation";
    }
    if (head.contains("[Content_Types].xml")) {
      return "an Office document";
    }
    if (head.contains("mimetypeapplication/")) {
      return "an OpenDocument or EPUB file";
    }
    return "a ZIP archive";
  }

  /// The text format that the first characters give away, or null.
  static @Nullable String of(String text) {
    String head = text.substring(0, Math.min(text.length(), HEAD));
    if (XML.matcher(head).lookingAt() && !XHTML.matcher(head).find()) {
      return "an XML document";
    }
    boolean object = JSON_OBJECT.matcher(head).lookingAt() && endsWith(text, '}');
    boolean array = JSON_ARRAY.matcher(head).lookingAt() && endsWith(text, ']');
    if (object || array) {
      return "a JSON document";
    }
    return MAIL.matcher(head).find() ? "an e-mail message" : null;
  }

  private static boolean endsWith(String text, char last) {
    int end = text.length();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end > 0 && text.charAt(end - 1) == last;
  }
}
