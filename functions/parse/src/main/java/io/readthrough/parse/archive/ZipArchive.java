package io.readthrough.parse.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.readthrough.core.note.ParseOutcome.Reason;
import io.readthrough.parse.extract.Limits;
import io.readthrough.parse.extract.UnreadableDocumentException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// A ZIP archive in memory, read by its central directory (PKWARE APPNOTE 4.3), so that what nobody
/// asks for is never unpacked.
///
/// Why not the JDK's? `ZipFile` and its file system need a file, and `ZipInputStream` unpacks all
/// that stands before an entry and does not see what the central directory says.
///
/// What is unpacked is bounded by [Limits]: in all, and against its packed size. Entries that share
/// bytes are refused: nobody but a bomb has them.
public final class ZipArchive {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int END_LENGTH = 22;
  private static final int ENTRY_LENGTH = 46;
  private static final int LOCAL_LENGTH = 30;
  private static final int MAX_COMMENT = 0xffff;
  private static final int ENCRYPTED = 1;
  private static final int UTF_8_NAME = 1 << 11;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  /// Small entries may pack better than any text: a ratio counts from here on.
  private static final int RATIO_FLOOR = 1 << 20;

  private static final int CHUNK = 1 << 16;
  private static final Charset DOS = Charset.forName("IBM437");

  private final ByteBuffer bytes;
  private final Limits limits;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<Entry> all = new ArrayList<>();
  private int missing;
  private long expanded;

  /// An entry, by the central directory.
  ///
  /// @param packed the length of its packed content
  /// @param start where its local header begins
  public record Entry(String name, int flags, int method, long packed, long start) {
    /// Whether it stands for a folder.
    public boolean isFolder() {
      return name.endsWith("/");
    }

    /// Whether a password is needed to read it.
    public boolean isEncrypted() {
      return (flags & ENCRYPTED) != 0;
    }
  }

  /// Reads the directory of an archive.
  ///
  /// @throws UnreadableDocumentException when it has none, or one that is broken
  public ZipArchive(byte[] content, Limits limits) {
    this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    this.limits = limits;
    readDirectory(content);
  }

  /// The entries in the directory's order; of two of one name, both.
  public List<Entry> entries() {
    return all;
  }

  /// How many entries the archive counts beyond [#entries]: its directory is cut off.
  public int missing() {
    return missing;
  }

  /// The first entry called `name`.
  public @Nullable Entry entry(String name) {
    return entries.get(name);
  }

  /// The content of the first entry called `name`; null when there is none.
  public byte @Nullable [] read(String name) {
    Entry entry = entries.get(name);
    return entry == null ? null : read(entry);
  }

  private void readDirectory(byte[] content) {
    int end = findEnd(content);
    int count = Short.toUnsignedInt(bytes.getShort(end + 10));
    long start = Integer.toUnsignedLong(bytes.getInt(end + 16));
    // Something may stand before the archive: the directory ends where its end record begins.
    long length = Integer.toUnsignedLong(bytes.getInt(end + 12));
    long shift = Math.max(0, end - length - start);
    int at = (int) Math.min(end, start + shift);
    for (int i = 0; i < count && at + ENTRY_LENGTH <= end; i++) {
      if (bytes.getInt(at) != ENTRY_SIGNATURE) {
        throw broken("its directory is damaged");
      }
      int flags = Short.toUnsignedInt(bytes.getShort(at + 8));
      int nameLength = Short.toUnsignedInt(bytes.getShort(at + 28));
      int next =
          at
              + ENTRY_LENGTH
              + nameLength
              + Short.toUnsignedInt(bytes.getShort(at + 30))
              + Short.toUnsignedInt(bytes.getShort(at + 32));
      if (at + ENTRY_LENGTH + nameLength > end) {
        throw broken("its directory is damaged");
      }
      Charset charset = (flags & UTF_8_NAME) != 0 ? UTF_8 : DOS;
      String name = new String(content, at + ENTRY_LENGTH, nameLength, charset);
      Entry entry =
          new Entry(
              name.replace('\\', '/'),
              flags,
              Short.toUnsignedInt(bytes.getShort(at + 10)),
              Integer.toUnsignedLong(bytes.getInt(at + 20)),
              Integer.toUnsignedLong(bytes.getInt(at + 42)) + shift);
      all.add(entry);
      entries.putIfAbsent(entry.name, entry);
      at = next;
    }
    missing = count - all.size();
    checkOverlap(content.length);
  }

