package io.readthrough.parse.structure;

import io.readthrough.core.note.RatingBox;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.TextSpan;
import io.readthrough.parse.extract.Block;
import io.readthrough.parse.extract.Block.Kind;
import io.readthrough.parse.extract.ExtractedDocument;
import io.readthrough.parse.extract.TextLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Gives every block of a document its kind of region, and the document its title.
final class RegionFinder {
  /// A paragraph with so many words is full: the opening ends before it.
  private static final int FULL_PARAGRAPH = 25;

  /// The longest opening, and how far down a heading of the first level is the title.
  private static final int MAX_OPENING = 25;

  private static final int MAX_TITLE = 200;

  /// A line above the title that is no longer says what product the note is: "Theme note".
  private static final int KICKER_WORDS = 8;

  /// In UTF-16 units; the first paragraph of a note is shorter.
  private static final int MAX_LEAD = 2_000;

  /// A legal heading in this first part of a text covers one paragraph, and then only those that
  /// are legal text themselves: what follows it is the note.
  private static final double EARLY = 1.0 / 3;

  private final String text;
  private final List<Block> blocks;
  private final VendorTrailer trailer;
  private final @Nullable String metadataTitle;
  private final Masthead masthead = new Masthead();
  private final RegionKind[] kinds;
  private final int opening;
  private final @Nullable RatingBox ratingBox;
  private int titleIndex = -1;
  private @Nullable String title;

  RegionFinder(ExtractedDocument document, VendorTrailer trailer) {
    this.text = document.text();
    this.blocks = document.blocks();
    this.trailer = trailer;
    this.metadataTitle = document.metadata().title();
    this.kinds = new RegionKind[blocks.size()];
    Arrays.fill(kinds, RegionKind.BODY);
    this.opening = opening();
    findTitle();
    this.ratingBox = findRatingBox();
    classify();
  }

  Masthead masthead() {
    return masthead;
  }

  @Nullable String title() {
    return title;
  }

  @Nullable RatingBox ratingBox() {
    return ratingBox;
  }

  /// The tickers that the title prints; where it prints none, or there is none, those of the lines
  /// around it.
  List<String> tickers() {
    List<String> printed = title == null ? List.of() : PrintedTickers.in(List.of(title));
    if (!printed.isEmpty()) {
      return printed;
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < opening; i++) {
      if (blocks.get(i).kind() != Kind.LIST_ITEM && blocks.get(i).kind() != Kind.TABLE_ROW) {
        lines.add(string(i));
      }
    }
    return PrintedTickers.in(lines);
  }

  // ---- the opening and the title

  private int opening() {
    int end = 0;
    while (end < Math.min(blocks.size(), MAX_OPENING) && !isFull(end) && !isPanel(end)) {
      end++;
    }
    return end;
  }

  private boolean isFull(int i) {
    Kind kind = blocks.get(i).kind();
    return (kind == Kind.PARAGRAPH || kind == Kind.QUOTE || kind == Kind.LEGAL)
        && words(string(i), FULL_PARAGRAPH) >= FULL_PARAGRAPH;
  }

  private boolean isPanel(int i) {
    return trailer.spans().stream().anyMatch(blocks.get(i).span()::overlaps);
  }

  private void findTitle() {
    int heading = topHeading();
    Masthead.Line[] lines = readMasthead(heading);
    if (heading >= 0) {
      setTitle(heading);
    } else if (masthead.title() != null) {
      title = masthead.title();
      titleIndex = Arrays.asList(lines).indexOf(Masthead.Line.TITLE);
    } else {
      findTitleLine(lines);
    }
    if (titleIndex >= 0) {
      kinds[titleIndex] = RegionKind.TITLE;
    }
    markFurniture(lines);
  }

  private int topHeading() {
    for (int i = 0; i < Math.min(blocks.size(), MAX_OPENING); i++) {
      if (blocks.get(i).level() == 1
          && blocks.get(i).span().length() <= MAX_TITLE
          && !NonAnalysis.isLegalHeading(string(i))) {
        return i;
      }
    }
    return -1;
  }

