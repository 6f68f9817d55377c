package io.readthrough.parse.archive;

import io.readthrough.parse.extract.BinaryExtractor;
import io.readthrough.parse.extract.DocumentMetadata;
import io.readthrough.parse.extract.ExtractedDocument;
import io.readthrough.parse.extract.Extraction;
import io.readthrough.parse.extract.Limits;
import io.readthrough.parse.extract.Part;
import io.readthrough.parse.extract.UnreadableDocumentException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Unpacks an archive: each file in it is a part. What a system adds by itself is left out.
public final class ZipExtractor implements BinaryExtractor {
  private final Limits limits;

  /// @param limits that the archive is held to
  public ZipExtractor(Limits limits) {
    this.limits = limits;
  }

  @Override
  public Extraction extract(byte[] bytes, String filename) {
    ZipArchive archive = new ZipArchive(bytes, limits);
    List<Part> parts = new ArrayList<>();
    int tooMany = 0;
    for (ZipArchive.Entry entry : archive.entries()) {
      if (entry.isFolder() || isOfSystem(entry.name())) {
        continue;
      }
      if (parts.size() == limits.parts()) {
        tooMany++;
      } else {
        parts.add(part(archive, entry));
      }
    }
    List<String> warnings = new ArrayList<>();
    if (archive.missing() > 0) {
      warnings.add(
          "The archive is damaged: "
              + archive.missing()
              + " of its files are not in its directory. Save it again and drop it again.");
    }
    if (tooMany > 0) {
      warnings.add(
          "The archive has more than "
              + limits.parts()
              + " files: "
              + tooMany
              + " were left out. Drop them by themselves.");
    }
    return new Extraction(
        "zip/1",
        "application/zip",
        new ExtractedDocument("", List.of(), DocumentMetadata.NONE, 1, warnings, parts));
  }

  private static boolean isOfSystem(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return name.startsWith("__MACOSX/") || last.startsWith("._") || last.equals(".DS_Store");
  }

  private static Part part(ZipArchive archive, ZipArchive.Entry entry) {
    String filename = entry.name().substring(entry.name().lastIndexOf('/') + 1);
    if (Arrays.asList(entry.name().split("/", -1)).contains("..")) {
      return new Part(
          entry.name(),
          filename,
          new byte[0],
          "Its name leads out of the archive ('..'). Drop the file by itself.");
    }
    try {
      return new Part(entry.name(), filename, archive.read(entry));
    } catch (UnreadableDocumentException e) {
      return new Part(entry.name(), filename, new byte[0], String.valueOf(e.getMessage()));
    }
  }
}
