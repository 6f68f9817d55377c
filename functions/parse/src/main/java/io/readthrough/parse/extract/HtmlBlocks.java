package io.readthrough.parse.extract;

import io.readthrough.parse.extract.Block.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// Writes the blocks of an element, in one walk that uses no stack of the machine's.
///
/// Each row of a data table is a block, its cells joined by ` | `. Other tables are layout, and
/// their cells are read like any other part of the page.
final class HtmlBlocks implements NodeFilter {
  /// A block of links has fewer words than this, and more than half of it is link text.
  private static final int MAX_LINK_WORDS = 25;

  private static final Pattern NOTE_MARK = Pattern.compile("[\\d*†‡§,\\s\\[\\]()]{1,8}");
  private static final Pattern LEGAL_NAME =
      Pattern.compile("(?i)(?:^|[-_\\s])(?:legal|disclaimers?|disclosures?)(?:$|[-_\\s])");
  private static final Pattern FOOTNOTE_NAME = Pattern.compile("(?i)footnotes?|endnotes?");
  private static final Set<String> CELLS = Set.of("td", "th");

  private static final int MAX_NAME = 200;

  private final PageSurvey survey;
  private final boolean dropLinks;
  private final BlockWriter out;
  private final StringBuilder words = new StringBuilder();
  private final List<String> cells = new ArrayList<>();
  private final Deque<Integer> lists = new ArrayDeque<>();
  private int legal;
  private int quotes;
  private int footnotes;
  private int headings;
  private int level;
  private int items;
  private int links;
  private int preformatted;
  private int tables;
  private int linkCharacters;
  private long seen;
  private String marker = "";
  private boolean noteMark;
  private boolean afterBreak;

  /// @param dropLinks whether blocks of links are left out
  HtmlBlocks(PageSurvey survey, boolean dropLinks, int maxCharacters) {
    this.out = new BlockWriter(maxCharacters);
    this.survey = survey;
    this.dropLinks = dropLinks;
  }

  BlockWriter out() {
    return out;
  }

  /// The characters that were read and not left out, white space not counted.
  long seen() {
    return seen;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      append(text.getWholeText());
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    if ((depth > 0 && survey.isNoise(element)) || isNoteMark(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (tables > 0) {
      enterInTable(element);
    } else {
      enter(element);
    }
    count(element, 1);
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      leave(element);
    }
    return FilterResult.CONTINUE;
  }

  private void enter(Element element) {
    switch (element.normalName()) {
      case "br" -> {
        end();
        afterBreak = true;
      }
      case "ol" -> {
        end();
        lists.push(1);
      }
      case "ul" -> {
        end();
        lists.push(0);
      }
      case "li" -> {
        end();
        int number = lists.isEmpty() ? 0 : lists.pop();
        lists.push(number == 0 ? 0 : number + 1);
        marker = number == 0 ? "- " : number + ". ";
      }
      default -> {
        if (isBreak(element)) {
          end();
        }
      }
    }
  }

  private void enterInTable(Element element) {
    if (CELLS.contains(element.normalName()) || element.normalName().equals("br")) {
      space();
    }
  }

  private void leave(Element element) {
    String tag = element.normalName();
    if (tables > 0) {
      leaveInTable(tag);
    } else if (isBreak(element)) {
      end();
      if (tag.equals("ol") || tag.equals("ul")) {
        lists.pop();
      } else if (tag.equals("li")) {
        marker = "";
      }
    }
    count(element, -1);
  }

  private void leaveInTable(String tag) {
    switch (tag) {
      case "td", "th" -> cells.add(take());
      case "tr", "caption", "table" -> {
        String rest = take();
        if (!rest.isEmpty()) {
          cells.add(rest);
        }
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
          cells.forEach(cell -> seen += VisibleText.count(cell));
          out.block(legal > 0 ? Kind.LEGAL : Kind.TABLE_ROW, 0, String.join(" | ", cells));
        }
        cells.clear();
      }
      default -> space();
    }
  }

  /// Keeps count of the elements that the walk is in and that tell what a block is.
  private void count(Element element, int step) {
    String tag = element.normalName();
    switch (tag) {
      case "table" -> {
        if (tables > 0 || (step > 0 && survey.isDataTable(element))) {
          tables += step;
        }
      }
      case "blockquote" -> quotes += step;
      case "li" -> items += step;
      case "a" -> links += step;
      case "pre" -> preformatted += step;
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        headings += step;
        level = tag.charAt(1) - '0';
      }
      default -> {}
    }
    if (element.attributesSize() > 0) {
      legal += isNamed(element, LEGAL_NAME) ? step : 0;
      footnotes += isNamed(element, FOOTNOTE_NAME) ? step : 0;
    }
  }

  private static boolean isNamed(Element element, Pattern pattern) {
    String names = element.className() + ' ' + element.id() + ' ' + element.attr("role");
    return names.length() <= MAX_NAME && pattern.matcher(names).find();
  }

  private static boolean isBreak(Element element) {
    return element.isBlock() || CELLS.contains(element.normalName());
  }

  /// Whether `element` is the raised mark of a footnote, which would join the figure before it.
  private boolean isNoteMark(Element element) {
    if (element.normalName().equals("sup") && NOTE_MARK.matcher(element.wholeText()).matches()) {
      noteMark |= words.isEmpty();
      return true;
    }
    return false;
  }

  private void append(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' && preformatted > 0 && tables == 0) {
        end();
        afterBreak = true;
      } else if (VisibleText.isSpace(c)) {
        space();
      } else {
        words.append(c);
        linkCharacters += links > 0 ? 1 : 0;
      }
    }
  }

  private void space() {
    if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
      words.append(' ');
    }
  }

  /// Ends the block that is being read.
  void end() {
    int linked = linkCharacters;
    String content = take();
    if (!content.isEmpty() && !(dropLinks && isLinks(content, linked))) {
      seen += VisibleText.count(content);
      Kind kind = kind();
      String block = kind == Kind.LIST_ITEM ? marker + content : content;
      if (afterBreak) {
        out.line(kind, kind == Kind.HEADING ? level : 0, block);
      } else {
        out.block(kind, kind == Kind.HEADING ? level : 0, block);
      }
      marker = "";
    }
    afterBreak = false;
    noteMark = false;
  }

  private String take() {
    String content = words.toString().strip();
    words.setLength(0);
    linkCharacters = 0;
    return content;
  }

  private static boolean isLinks(String content, int linked) {
    return 2 * linked > content.length()
        && content.split(" ", MAX_LINK_WORDS).length < MAX_LINK_WORDS;
  }

  private Kind kind() {
    if (legal > 0) {
      return Kind.LEGAL;
    }
    if (headings > 0) {
      return Kind.HEADING;
    }
    if (footnotes > 0 || noteMark) {
      return Kind.FOOTNOTE;
    }
    if (quotes > 0) {
      return Kind.QUOTE;
    }
    return items > 0 ? Kind.LIST_ITEM : Kind.PARAGRAPH;
  }
}