  private Masthead.Line[] readMasthead(int heading) {
    Masthead.Line[] lines = new Masthead.Line[opening];
    for (int i = 0; i < opening; i++) {
      Kind kind = blocks.get(i).kind();
      boolean line = kind == Kind.PARAGRAPH || kind == Kind.HEADING;
      lines[i] = line && i != heading ? masthead.read(string(i)) : Masthead.Line.TEXT;
    }
    return lines;
  }

  /// The line of the opening that looks most like a title, the first of them; where the metadata
  /// have the title, only that.
  private void findTitleLine(Masthead.Line[] lines) {
    int found = -1;
    int most = TitleLine.LEAST - 1;
    for (int i = 0; i < opening && !isSentence(i, lines); i++) {
      if (canBeTitle(i)) {
        int score =
            TitleLine.score(
                string(i), i == 0, blocks.get(i).kind() == Kind.HEADING, lines[i].isFurniture());
        if (score > most) {
          found = i;
          most = score;
        }
      }
    }
    if (found >= 0) {
      setTitle(found);
    }
  }

  /// Whether the text has begun: no title comes after a sentence.
  private boolean isSentence(int i, Masthead.Line[] lines) {
    return lines[i] == Masthead.Line.TEXT
        && blocks.get(i).kind() == Kind.PARAGRAPH
        && text.charAt(blocks.get(i).span().end() - 1) == '.'
        && !Masthead.hasView(string(i));
  }

  /// Whether a line may be the title of the text after it; what only fine print follows is the
  /// text.
  private boolean canBeTitle(int i) {
    String line = string(i);
    Kind kind = blocks.get(i).kind();
    if (line.length() > MAX_TITLE
        || i + 1 == blocks.size()
        || NonAnalysis.isLegalHeading(string(i + 1))
        || (kind != Kind.PARAGRAPH && kind != Kind.HEADING)
        || NonAnalysis.isLegalHeading(line)
        || NonAnalysis.isFurniture(line)) {
      return false;
    }
    return metadataTitle == null
        || line.equalsIgnoreCase(metadataTitle)
        || metadataTitle.startsWith(line + " | ");
  }

  private void setTitle(int i) {
    titleIndex = i;
    title = string(i);
  }

  private void markFurniture(Masthead.Line[] lines) {
    for (int i = 0; i < opening; i++) {
      boolean kicker =
          i < titleIndex
              && blocks.get(i).kind() == Kind.PARAGRAPH
              && words(string(i), KICKER_WORDS + 1) <= KICKER_WORDS
              && !Masthead.hasView(string(i));
      if (i != titleIndex && (lines[i].isFurniture() || kicker)) {
        boolean byline = lines[i] == Masthead.Line.BYLINE;
        kinds[i] = byline ? RegionKind.ANALYSTS : RegionKind.BOILERPLATE;
      }
    }
  }

  // ---- the kinds

  private @Nullable RatingBox findRatingBox() {
    BitSet outside = new BitSet();
    for (int i = 0; i < opening; i++) {
      outside.set(i, (kinds[i] != RegionKind.BODY && i != titleIndex) || isPanel(i));
    }
    RatingBoxFinder finder = new RatingBoxFinder(text, blocks, opening, outside);
    finder.blocks().stream()
        .filter(i -> i != titleIndex)
        .forEach(i -> kinds[i] = RegionKind.RATING_BOX);
    return finder.box();
  }

