package io.readthrough.parse.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextDecoderTest {
  private static final String ZEROS = "\0".repeat(300);

  static Stream<Arguments> foreign() {
    return Stream.of(
        Arguments.of("\u001F\u008B\u0008\0", "a gzip archive"),
        Arguments.of("\u0089PNG\r\n\u001A\n", "a PNG image"),
        Arguments.of("\u00FF\u00D8\u00FF\u00E0", "a JPEG image"),
        Arguments.of("GIF89a", "a GIF image"),
        Arguments.of("RIFF....WEBP", "a WebP image"),
        Arguments.of("....ftypheic", "an MP4 or HEIC file"),
        Arguments.of("BM\1\2\3\4\0\0\0\0", "a BMP image"),
        Arguments.of("x".repeat(257) + "ustar", "a tar archive"),
        Arguments.of("MZ\u0090\0" + ZEROS, "a Windows program"),
        Arguments.of("<?xml version=\"1.0\"?><rss><item/></rss>", "an XML document"));
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void namesAForeignFormat(String bytes, String name) {
    assertThat(TextDecoder.decode(bytes.getBytes(ISO_8859_1)))
        .isEqualTo(new Decoding.Foreign(name));
  }

  static Stream<Arguments> formatted() {
    return Stream.of(
        Arguments.of("%PDF-1.4\n", Format.PDF),
        Arguments.of("\u0000\u0001\n%PDF-1.4\n", Format.PDF),
        Arguments.of("PK\3\4\24\0", Format.ZIP),
        Arguments.of("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", Format.COMPOUND),
        Arguments.of("{\\rtf1\\ansi Revenue}", Format.RTF),
        Arguments.of(" {\"title\": \"Revenue\"} ", Format.JSON),
        Arguments.of("{\"title\": \"Revenue is cut o", Format.JSON),
        Arguments.of("[{\"title\": \"Revenue\"}]\n", Format.JSON),
        Arguments.of(
            "From: a@b.c\r\nSubject: Note\r\nMIME-Version: 1.0\r\n\r\nRevenue rose.", Format.MAIL));
  }

  @ParameterizedTest
  @MethodSource("formatted")
  void tellsAFormatByItsContent(String bytes, Format format) {
    assertThat(TextDecoder.decode(bytes.getBytes(ISO_8859_1)))
        .isEqualTo(new Decoding.Formatted(format));
  }

  @ParameterizedTest
  @MethodSource("notes")
  void aNoteThatLooksLikeAnotherFormatIsText(String text) {
    assertThat(TextDecoder.decode(text.getBytes(UTF_8))).isInstanceOf(Decoding.Text.class);
  }

  static Stream<String> notes() {
    return Stream.of(
        "BMW warns on margins in the second half.",
        "PKO Bank Polski beats.",
        "MZ is a small miner.",
        "GI fell.",
        "[Update] Revenue rose. [End]",
        "[1] Revenue rose.",
        "{Flash} Revenue rose.",
        "From: Ann Other\nDate: 29 September 2026\n\nRevenue rose.",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html><body>Revenue rose.</body></html>");
  }

  static Stream<Arguments> charsets() {
    Charset windows = Charset.forName("windows-1252");
    return Stream.of(
        Arguments.of(bytes("Plain", UTF_8), UTF_8, "Plain"),
        Arguments.of(bytes("é€😀", UTF_8), UTF_8, "é€😀"),
        Arguments.of(bytes("\uFEFFé", UTF_8), UTF_8, "é"),
        Arguments.of(bytes("\uFEFF日本", UTF_16LE), UTF_16LE, "日本"),
        Arguments.of(bytes("\uFEFF日本", UTF_16BE), UTF_16BE, "日本"),
        Arguments.of(bytes("Rose 3% – a “beat”", UTF_16LE), UTF_16LE, "Rose 3% – a “beat”"),
        Arguments.of(bytes("Rose 3% – a “beat”", UTF_16BE), UTF_16BE, "Rose 3% – a “beat”"),
        Arguments.of(
            bytes("\uFEFFRose", Charset.forName("UTF-32LE")), Charset.forName("UTF-32LE"), "Rose"),
        Arguments.of(
            bytes("\uFEFFRose", Charset.forName("UTF-32BE")), Charset.forName("UTF-32BE"), "Rose"),
        Arguments.of(bytes("It’s a “beat” – €3", windows), windows, "It’s a “beat” – €3"),
        Arguments.of(
            bytes("Société Générale à Paris", windows), windows, "Société Générale à Paris"),
        Arguments.of(
            bytes("<meta charset=\"shift_jis\"><p>日本の株</p>", Charset.forName("Shift_JIS")),
            Charset.forName("Shift_JIS"),
            "<meta charset=\"shift_jis\"><p>日本の株</p>"),
        Arguments.of(
            bytes("<meta charset=iso-8859-1><p>“é”</p>", windows),
            windows,
            "<meta charset=iso-8859-1><p>“é”</p>"),
        Arguments.of(
            bytes("<meta charset=iso-8859-1><p>“é”</p>", UTF_8),
            UTF_8,
            "<meta charset=iso-8859-1><p>“é”</p>"));
  }

  @ParameterizedTest
  @MethodSource("charsets")
  void findsTheCharset(byte[] bytes, Charset charset, String text) {
    Decoding.Text decoded = (Decoding.Text) TextDecoder.decode(bytes);
    assertThat(decoded.text()).isEqualTo(text);
    assertThat(decoded.charset()).isEqualTo(charset);
    assertThat(decoded.warnings()).isEmpty();
  }

  @Test
  void randomBytesAreGarbageWhateverTheirNumber() {
    Random random = new Random(7);
    for (int length : new int[] {100, 1000, 100_000}) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      assertThat(TextDecoder.decode(bytes)).isInstanceOf(Decoding.Garbage.class);
    }
  }

  @Test
  void bytesAbove127AloneAreGarbage() {
    byte[] bytes = new byte[1000];
    Random random = new Random(7);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (128 + random.nextInt(128));
    }
    assertThat(TextDecoder.decode(bytes)).isInstanceOf(Decoding.Garbage.class);
  }

  private static byte[] bytes(String text, Charset charset) {
    return text.getBytes(charset);
  }
}
