package io.readthrough.parse.office;

import io.readthrough.core.note.ParseOutcome.Reason;
import io.readthrough.parse.archive.ZipArchive;
import io.readthrough.parse.archive.ZipExtractor;
import io.readthrough.parse.extract.BinaryExtractor;
import io.readthrough.parse.extract.DocumentMetadata;
import io.readthrough.parse.extract.Extraction;
import io.readthrough.parse.extract.Limits;
import io.readthrough.parse.extract.UnreadableDocumentException;
import java.util.HashMap;
import java.util.Map;

/// Reads ZIP files: Office documents of the XML formats (ECMA-376) by their parts, all others as
/// archives of documents.
public final class PackageExtractor implements BinaryExtractor {
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String SLIDES =
      "application/vnd.openxmlformats-officedocument.presentationml.presentation";
  private static final String SHEETS =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Limits limits;

  /// @param limits that documents are held to
  public PackageExtractor(Limits limits) {
    this.limits = limits;
  }

  @Override
  public Extraction extract(byte[] bytes, String filename) {
    ZipArchive archive = new ZipArchive(bytes, limits);
    if (archive.entry("[Content_Types].xml") == null) {
      if (archive.entry("mimetype") != null) {
        throw unsupported("an OpenDocument or EPUB file");
      }
      return new ZipExtractor(limits).extract(bytes, filename);
    }
    DocumentMetadata metadata = metadata(archive);
    if (archive.entry(WordDocument.MAIN) != null) {
      return new Extraction("docx/1", WORD, new WordDocument(archive, limits).read(metadata));
    }
    if (archive.entry(SlideShow.MAIN) != null) {
      return new Extraction("pptx/1", SLIDES, new SlideShow(archive, limits).read(metadata));
    }
    if (archive.entry(Workbook.MAIN) != null) {
      return new Extraction("xlsx/1", SHEETS, new Workbook(archive, limits).read(metadata));
    }
    throw unsupported("an Office document of another kind");
  }

  private static UnreadableDocumentException unsupported(String what) {
    return new UnreadableDocumentException(
        Reason.UNSUPPORTED_FORMAT,
        "The content is " + what + ", which is not read. Save it as PDF and drop it again.");
  }

  private DocumentMetadata metadata(ZipArchive archive) {
    Map<String, String> fields = new HashMap<>();
    for (String part : new String[] {"docProps/core.xml", "docProps/app.xml"}) {
      byte[] bytes = archive.read(part);
      if (bytes != null) {
        readProperties(new XmlPart(bytes, limits), fields);
      }
    }
    Map<String, String> named = new HashMap<>();
    rename(fields, "title", named, "title");
    rename(fields, "creator", named, "author");
    rename(fields, "Company", named, "publisher");
    rename(fields, "created", named, "date");
    rename(fields, "modified", named, "published");
    return DocumentMetadata.of(named);
  }

  private static void rename(
      Map<String, String> from, String name, Map<String, String> to, String newName) {
    String value = from.get(name);
    if (value != null && !value.isBlank()) {
      to.put(newName, value);
    }
  }

  private static void readProperties(XmlPart part, Map<String, String> fields) {
    boolean root = true;
    for (XmlPart.Event event = part.next(); event != XmlPart.Event.DONE; event = part.next()) {
      if (event == XmlPart.Event.START) {
        if (root) {
          root = false;
        } else {
          String name = part.name();
          fields.putIfAbsent(name, part.content());
        }
      }
    }
  }
}
