package io.readthrough.parse.mail;

import io.readthrough.parse.extract.ExtractedDocument;
import io.readthrough.parse.extract.Limits;
import io.readthrough.parse.rtf.RtfExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.Locale;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.ByteChunk;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/// Reads a message that Outlook saved, by POI, as [MailExtractor] does one of the Internet. A
/// message within it is a part.
public final class OutlookMessage {
  private final MAPIMessage source;
  private final Limits limits;
  private final Message message;

  /// @param root of the compound file
  public OutlookMessage(DirectoryNode root, Limits limits) throws IOException {
    this.source = new MAPIMessage(root);
    this.limits = limits;
    this.message = new Message(limits);
    source.setReturnNullOnMissingChunk(true);
  }

  /// The message as a document with its parts.
  public ExtractedDocument read() throws IOException {
    try {
      source.guess7BitEncoding();
      message.subject(orEmpty(source.getSubject()));
      message.from(orEmpty(source.getDisplayFrom()));
      Calendar date = source.getMessageDate();
      if (date != null) {
        message.date(date.toInstant().toString());
      }
      readBody();
    } catch (ChunkNotFoundException e) {
      message.warn("The message has no body.");
    }
    for (AttachmentChunks attachment : source.getAttachmentFiles()) {
      Limits.checkTime();
      attach(attachment);
    }
    return message.document();
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  private void readBody() throws ChunkNotFoundException {
    String plain = source.getTextBody();
    String html = source.getHtmlBody();
    String rtf = plain == null && html == null ? source.getRtfBody() : null;
    if (rtf != null) {
      ExtractedDocument document =
          new RtfExtractor(limits)
              .extract(rtf.getBytes(StandardCharsets.ISO_8859_1), "")
              .document();
      message.body(document.text(), null);
    } else {
      message.body(plain, html);
    }
  }

  private void attach(AttachmentChunks attachment) throws IOException {
    if (!message.hasRoom()) {
      message.leaveOut();
      return;
    }
    String name = name(attachment);
    if (attachment.isEmbeddedMessage()) {
      DirectoryNode directory = attachment.getAttachmentDirectory().getDirectory();
      message.attach(name.isEmpty() ? "message.msg" : name + ".msg", saved(directory));
      return;
    }
    ByteChunk data = attachment.getAttachData();
    if (data == null || data.getValue() == null) {
      return;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    boolean picture =
        attachment.getAttachContentId() != null
            && (lower.endsWith(".png") || lower.endsWith(".jpg") || lower.endsWith(".gif"));
    if (picture) {
      message.picture();
    } else {
      message.attach(name, data.getValue());
    }
  }

  private static String name(AttachmentChunks attachment) {
    StringChunk longName = attachment.getAttachLongFileName();
    StringChunk shortName = attachment.getAttachFileName();
    StringChunk name = longName == null ? shortName : longName;
    return name == null ? "" : orEmpty(name.getValue());
  }

  /// A message within a message, as a file of its own.
  private static byte[] saved(DirectoryNode directory) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      for (Entry entry : directory) {
        EntryUtils.copyNodeRecursively(entry, files.getRoot());
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      files.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }
}
