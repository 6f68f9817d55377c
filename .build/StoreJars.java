import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Writes a function's zip anew with what its jars hold stored instead of compressed. A cold start then inflates no
/// class, and the zip, which compresses each jar as a whole, is smaller by a quarter. Run by the build of a function,
/// with its zip as the only argument. The same zip comes out whenever and wherever it runs.
final class StoreJars {
  /// The first day on which a time in a zip is the same in all time zones.
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  public static void main(String[] args) throws IOException {
    Path zip = Path.of(args[0]);
    Path stored = Path.of(args[0] + ".stored");
    try (InputStream in = Files.newInputStream(zip);
        OutputStream out = Files.newOutputStream(stored)) {
      copy(in, out, ZipEntry.DEFLATED);
    }
    Files.move(stored, zip, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Copies the files of a zip in their order, and those of the jars in it.
  ///
  /// @param method how the copy holds them
  private static void copy(InputStream from, OutputStream to, int method) throws IOException {
    ZipInputStream in = new ZipInputStream(from);
    ZipOutputStream out = new ZipOutputStream(to);
    for (ZipEntry file = in.getNextEntry(); file != null; file = in.getNextEntry()) {
      if (!file.isDirectory()) {
        byte[] content = file.getName().endsWith(".jar") ? stored(in.readAllBytes()) : in.readAllBytes();
        out.putNextEntry(entry(file.getName(), content, method));
        out.write(content);
      }
    }
    out.finish();
  }

  private static byte[] stored(byte[] jar) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(3 * jar.length);
    copy(new ByteArrayInputStream(jar), out, ZipEntry.STORED);
    return out.toByteArray();
  }

  private static ZipEntry entry(String name, byte[] content, int method) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    entry.setMethod(method);
    if (method == ZipEntry.STORED) {
      CRC32 crc = new CRC32();
      crc.update(content);
      entry.setSize(content.length);
      entry.setCrc(crc.getValue());
    }
    return entry;
  }
}