  private void classify() {
    int legalLevel = 0;
    boolean early = false;
    Section section = Section.OTHER;
    for (int i = 0; i < blocks.size(); i++) {
      if (kinds[i] != RegionKind.BODY) {
        continue;
      }
      String block = string(i);
      boolean heading = blocks.get(i).kind() == Kind.HEADING;
      if (NonAnalysis.isLegalHeading(block)) {
        legalLevel = heading ? blocks.get(i).level() : Integer.MAX_VALUE;
        early = blocks.get(i).span().start() < EARLY * text.length();
        kinds[i] = RegionKind.DISCLOSURE;
        section = Section.OTHER;
        continue;
      }
      boolean legal = blocks.get(i).kind() == Kind.LEGAL || NonAnalysis.isLegal(block);
      if (heading && legalLevel > 0 && blocks.get(i).level() <= legalLevel && !introducesLegal(i)) {
        legalLevel = 0;
      } else if (early
          && legalLevel > 0
          && !legal
          && i > 0
          && !NonAnalysis.isLegalHeading(string(i - 1))) {
        legalLevel = 0;
      }
      kinds[i] = kind(blocks.get(i).kind(), block, legal || legalLevel > 0);
      section = section.after(blocks.get(i).kind(), block);
      if (kinds[i] == RegionKind.BODY
          || kinds[i] == RegionKind.BULLETS
          || kinds[i] == RegionKind.HEADING) {
        kinds[i] = section.kind(i < opening, kinds[i], block);
      }
    }
    markLead();
    boundKeyPoints();
  }

  /// What the heading above says of a block.
  private enum Section {
    KEY_POINTS,
    /// The list under such a heading.
    KEY_POINTS_LIST,
    /// The first paragraph under such a heading.
    KEY_POINTS_TEXT,
    ANALYSTS,
    ABOUT_THE_AUTHOR,
    /// The first paragraph under such a heading.
    ABOUT_THE_AUTHOR_TEXT,
    OTHER;

    /// The section that a block stands in, or heads.
    Section after(Kind kind, String block) {
      if (kind == Kind.HEADING || kind == Kind.PARAGRAPH) {
        if (SectionHeading.isKeyPoints(block)) {
          return KEY_POINTS;
        }
        if (SectionHeading.isAnalysts(block)) {
          return ANALYSTS;
        }
        if (SectionHeading.isAboutTheAuthor(block)) {
          return ABOUT_THE_AUTHOR;
        }
      }
      if (this == ANALYSTS && AnalystEntry.isName(block)) {
        return ANALYSTS;
      }
      if (kind == Kind.HEADING) {
        return OTHER;
      }
      boolean item = kind == Kind.LIST_ITEM;
      return switch (this) {
        case KEY_POINTS -> item ? KEY_POINTS_LIST : KEY_POINTS_TEXT;
        case KEY_POINTS_LIST, KEY_POINTS_TEXT -> item ? KEY_POINTS_LIST : OTHER;
        case ABOUT_THE_AUTHOR -> ABOUT_THE_AUTHOR_TEXT;
        case ABOUT_THE_AUTHOR_TEXT, ANALYSTS, OTHER -> OTHER;
      };
    }

    /// The kind of a heading, a paragraph or an item of a list in this section.
    ///
    /// @param kind as its format has it
    RegionKind kind(boolean opening, RegionKind kind, String block) {
      if (AnalystEntry.is(block)) {
        return RegionKind.ANALYSTS;
      }
      return switch (this) {
        case KEY_POINTS -> RegionKind.HEADING;
        case KEY_POINTS_LIST, KEY_POINTS_TEXT -> RegionKind.KEY_POINTS;
        case ANALYSTS, ABOUT_THE_AUTHOR, ABOUT_THE_AUTHOR_TEXT ->
            Masthead.hasView(block) ? kind : RegionKind.ANALYSTS;
        case OTHER -> kind == RegionKind.BULLETS && opening ? RegionKind.KEY_POINTS : kind;
      };
    }
  }

  private boolean introducesLegal(int i) {
    return i + 1 < blocks.size()
        && (blocks.get(i + 1).kind() == Kind.LEGAL || NonAnalysis.isLegal(string(i + 1)));
  }

  private static RegionKind kind(Kind kind, String block, boolean legal) {
    if (kind == Kind.HISTORY || kind == Kind.SIGNATURE) {
      return RegionKind.BOILERPLATE;
    }
    if (kind != Kind.TABLE_ROW && NonAnalysis.isFurniture(block)) {
      return RegionKind.BOILERPLATE;
    }
    if (legal) {
      return RegionKind.DISCLOSURE;
    }
    return switch (kind) {
      case TABLE_ROW -> RegionKind.TABLE;
      case QUOTE -> RegionKind.QUOTE;
      case FOOTNOTE -> RegionKind.FOOTNOTE;
      case HEADING -> RegionKind.HEADING;
      case LIST_ITEM -> RegionKind.BULLETS;
      case PARAGRAPH, LEGAL, HISTORY, SIGNATURE -> RegionKind.BODY;
    };
  }

