package io.readthrough.parse.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// ZIP archives.
public final class Zips {
  private Zips() {}

  /// An archive of the entries, in their order; the same bytes each time.
  public static byte[] of(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes, UTF_8)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setTime(1_791_957_600_000L);
        out.putNextEntry(entry);
        out.write(each.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /// An archive of one entry of `size` equal bytes.
  public static byte[] bomb(String name, int size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes, UTF_8)) {
      out.putNextEntry(new ZipEntry(name));
      byte[] chunk = "a".repeat(1 << 16).getBytes(UTF_8);
      for (int i = 0; i < size; i += chunk.length) {
        out.write(chunk);
      }
      out.closeEntry();
    }
    return bytes.toByteArray();
  }
}
