package io.readthrough.parse.extract;

import io.readthrough.core.note.TextSpan;
import io.readthrough.parse.decode.TextCleaner;
import io.readthrough.parse.extract.Block.Kind;
import java.util.ArrayList;
import java.util.List;

/// Builds a document's text out of its blocks, for formats whose markup does not stay in the text.
/// A blank line parts two blocks; rows of a table, items of a list and lines of a paragraph follow
/// on the next line. It stops at the limit of characters.
public final class BlockWriter {
  private final int maxCharacters;
  private final TextCleaner cleaner = new TextCleaner();
  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();

  /// Whether something was left out for the text's length.
  private boolean full;

  private long offered;
  private int page;

  /// A writer of at most `maxCharacters` characters.
  public BlockWriter(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  /// Says on which page the next blocks begin, from 1.
  public void page(int number) {
    page = number;
  }

  /// Whether nothing more is taken.
  public boolean isFull() {
    return full;
  }

  /// Adds a block; white space around it goes, and a block of nothing else is no block.
  public void block(Kind kind, int level, String content) {
    boolean follows =
        !blocks.isEmpty()
            && blocks.getLast().kind() == kind
            && (kind == Kind.TABLE_ROW || kind == Kind.LIST_ITEM);
    write(kind, level, content, follows ? "\n" : "\n\n");
  }

  /// Adds a line that a line break parts from the block before it.
  public void line(Kind kind, int level, String content) {
    write(kind, level, content, "\n");
  }

  /// Adds the blocks of another document, parted as they are there.
  public void append(ExtractedDocument document) {
    int end = -1;
    for (Block block : document.blocks()) {
      String content = block.span().of(document.text());
      boolean line =
          end >= 0
              && document.text().substring(end, block.span().start()).indexOf('\n') >= 0
              && document.text().indexOf("\n\n", end) != end;
      write(block.kind(), block.level(), content, line ? "\n" : "\n\n");
      end = block.span().end();
    }
  }

  private void write(Kind kind, int level, String content, String separator) {
    String clean = cleaner.clean(content).strip();
    offered += clean.length();
    if (clean.isEmpty() || full) {
      return;
    }
    String lead = text.isEmpty() ? "" : separator;
    int room = maxCharacters - text.length() - lead.length();
    if (clean.length() > room) {
      full = true;
      clean = room <= 0 ? "" : clean.substring(0, TextLimit.cut(clean, room)).strip();
    }
    if (!clean.isEmpty()) {
      int start = text.append(lead).length();
      text.append(clean);
      blocks.add(new Block(kind, level, new TextSpan(start, text.length()), page));
    }
  }

  /// Notes that the document was cut before its blocks were told apart.
  public void markCut() {
    full = true;
  }

  /// What was written.
  ///
  /// @param leftOut characters of the document that were never offered
  /// @param warnings of the extractor, to stand before those of the writing
  public ExtractedDocument document(
      DocumentMetadata metadata, long leftOut, List<String> warnings) {
    return document(metadata, leftOut, warnings, List.of());
  }

  /// What was written, and the documents within the document.
  public ExtractedDocument document(
      DocumentMetadata metadata, long leftOut, List<String> warnings, List<Part> parts) {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(cleaner.warnings());
    if (full) {
      all.add(TextLimit.warning(maxCharacters, text.length()));
    }
    long kept = blocks.stream().mapToLong(b -> b.span().length()).sum();
    long total = offered + leftOut;
    double coverage = total == 0 ? 0 : (double) kept / total;
    return new ExtractedDocument(text.toString(), blocks, metadata, coverage, all, parts);
  }
}
