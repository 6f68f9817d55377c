package io.readthrough.parse.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the character set of a file by its content and decodes it, in linear time.
///
/// In this order: the signature of a known binary format; a byte order mark (UTF-8, UTF-16,
/// UTF-32); UTF-16 without one, by where its zero bytes stand; UTF-8 when every byte fits; the
/// character set that an HTML page declares; UTF-8 with a few invalid bytes, which are replaced;
/// Windows-1252 when the other bytes look like its quotes, signs and letters. What is left is
/// garbage.
public final class TextDecoder {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /// What is written under the names of these character sets, as browsers and mail programs read
  /// them ([Encoding Standard](https://encoding.spec.whatwg.org/#names-and-labels)).
  public static final Map<Charset, Charset> MEANT =
      Map.of(ISO_8859_1, WINDOWS_1252, US_ASCII, WINDOWS_1252);

  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final char REPLACEMENT = '\uFFFD';

  /// How many bytes tell whether a file is UTF-16 without a byte order mark.
  private static final int SAMPLE = 1 << 16;

  /// The share of UTF-16 units with a zero high byte in a text of a Latin script.
  private static final double LATIN_UNITS = 0.6;

  /// Zero bytes that such a text has in the other half.
  private static final double STRAY_ZEROS = 0.05;

  /// Text has no control characters but for white space; a file with more than this share of them,
  /// or of bytes that fit no character, is not text. Random bytes have five times as many.
  private static final double MAX_DAMAGE = 0.02;

  /// A text of one line may still have a few.
  private static final int ALLOWED_DAMAGE = 4;

  /// Of the bytes above 127, the share that must look like Windows-1252.
  private static final double PLAUSIBLE_1252 = 0.8;

  /// Quotes, dashes, bullets, currency and other signs of Windows-1252 that English text has.
  private static final String SIGNS_1252 =
      "\u0080\u0082\u0084\u0085\u0086\u0087\u0089\u008B\u0091\u0092\u0093\u0094\u0095\u0096\u0097"
          + "\u0099\u009B\u00A0\u00A3\u00A5\u00A7\u00A9\u00AB\u00AD\u00AE\u00B0\u00B1\u00B2\u00B3"
          + "\u00B5\u00B7\u00B9\u00BB\u00BC\u00BD\u00BE\u00D7";

  /// Where a page declares its character set, at the latest (HTML Standard, prescan).
  private static final int DECLARATION = 1024;

  private static final Pattern DECLARED =
      Pattern.compile("(?i)<meta[^>]{1,200}?charset\\s{0,9}=\\s{0,9}[\"']?([a-z0-9._:-]{2,40})");

  private TextDecoder() {}

  /// Decodes `bytes`, or tells what they are instead of text.
  public static Decoding decode(byte[] bytes) {
    Decoding signed = Signatures.of(bytes);
    if (signed != null) {
      return signed;
    }
    Decoding decoding = decodeText(bytes);
    if (decoding instanceof Decoding.Text decoded) {
      Decoding format = Signatures.of(decoded.text());
      return format == null ? decoded : format;
    }
    return decoding;
  }

  private static Decoding decodeText(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return checked(utf8(bytes, 3), UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
      return checked(replacing(bytes, 4, UTF_32LE), UTF_32LE);
    }
    if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      return checked(replacing(bytes, 4, UTF_32BE), UTF_32BE);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return checked(replacing(bytes, 2, UTF_16LE), UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return checked(replacing(bytes, 2, UTF_16BE), UTF_16BE);
    }
    Charset wide = utf16WithoutMark(bytes);
    return wide == null ? decodeNarrow(bytes) : checked(replacing(bytes, 0, wide), wide);
  }

  private static Decoding decodeNarrow(byte[] bytes) {
    Decoded utf8 = utf8(bytes, 0);
    if (utf8.invalid == 0) {
      return checked(utf8, UTF_8);
    }
    Charset declared = declaredCharset(bytes);
    if (declared != null) {
      return checked(replacing(bytes, 0, declared), declared);
    }
    if (utf8.wide < utf8.invalid && looksLike1252(bytes)) {
      return checked(replacing(bytes, 0, WINDOWS_1252), WINDOWS_1252);
    }
    return checked(utf8, UTF_8);
  }

