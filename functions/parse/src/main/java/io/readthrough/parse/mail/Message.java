package io.readthrough.parse.mail;

import io.readthrough.core.note.Publication.Basis;
import io.readthrough.parse.extract.Block;
import io.readthrough.parse.extract.Block.Kind;
import io.readthrough.parse.extract.BlockWriter;
import io.readthrough.parse.extract.DocumentMetadata;
import io.readthrough.parse.extract.ExtractedDocument;
import io.readthrough.parse.extract.HtmlExtractor;
import io.readthrough.parse.extract.Limits;
import io.readthrough.parse.extract.Part;
import io.readthrough.parse.extract.PlainTextExtractor;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A mail of whatever format, on its way to a document: its subject is the title, its best body the
/// text, and what is attached are parts.
final class Message {
  /// One of the marks that mail programs put before a subject. Looked for one by one, since
  /// repeating the group would cost stack for each.
  private static final Pattern PREFIX =
      Pattern.compile(
          "(?i)(?:(?:re|fwd?|aw|wg|tr|sv|ext)\\s?(?:\\[\\d+\\])?:|\\[ext(?:ernal)?\\])\\s*");

  private static final Pattern FORWARD = Pattern.compile("(?i)\\b(?:fwd?|wg|tr):");

  /// The HTML body is taken when it says at least this share of what the plain one does.
  private static final double HTML_SHARE = 0.5;

  private final Limits limits;
  private final List<ExtractedDocument> bodies = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private String subject = "";
  private @Nullable String from;
  private @Nullable String date;
  private int pictures;
  private int tooMany;

  Message(Limits limits) {
    this.limits = limits;
  }

  void subject(String value) {
    subject = value;
  }

  /// @param value a name, an address, or both
  void from(String value) {
    from = value;
  }

  /// @param value in any form
  void date(String value) {
    date = value;
  }

  void warn(String warning) {
    warnings.add(warning);
  }

  void picture() {
    pictures++;
  }

  boolean hasRoom() {
    return parts.size() < limits.parts();
  }

  void leaveOut() {
    tooMany++;
  }

  /// @param filename empty when it has none
  void attach(String filename, byte[] bytes) {
    String name = filename.isBlank() ? "attachment" : filename;
    parts.add(new Part(name, name.substring(name.lastIndexOf('/') + 1), bytes));
  }

  /// Adds a text of the body.
  ///
  /// @param plain the same in plain text, or null
  /// @param html the same in HTML, or null
  void body(@Nullable String plain, @Nullable String html) {
    ExtractedDocument ofPlain =
        plain == null ? null : new PlainTextExtractor(limits).extract(plain);
    if (html != null) {
      ExtractedDocument ofHtml = new HtmlExtractor(limits).extract(html);
      if (ofPlain == null || ofHtml.text().length() >= HTML_SHARE * ofPlain.text().length()) {
        bodies.add(ofHtml);
        return;
      }
    }
    if (ofPlain != null) {
      bodies.add(ofPlain);
    }
  }

  ExtractedDocument document() {
    BlockWriter out = new BlockWriter(limits.characters());
    String title = withoutPrefixes(subject);
    boolean empty =
        bodies.stream().noneMatch(b -> b.text().codePoints().anyMatch(Character::isLetterOrDigit));
    if (!empty || parts.isEmpty()) {
      out.block(Kind.HEADING, 1, title);
    }
    for (ExtractedDocument body : bodies) {
      out.append(body);
      warnings.addAll(body.warnings());
    }
    if (pictures > 0) {
      warnings.add(pictures + " pictures of the mail were left out.");
    }
    if (tooMany > 0) {
      warnings.add(
          "The mail has more than "
              + limits.parts()
              + " attachments: "
              + tooMany
              + " were left out. Drop them by themselves.");
    }
    ExtractedDocument written =
        out.document(
            new DocumentMetadata(
                title.isEmpty() ? null : title,
                name(),
                null,
                null,
                date,
                Basis.EMAIL_HEADER,
                List.of()),
            0,
            warnings,
            parts);
    double coverage =
        bodies.isEmpty()
            ? 1
            : bodies.stream().mapToDouble(ExtractedDocument::coverage).min().orElse(1);
    boolean forwarded = !title.equals(subject.strip()) && FORWARD.matcher(subject).find();
    List<Block> blocks = Conversation.marked(written, forwarded);
    return new ExtractedDocument(
        written.text(), blocks, written.metadata(), coverage, written.warnings(), parts);
  }

  private static String withoutPrefixes(String subject) {
    Matcher prefix = PREFIX.matcher(subject);
    int start = 0;
    while (prefix.region(start, subject.length()).lookingAt()) {
      start = prefix.end();
    }
    return subject.substring(start).strip();
  }

  /// The name of who sent it: what stands before the address, else all there is.
  private @Nullable String name() {
    if (from == null || from.isBlank()) {
      return null;
    }
    int address = from.indexOf('<');
    String name = (address < 0 ? from : from.substring(0, address)).strip();
    if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
      name = name.substring(1, name.length() - 1).strip();
    }
    return name.isEmpty() ? from.strip() : name;
  }
}
