package io.readthrough.parse.mail;

import io.readthrough.core.note.ParseOutcome.Reason;
import io.readthrough.parse.decode.Decoding;
import io.readthrough.parse.decode.TextDecoder;
import io.readthrough.parse.extract.BinaryExtractor;
import io.readthrough.parse.extract.Extraction;
import io.readthrough.parse.extract.Limits;
import io.readthrough.parse.extract.UnreadableDocumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/// Reads Internet mail (RFC 5322, MIME) by mime4j, part after part. A mail within a mail is a part.
public final class MailExtractor implements BinaryExtractor {
  /// Multiparts within each other; mail programs make four.
  private static final int MAX_DEPTH = 20;

  private static final int MAX_HEADERS = 2_000;
  private static final int MAX_HEADER = 100_000;

  private static final Set<String> SIGNATURES =
      Set.of(
          "application/pkcs7-signature",
          "application/x-pkcs7-signature",
          "application/pgp-signature",
          "text/calendar");
  private static final Set<String> ENCRYPTED =
      Set.of("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted");

  private static final Pattern NAME =
      Pattern.compile("(?i);\\s*(?:file)?name\\s*=\\s*(?:\"([^\"]{0,500})\"|([^;\\s]{1,500}))");
  private static final Pattern NAME_EXTENDED =
      Pattern.compile(
          "(?i);\\s*(?:file)?name\\*(?:0\\*)?\\s*=\\s*\"?([^';\\s\"]{0,40})'[^']{0,20}'([^;\\s\"]{1,500})");

  private final Limits limits;

  /// @param limits that mails are held to
  public MailExtractor(Limits limits) {
    this.limits = limits;
  }

  @Override
  public Extraction extract(byte[] bytes, String filename) {
    Reading reading = new Reading();
    try {
      reading.read(bytes);
    } catch (IOException | MimeException | IllegalArgumentException e) {
      throw new UnreadableDocumentException(
          "The mail is broken ("
              + e.getClass().getSimpleName()
              + "). Save it again from the mail program and drop it again.");
    }
    return new Extraction("mail/1", "message/rfc822", reading.message.document());
  }

  /// The alternatives of a text that stand side by side.
  private static final class Alternatives {
    private @Nullable String plain;
    private @Nullable String html;
  }

  private final class Reading {
    private final Message message = new Message(limits);
    private final Deque<Alternatives> groups = new ArrayDeque<>();
    private final Map<String, String> fields = new HashMap<>();
    private int depth;
    private boolean top = true;

    void read(byte[] bytes) throws IOException, MimeException {
      MimeConfig config =
          new MimeConfig.Builder()
              .setMaxLineLen(-1)
              .setMaxHeaderCount(MAX_HEADERS)
              .setMaxHeaderLen(MAX_HEADER)
              .build();
      MimeTokenStream stream = new MimeTokenStream(config);
      stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
      stream.parse(new ByteArrayInputStream(bytes));
      for (EntityState state = stream.getState();
          state != EntityState.T_END_OF_STREAM;
          state = stream.next()) {
        Limits.checkTime();
        switch (state) {
          case T_START_HEADER -> fields.clear();
          case T_FIELD -> keep(stream.getField());
          case T_END_HEADER -> endHeader();
          case T_START_MULTIPART -> startMultipart();
          case T_END_MULTIPART -> endMultipart();
          case T_BODY -> readBody(stream);
          default -> {}
        }
      }
    }

    private void keep(Field field) {
      fields.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field.getBody());
    }

    private void endHeader() {
      if (!top) {
        return;
      }
      top = false;
      message.subject(words("subject"));
      message.from(words("from"));
      message.date(fields.getOrDefault("date", ""));
    }

    private String words(String name) {
      String raw = fields.getOrDefault(name, "").replaceAll("\\r?\\n", "").strip();
      String bytesAsText =
          new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      return decodedWords(bytesAsText.indexOf('\uFFFD') < 0 ? bytesAsText : raw);
    }

    private static String decodedWords(String value) {
      return DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT, null, TextDecoder.MEANT);
    }

    private void startMultipart() {
      if (++depth > MAX_DEPTH) {
        throw Limits.exceeded(
            "it has more than " + MAX_DEPTH + " parts within each other",
            "Drop what is attached by itself.");
      }
      groups.push(new Alternatives());
    }

    private void endMultipart() {
      depth--;
      Alternatives group = groups.poll();
      if (group != null && (group.plain != null || group.html != null)) {
        message.body(group.plain, group.html);
      }
    }

    private void readBody(MimeTokenStream stream) throws IOException {
      BodyDescriptor descriptor = stream.getBodyDescriptor();
      String type = descriptor.getMimeType().toLowerCase(Locale.ROOT);
      String disposition = fields.getOrDefault("content-disposition", "").toLowerCase(Locale.ROOT);
      String filename = filename();
      boolean attached = disposition.startsWith("attachment") || !filename.isEmpty();
      boolean text = type.equals("text/plain") || type.equals("text/html");
      if (ENCRYPTED.contains(type) && !fields.getOrDefault("content-type", "").contains("signed")) {
        throw new UnreadableDocumentException(
            Reason.ENCRYPTED, "The mail is encrypted. Save it decrypted and drop it again.");
      }
      if (SIGNATURES.contains(type)) {
        return;
      }
      if (type.startsWith("image/")
          && (fields.containsKey("content-id") || !disposition.startsWith("attachment"))) {
        message.picture();
        return;
      }
      if (text && !attached) {
        addText(type, decoded(stream, descriptor));
      } else if (message.hasRoom()) {
        message.attach(
            filename.isEmpty() && type.equals("message/rfc822") ? "message.eml" : filename,
            stream.getDecodedInputStream().readAllBytes());
      } else {
        message.leaveOut();
      }
    }

    private void addText(String type, String text) {
      Alternatives group = groups.peek();
      boolean html = type.equals("text/html");
      if (group == null) {
        message.body(html ? null : text, html ? text : null);
      } else if (html && group.html == null) {
        group.html = text;
      } else if (!html && group.plain == null && group.html == null) {
        group.plain = text;
      } else {
        message.body(html ? null : text, html ? text : null);
      }
    }

    private String decoded(MimeTokenStream stream, BodyDescriptor descriptor) throws IOException {
      byte[] bytes = stream.getDecodedInputStream().readAllBytes();
      String declared = descriptor.getCharset();
      if (declared != null && !declared.equalsIgnoreCase("us-ascii")) {
        try {
          return new String(bytes, TextDecoder.named(declared));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
          message.warn("The mail names a character set that does not exist; it was guessed.");
        }
      }
      return TextDecoder.decode(bytes) instanceof Decoding.Text text
          ? text.text()
          : new String(bytes, StandardCharsets.UTF_8);
    }

    private String filename() {
      for (String field : new String[] {"content-disposition", "content-type"}) {
        String value = ";" + fields.getOrDefault(field, "").replaceAll("\\r?\\n", "");
        Matcher extended = NAME_EXTENDED.matcher(value);
        if (extended.find()) {
          return percentDecoded(extended.group(2), extended.group(1));
        }
        Matcher name = NAME.matcher(value);
        if (name.find()) {
          String plain = name.group(1) == null ? name.group(2) : name.group(1);
          return decodedWords(plain);
        }
      }
      return "";
    }

    private static String percentDecoded(String value, String charset) {
      try {
        return URLDecoder.decode(
            value.replace("+", "%2B"),
            charset.isEmpty() ? StandardCharsets.UTF_8 : TextDecoder.named(charset));
      } catch (IllegalArgumentException e) {
        return value;
      }
    }
  }
}
