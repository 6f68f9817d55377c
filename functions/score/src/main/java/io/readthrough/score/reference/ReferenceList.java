package io.readthrough.score.reference;

import io.readthrough.core.security.ListedSecurity;
import io.readthrough.core.security.Registrant;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// What a reference file lists: the rows of a firm's CSV, or the lines of the SEC's register.
public record ReferenceList(List<ListedSecurity> listed, List<Registrant> registrants) {
  /// A firm's files may have so many bytes. 20,000 securities have about 1.5 million.
  public static final int MOST_BYTES = 32 * 1024 * 1024;

  /// A firm's files may have so many rows.
  public static final int MOST_ROWS = 100_000;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  /// Stands for bytes that are not UTF-8.
  private static final char REPLACEMENT = '\ufffd';

  public ReferenceList {
    listed = List.copyOf(listed);
    registrants = List.copyOf(registrants);
  }

  /// Reads a file by the ending of its name: `.csv` or `.json`.
  ///
  /// @throws MalformedReferenceException at the first fault; nothing of the file counts then
  public static ReferenceList read(String name, byte[] content) throws MalformedReferenceException {
    String lower = name.toLowerCase(Locale.ROOT);
    if (content.length > MOST_BYTES) {
      throw tooLarge(content.length);
    }
    if (lower.endsWith(".csv")) {
      return new ReferenceList(SecurityCsv.read(text(content)), List.of());
    }
    if (lower.endsWith(".json")) {
      return new ReferenceList(List.of(), SecRegister.read(text(content)));
    }
    throw new MalformedReferenceException(
        "its name",
        MalformedReferenceException.quoted(name)
            + " ends neither in .csv nor in .json: rename the file, or put it elsewhere");
  }

  /// How many rows there are.
  public int size() {
    return listed.size() + registrants.size();
  }

  /// A fault of files that have `bytes` together, more than [#MOST_BYTES].
  public static MalformedReferenceException tooLarge(long bytes) {
    return new MalformedReferenceException(
        "its size",
        bytes + " bytes are more than " + MOST_BYTES + ": leave out what your notes never name");
  }

  /// A fault of files that have `rows` together, more than [#MOST_ROWS].
  public static MalformedReferenceException tooMany(int rows) {
    return new MalformedReferenceException(
        "its size",
        rows + " rows are more than " + MOST_ROWS + ": leave out what your notes never name");
  }

  private static String text(byte[] content) throws MalformedReferenceException {
    String text = new String(content, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      requireUtf8(content);
    }
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /// Finds what the other decoder replaced, if the file does not hold that character itself.
  private static void requireUtf8(byte[] content) throws MalformedReferenceException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(content);
    CharBuffer chars = CharBuffer.allocate(content.length);
    CoderResult result = decoder.decode(bytes, chars, true);
    if (result.isError()) {
      int line = 1;
      for (int i = 0; i < bytes.position(); i++) {
        line += content[i] == '\n' ? 1 : 0;
      }
      throw new MalformedReferenceException(
          "line " + line,
          "the byte 0x%02X is not UTF-8: save the file in that encoding"
              .formatted(content[bytes.position()]));
    }
  }
}