  /// The lead goes from the title to the end of the first full paragraph.
  private void markLead() {
    for (int i = titleIndex + 1; i < blocks.size(); i++) {
      if (kinds[i] == RegionKind.BODY) {
        kinds[i] = RegionKind.LEAD;
        if (isFull(i)) {
          return;
        }
      }
    }
  }

  /// The note in short is short: what goes on is a list.
  private void boundKeyPoints() {
    int length = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (kinds[i] == RegionKind.KEY_POINTS) {
        length += blocks.get(i).span().length();
        if (length > MAX_LEAD) {
          boolean item = blocks.get(i).kind() == Kind.LIST_ITEM;
          kinds[i] = item ? RegionKind.BULLETS : RegionKind.BODY;
        }
      }
    }
  }

  // ---- the regions

  /// The regions, in order.
  List<Region> regions() {
    List<Region> pieces = new ArrayList<>();
    int lead = 0;
    for (int i = 0; i < blocks.size(); i++) {
      TextSpan span = blocks.get(i).span();
      if (kinds[i] == RegionKind.LEAD) {
        int end = lead == 0 ? leadEnd(span) : span.end();
        lead += span.length();
        boolean within = lead == span.length() || lead <= MAX_LEAD;
        Integer page = page(i);
        add(pieces, within ? RegionKind.LEAD : RegionKind.BODY, span.start(), end, page);
        add(pieces, RegionKind.BODY, end, span.end(), page);
      } else {
        add(pieces, kinds[i], span.start(), span.end(), page(i));
      }
    }
    return merged(withPanels(pieces));
  }

  /// Where a lead ends that is one paragraph, or one line of megabytes.
  private int leadEnd(TextSpan span) {
    return span.start() + TextLimit.cut(text.subSequence(span.start(), span.end()), MAX_LEAD);
  }

  private @Nullable Integer page(int i) {
    int page = blocks.get(i).page();
    return page == 0 ? null : page;
  }

  private void add(
      List<Region> regions, RegionKind kind, int start, int end, @Nullable Integer page) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      regions.add(new Region(kind, new TextSpan(from, to), page));
    }
  }

  /// Cuts the vendor's panels out of the regions that they stand in.
  private List<Region> withPanels(List<Region> regions) {
    List<Region> all = new ArrayList<>();
    int panel = 0;
    for (Region region : regions) {
      int from = region.span().start();
      int end = region.span().end();
      while (panel < trailer.spans().size() && trailer.spans().get(panel).start() < end) {
        TextSpan span = trailer.spans().get(panel);
        add(all, region.kind(), from, Math.max(from, span.start()), region.page());
        from = Math.max(from, Math.min(end, span.end()));
        int start = Math.max(region.span().start(), span.start());
        add(all, RegionKind.VENDOR_TRAILER, start, from, region.page());
        if (span.end() > end) {
          break;
        }
        panel++;
      }
      add(all, region.kind(), from, end, region.page());
    }
    return all;
  }

  private static List<Region> merged(List<Region> regions) {
    List<Region> merged = new ArrayList<>();
    for (Region region : regions) {
      if (!merged.isEmpty()
          && merged.getLast().kind() == region.kind()
          && region.kind() != RegionKind.HEADING
          && Objects.equals(merged.getLast().page(), region.page())) {
        int start = merged.removeLast().span().start();
        TextSpan span = new TextSpan(start, region.span().end());
        merged.add(new Region(region.kind(), span, region.page()));
      } else {
        merged.add(region);
      }
    }
    return merged;
  }

  private String string(int i) {
    return blocks.get(i).span().of(text);
  }

  /// How many words `line` has; counting ends at `enough`.
  private static int words(String line, int enough) {
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < line.length() && words < enough; i++) {
      boolean space = Character.isWhitespace(line.charAt(i));
      words += !space && !inWord ? 1 : 0;
      inWord = !space;
    }
    return words;
  }
}
