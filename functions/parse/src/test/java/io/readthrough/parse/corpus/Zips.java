package io.readthrough.parse.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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

  /// The entries of an archive, in their order.
  public static Map<String, byte[]> entries(byte[] archive) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readNBytes(1 << 20));
      }
    }
    return entries;
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

  /// The same archive, whose entries say that a password is needed.
  public static byte[] encrypted(byte[] archive) {
    byte[] encrypted = archive.clone();
    for (int i = 0; i + 10 < encrypted.length; i++) {
      if (encrypted[i] == 'P' && encrypted[i + 1] == 'K') {
        boolean local = encrypted[i + 2] == 3 && encrypted[i + 3] == 4;
        boolean listed = encrypted[i + 2] == 1 && encrypted[i + 3] == 2;
        if (local || listed) {
          encrypted[i + (local ? 6 : 8)] |= 1;
        }
      }
    }
    return encrypted;
  }
}