  /// @param invalid byte sequences that were replaced
  /// @param wide characters above 127 that were read
  private record Decoded(String text, int invalid, int wide) {}

  private static Decoding checked(Decoded decoded, Charset charset) {
    int damage = decoded.invalid + controls(decoded.text);
    if (damage > Math.max(ALLOWED_DAMAGE, MAX_DAMAGE * decoded.text.length())) {
      return new Decoding.Garbage(
          "The content is no text: "
              + damage
              + " of its "
              + decoded.text.length()
              + " characters are control characters or fit no character set that we read (UTF-8,"
              + " UTF-16, Windows-1252). Save the note as text in UTF-8 and drop it again.");
    }
    List<String> warnings = new ArrayList<>();
    if (decoded.invalid > 0) {
      warnings.add(
          decoded.invalid
              + " invalid byte sequences ("
              + charset.name()
              + ") were replaced by U+FFFD.");
    }
    return new Decoding.Text(decoded.text, charset, warnings);
  }

  private static int controls(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && !Character.isWhitespace(c) && c != '\u0085') {
        count++;
      }
    }
    return count;
  }

  private static Decoded utf8(byte[] bytes, int from) {
    CharsetDecoder decoder = UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(in.remaining());
    int invalid = 0;
    for (CoderResult result = decoder.decode(in, out, true);
        result.isError();
        result = decoder.decode(in, out, true)) {
      in.position(in.position() + result.length());
      out.put(REPLACEMENT);
      invalid++;
    }
    String text = out.flip().toString();
    return new Decoded(text, invalid, count(text, '\u0080') - invalid);
  }

  private static Decoded replacing(byte[] bytes, int from, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    try {
      String text = decoder.decode(ByteBuffer.wrap(bytes, from, bytes.length - from)).toString();
      int invalid = (int) text.chars().filter(c -> c == REPLACEMENT).count();
      return new Decoded(text, invalid, count(text, '\u0080') - invalid);
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("a decoder that replaces never fails", e);
    }
  }

  private static int count(String text, char atLeast) {
    return (int) text.chars().filter(c -> c >= atLeast).count();
  }

  private static @Nullable Charset utf16WithoutMark(byte[] bytes) {
    int units = Math.min(bytes.length, SAMPLE) / 2;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < units; i++) {
      even += bytes[2 * i] == 0 ? 1 : 0;
      odd += bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    if (units < 2) {
      return null;
    }
    if (odd >= LATIN_UNITS * units && even <= STRAY_ZEROS * units) {
      return UTF_16LE;
    }
    return even >= LATIN_UNITS * units && odd <= STRAY_ZEROS * units ? UTF_16BE : null;
  }

  /// The character set that is meant by a name.
  ///
  /// @throws IllegalArgumentException when none has it
  public static Charset named(String name) {
    Charset charset = Charset.forName(name);
    return MEANT.getOrDefault(charset, charset);
  }

  /// The character set that an HTML page declares, where it can be true of these bytes.
  private static @Nullable Charset declaredCharset(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, DECLARATION), ISO_8859_1);
    Matcher declared = DECLARED.matcher(head);
    if (!declared.find()) {
      return null;
    }
    try {
      Charset charset = named(declared.group(1));
      return charset.name().startsWith("UTF-") ? null : charset;
    } catch (IllegalArgumentException e) {
      return null; // a name that no character set has
    }
  }

  /// Whether most bytes above 127 are signs of Windows-1252, or its letters within Latin words.
  private static boolean looksLike1252(byte[] bytes) {
    int high = 0;
    int plausible = 0;
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xFF;
      if (b < 0x80) {
        continue;
      }
      high++;
      boolean letter = b >= 0xC0 && b != 0xD7 && b != 0xF7;
      if (letter
          ? isLatin(bytes, i - 1) || isLatin(bytes, i + 1)
          : SIGNS_1252.indexOf((char) b) >= 0) {
        plausible++;
      }
    }
    return plausible >= PLAUSIBLE_1252 * high;
  }

  private static boolean isLatin(byte[] bytes, int i) {
    return i >= 0 && i < bytes.length && bytes[i] > 0 && Character.isLetter((char) bytes[i]);
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