  private int findEnd(byte[] content) {
    int first = Math.max(0, content.length - END_LENGTH - MAX_COMMENT);
    for (int at = content.length - END_LENGTH; at >= first; at--) {
      if (bytes.getInt(at) == END_SIGNATURE) {
        return at;
      }
    }
    throw broken("its end is missing");
  }

  /// Entries are laid out one after another; the bombs that unpack one stretch many times are not.
  private void checkOverlap(int length) {
    long[] starts = all.stream().mapToLong(Entry::start).sorted().toArray();
    for (int i = 1; i < starts.length; i++) {
      if (starts[i] == starts[i - 1]) {
        throw broken("two of its entries share their bytes");
      }
    }
    for (Entry entry : all) {
      int next = Arrays.binarySearch(starts, entry.start + 1);
      int following = next < 0 ? -next - 1 : next;
      long end = following < starts.length ? starts[following] : length;
      if (entry.start + LOCAL_LENGTH + entry.packed > end) {
        throw broken("an entry runs into the next, or beyond the end");
      }
    }
  }

  /// The content of an entry.
  ///
  /// @throws UnreadableDocumentException when it is encrypted, broken or beyond a limit
  public byte[] read(Entry entry) {
    if (entry.isEncrypted()) {
      throw new UnreadableDocumentException(
          Reason.ENCRYPTED, "It is encrypted. Save it without a password and drop it again.");
    }
    if (entry.start + LOCAL_LENGTH > bytes.capacity()
        || bytes.getInt((int) entry.start) != LOCAL_SIGNATURE) {
      throw broken("an entry is not where the directory says");
    }
    int local = (int) entry.start;
    long from =
        (long) local
            + LOCAL_LENGTH
            + Short.toUnsignedInt(bytes.getShort(local + 26))
            + Short.toUnsignedInt(bytes.getShort(local + 28));
    if (from + entry.packed > bytes.capacity()) {
      throw broken("an entry runs beyond its end");
    }
    return switch (entry.method) {
      case STORED -> stored((int) from, (int) entry.packed);
      case DEFLATED -> inflated((int) from, (int) entry.packed);
      default -> throw broken("an entry is packed by a method other than deflate");
    };
  }

  private byte[] stored(int from, int length) {
    count(length);
    byte[] content = new byte[length];
    bytes.get(from, content);
    return content;
  }

  private byte[] inflated(int from, int length) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes.array(), from, length);
      byte[] content = new byte[Math.clamp(4L * length, 1024, CHUNK)];
      int size = 0;
      while (!inflater.finished()) {
        if (size == content.length) {
          content = Arrays.copyOf(content, content.length * 2);
        }
        int read = inflater.inflate(content, size, Math.min(CHUNK, content.length - size));
        if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw broken("an entry is cut off");
        }
        size += read;
        count(read);
        if (size > RATIO_FLOOR && size > (long) limits.expansionRatio() * length) {
          throw Limits.exceeded(
              "an entry of it unpacks to more than " + limits.expansionRatio() + " times its size",
              "Drop what is in it, each file by itself.");
        }
      }
      return Arrays.copyOf(content, size);
    } catch (DataFormatException e) {
      throw broken("an entry of it cannot be unpacked");
    } finally {
      inflater.end();
    }
  }

  private void count(int read) {
    Limits.checkTime();
    expanded += read;
    if (expanded > limits.expandedBytes()) {
      throw Limits.exceeded(
          "it unpacks to more than " + limits.expandedBytes() + " bytes",
          "Drop what is in it, each file by itself.");
    }
  }

  private static UnreadableDocumentException broken(String what) {
    return new UnreadableDocumentException(
        "The archive is broken: " + what + ". Save it again and drop it again.");
  }
}
