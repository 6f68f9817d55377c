package io.readthrough.parse.office;

import io.readthrough.core.note.ParseOutcome.Reason;
import io.readthrough.parse.extract.BinaryExtractor;
import io.readthrough.parse.extract.Extraction;
import io.readthrough.parse.extract.Limits;
import io.readthrough.parse.extract.UnreadableDocumentException;
import io.readthrough.parse.mail.OutlookMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.IOUtils;

/// Reads compound files by POI: what an Office program of before 2007 or Outlook saved.
public final class CompoundExtractor implements BinaryExtractor {
  /// No array that a record asks for may be larger, whatever size it claims.
  private static final int MAX_ARRAY = 64 << 20;

  static {
    IOUtils.setByteArrayMaxOverride(MAX_ARRAY);
  }

  private final Limits limits;

  /// @param limits that documents are held to
  public CompoundExtractor(Limits limits) {
    this.limits = limits;
  }

  @Override
  public Extraction extract(byte[] bytes, String filename) {
    try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      return read(files);
    } catch (EncryptedDocumentException e) {
      throw encrypted();
    } catch (UnreadableDocumentException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // POI answers to broken records by whatever exception they come to.
      throw new UnreadableDocumentException(
          "The Office document is broken ("
              + e.getClass().getSimpleName()
              + "). Open it, save it as DOCX or PDF and drop it again.");
    }
  }

  private Extraction read(POIFSFileSystem files) throws IOException {
    DirectoryNode root = files.getRoot();
    if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
      throw encrypted();
    }
    if (root.hasEntryCaseInsensitive("WordDocument")) {
      if (BinaryWordDocument.isEncrypted(root)) {
        throw encrypted();
      }
      return new Extraction(
          "doc/1", "application/msword", new BinaryWordDocument(root, limits).read());
    }
    if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
      return new Extraction(
          "xls/1", "application/vnd.ms-excel", new BinaryWorkbook(root, limits).read());
    }
    if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
      return new Extraction(
          "ppt/1", "application/vnd.ms-powerpoint", new BinarySlideShow(root, limits).read());
    }
    if (root.hasEntryCaseInsensitive("__properties_version1.0")) {
      return new Extraction(
          "msg/1", "application/vnd.ms-outlook", new OutlookMessage(root, limits).read());
    }
    throw new UnreadableDocumentException(
        Reason.UNSUPPORTED_FORMAT,
        "The content is a compound file of a program other than Word, Excel, PowerPoint and"
            + " Outlook. Save it as PDF and drop it again.");
  }

  private static UnreadableDocumentException encrypted() {
    return new UnreadableDocumentException(
        Reason.ENCRYPTED,
        "The Office document needs a password. Save it without one and drop it again.");
  }
}
