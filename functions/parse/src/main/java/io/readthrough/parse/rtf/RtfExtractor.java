package io.readthrough.parse.rtf;

import com.rtfparserkit.parser.RtfListenerAdaptor;
import com.rtfparserkit.parser.RtfStreamSource;
import com.rtfparserkit.parser.standard.StandardRtfParser;
import com.rtfparserkit.rtf.Command;
import io.readthrough.parse.extract.BinaryExtractor;
import io.readthrough.parse.extract.Block.Kind;
import io.readthrough.parse.extract.BlockWriter;
import io.readthrough.parse.extract.DocumentMetadata;
import io.readthrough.parse.extract.Extraction;
import io.readthrough.parse.extract.Limits;
import io.readthrough.parse.extract.UnreadableDocumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Reads RTF by RTF Parser Kit: paragraphs, rows of tables, the title and the author. Hidden text
/// and text of a point or less is left out and counted.
public final class RtfExtractor implements BinaryExtractor {
  /// Two half points.
  private static final int HIDDEN_SIZE = 2;

  private static final int MAX_GROUPS = 1_000;
  private static final int CHECK_EVERY = 1024;

  private final Limits limits;

  /// @param limits that documents are held to
  public RtfExtractor(Limits limits) {
    this.limits = limits;
  }

  @Override
  public Extraction extract(byte[] bytes, String filename) {
    Listener listener = new Listener();
    try {
      new StandardRtfParser().parse(new RtfStreamSource(new ByteArrayInputStream(bytes)), listener);
    } catch (IOException e) {
      throw broken();
    } catch (IllegalArgumentException
        | IllegalStateException
        | NullPointerException
        | IndexOutOfBoundsException
        | NoSuchElementException
        | ClassCastException e) {
      // How the parser answers to groups that do not match.
      throw broken();
    }
    listener.endParagraph();
    List<String> warnings = new ArrayList<>();
    if (listener.hidden > 0) {
      warnings.add(listener.hidden + " hidden characters were left out.");
    }
    DocumentMetadata metadata =
        new DocumentMetadata(
            blankToNull(listener.title), blankToNull(listener.author), null, null, null);
    return new Extraction(
        "rtf/1", "application/rtf", listener.out.document(metadata, listener.hidden, warnings));
  }

  private static UnreadableDocumentException broken() {
    return new UnreadableDocumentException(
        "The RTF document is broken: its groups do not match. Open it, save it again and drop it"
            + " again.");
  }

  private static @Nullable String blankToNull(StringBuilder text) {
    String value = text.toString().strip();
    return value.isEmpty() ? null : value;
  }

  /// What text of a group is for.
  private enum Destination {
    TEXT,
    TITLE,
    AUTHOR,
    FOOTNOTE,
    NOTHING
  }

  /// @param hidden whether the text is not shown
  private record State(Destination destination, boolean hidden, boolean small) {}

  private final class Listener extends RtfListenerAdaptor {
    private final BlockWriter out = new BlockWriter(limits.characters());
    private final Deque<State> groups = new ArrayDeque<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder footnote = new StringBuilder();
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder title = new StringBuilder();
    private final StringBuilder author = new StringBuilder();
    private State state = new State(Destination.TEXT, false, false);
    private boolean inTable;
    private boolean item;
    private int level;
    private int events;
    private long hidden;

    private void count() {
      if (++events % CHECK_EVERY == 0) {
        Limits.checkTime();
      }
    }

    @Override
    public void processGroupStart() {
      count();
      if (groups.size() >= MAX_GROUPS) {
        throw Limits.exceeded(
            "it has more than " + MAX_GROUPS + " groups within each other",
            "Save it as plain text and drop it again.");
      }
      groups.push(state);
    }

    @Override
    public void processGroupEnd() {
      if (state.destination == Destination.FOOTNOTE
          && !groups.isEmpty()
          && groups.peek().destination != Destination.FOOTNOTE) {
        out.block(Kind.FOOTNOTE, 0, footnote.toString());
        footnote.setLength(0);
      }
      if (!groups.isEmpty()) {
        state = groups.pop();
      }
    }

    @Override
    public void processString(String string) {
      count();
      switch (state.destination) {
        case TITLE -> title.append(string);
        case AUTHOR -> author.append(string);
        case FOOTNOTE -> footnote.append(string);
        case NOTHING -> {}
        case TEXT -> {
          if (state.hidden || state.small) {
            hidden += string.strip().length();
          } else {
            words.append(string);
          }
        }
      }
    }

    @Override
    public void processCommand(Command command, int parameter, boolean has, boolean optional) {
      count();
      if (optional) {
        state = new State(Destination.NOTHING, state.hidden, state.small);
      }
      switch (command) {
        case title -> to(Destination.TITLE);
        case author -> to(Destination.AUTHOR);
        case footnote -> to(Destination.FOOTNOTE);
        case fonttbl,
            colortbl,
            stylesheet,
            info,
            pict,
            header,
            headerl,
            headerr,
            headerf,
            footer,
            footerl,
            footerr,
            footerf,
            object,
            fldinst,
            pntext,
            listtable,
            listoverridetable,
            generator,
            rsidtbl,
            xmlnstbl,
            themedata,
            colorschememapping,
            latentstyles,
            datastore,
            nonshppict,
            bkmkstart,
            bkmkend,
            annotation,
            deleted,
            company,
            operator,
            subject,
            keywords,
            doccomm,
            category,
            manager ->
            to(Destination.NOTHING);
        case v -> state = new State(state.destination, !has || parameter != 0, state.small);
        case fs ->
            state = new State(state.destination, state.hidden, has && parameter <= HIDDEN_SIZE);
        case plain -> state = new State(state.destination, false, false);
        case pard -> {
          inTable = false;
          item = false;
          level = 0;
        }
        case intbl -> inTable = true;
        case outlinelevelN -> level = Math.clamp(parameter + 1L, 1, 6);
        case ls -> item = true;
        case par, sect, page -> {
          if (state.destination == Destination.TEXT) {
            endParagraph();
          }
        }
        case line, tab -> processString(" ");
        case cell, nestcell -> endCell();
        case row, nestrow -> endRow();
        default -> {}
      }
    }

    private void to(Destination destination) {
      if (state.destination != Destination.NOTHING
          || destination == Destination.TITLE
          || destination == Destination.AUTHOR) {
        state = new State(destination, state.hidden, state.small);
      }
    }

    private String take() {
      String text = words.toString().replaceAll("\\s+", " ").strip();
      words.setLength(0);
      return text;
    }

    private void endCell() {
      if (state.destination == Destination.TEXT) {
        cells.add(take());
      }
    }

    private void endRow() {
      if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
        out.block(Kind.TABLE_ROW, 0, String.join(" | ", cells));
      }
      cells.clear();
    }

    private void endParagraph() {
      if (inTable) {
        words.append(' ');
        return;
      }
      String text = take();
      if (text.isEmpty()) {
        return;
      }
      if (level > 0) {
        out.block(Kind.HEADING, level, text);
      } else if (item || text.startsWith("• ") || text.startsWith("· ")) {
        out.block(Kind.LIST_ITEM, 0, "- " + text.replaceFirst("^[•·]\\s*", ""));
      } else {
        out.block(Kind.PARAGRAPH, 0, text);
      }
    }
  }
}
