package io.readthrough.parse.structure;

import io.readthrough.core.fact.figure.Currencies;
import io.readthrough.core.note.RatingBox;
import io.readthrough.core.note.TextSpan;
import io.readthrough.parse.extract.Block;
import io.readthrough.parse.extract.Block.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the rating and the price target that a note prints apart from its text, in one of three
/// forms: lines in the opening (`Rating: Buy. Price target $58 (from $52)`, `Sell (Hold) | fair
/// value $78`), a label with its value in the next block, and a table with a row or a column for
/// each (`Rating | Underweight | Neutral` under `New | Old`).
///
/// A line counts when no more of its pieces are unknown than are a rating or a target, so that a
/// sentence is none. Tables count in the first half of a text and on the first page. The first
/// value of each field counts.
final class RatingBoxFinder {
  private static final int MAX_LINE = 240;
  private static final int MAX_PIECES = 16;

  /// Estimates fill a longer table.
  private static final int MAX_ROWS = 15;

  /// So many blocks without either may stand between two lines of a box.
  private static final int MAX_GAP = 2;

  private static final String RATING =
      "(?:(?:strong|conviction|speculative|trading|sector|market|peer|industry)[- ])?"
          + "(?:buy|outperform|overweight|accumulate|add|neutral|hold|equal[- ]?weight|sell"
          + "|underperform|underweight|reduce)"
          + "|(?:market|sector|peer|industry)[- ]?(?:perform|weight)(?:er)?|in[- ]line|not rated";
  private static final String STANCE =
      RATING + "|positive|negative|attractive|unattractive|cautious";

  private static final String BEFORE = "(?:from|was|prior|previously|previous|old|vs\\.?)";
  private static final String SAME =
      "\\(?(?:reiterated|maintained|unchanged|retained|kept|same)\\)?";

  private static final String RATING_LABEL =
      "(?:(?:our|the|stock|analyst|new|current) )?(?:rating|recommendation|stance|opinion)";
  private static final String TARGET_LABEL =
      "(?:(?:our|the|new|current) )?(?:(?:12|twelve)[- ]?m(?:onths?)?[- ])?"
          + "(?:price[- ]target|target[- ]price|target|fair[- ]value(?: estimate)?"
          + "|price[- ]objective|pt|tp|po)";
  private static final String VERB =
      "(?:(?:we )?(?:maintain|reiterate|stay|keep|remain|upgrade|downgrade|initiate|raise|cut|lower"
          + "|resume)(?:s|d|ed)?(?: (?:to|at|with|on|coverage (?:at|with)))?:? )?";

  private static final Pattern RATING_PIECE =
      pattern(
          "(?:"
              + RATING_LABEL
              + "\\s*(?::|=|is|stays|remains)?\\s*(?<labelled>"
              + VERB
              + "(?:"
              + STANCE
              + "))|"
              + VERB
              + "(?<rating>"
              + RATING
              + "))(?: rating)?(?:\\s*\\(?"
              + BEFORE
              + ":?\\s*(?<previous>"
              + STANCE
              + ")\\)?|\\s*\\((?<other>"
              + STANCE
              + ")\\)|\\s*(?<same>"
              + SAME
              + "))?");
  private static final Pattern PREVIOUS_RATING =
      pattern(
          "(?:(?:previous|prior|old|former|last) (?:rating|recommendation)\\s*[:=]?|\\(?"
              + BEFORE
              + ":?)\\s*(?<previous>"
              + STANCE
              + ")\\)?");
  private static final Pattern STANCE_AT_END = pattern("(?:" + STANCE + ")$");

  private static final String SYMBOL = "(?:US|C|CA|A|AU|HK|S|NZ|NT|R)?[$]|[€£¥₹]|Rs\\.?|[A-Z]{3}";
  private static final String NUMBER =
      "\\d{1,3}(?:[,’' ]\\d{3})+(?:\\.\\d{1,4})?|\\d{1,9}(?:\\.\\d{1,4})?";

  private static final Pattern TARGET_PIECE =
      pattern(
          TARGET_LABEL
              + "(?:\\s*\\((?<unit>"
              + SYMBOL
              + "|p)\\))?\\s*[:=]?\\s*"
              + "(?:(?:is|of|at|to|goes|rises|falls|stays|remains|raised|cut|lowered|lifted"
              + "|increased|reduced|trimmed|maintained|unchanged|kept) ){0,3}"
              + amount("")
              + "(?:\\s*\\(?"
              + BEFORE
              + ":?\\s*"
              + amount("Before")
              + "\\)?|\\s*\\("
              + amount("Other")
              + "\\)|\\s*(?<same>"
              + SAME
              + "))?");
  private static final Pattern PREVIOUS_TARGET =
      pattern(
          "(?:(?:previous|prior|old|former|last) "
              + TARGET_LABEL
              + "(?:\\s*\\((?<unit>"
              + SYMBOL
              + "|p)\\))?\\s*[:=]?|\\(?"
              + BEFORE
              + ":?)\\s*"
              + amount("")
              + "\\)?");

  private static final Pattern RATING_ALONE = pattern(RATING_LABEL + "\\s*:?");
  private static final Pattern TARGET_ALONE =
      pattern(TARGET_LABEL + "(?:\\s*\\((?:" + SYMBOL + "|p)\\))?\\s*:?");
  private static final Pattern BEFORE_LABEL = pattern("(?:previous|prior|old|former|last) ");
  private static final Pattern NEW = pattern("new|current|now|to");
  private static final Pattern OLD = pattern("old|previous|prior|from|was|former|last");

  /// What else stands in such a line: prices, sizes, dates, and a ticker by itself.
  private static final Pattern BESIDE =
      pattern(
          "(?:(?:last|closing|current|share|stock) )*(?:price|close|cmp|market[- ]cap\\S*|mkt cap"
              + "|upside|downside|implied|total return|sector|ticker|isin|risk|published|date)\\b.*"
              + "|.*\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\b.*\\d.*"
              + "|.*\\d.*\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\b.*"
              + "|(?:"
              + SYMBOL
              + ")?\\s?(?:"
              + NUMBER
              + ")(?: ?(?:p|%))?|[A-Z\\d]{1,6}[. ][A-Z]{1,2}");

  private static final Pattern PIECE =
      Pattern.compile(
          "\\s*[|;·•\\n"
              + "]\\s*|(?<=[\\p{L}\\d)%])\\.(?:\\s+|$)|,\\s+(?!\\d{4}\\b)(?=\\S)|\\s+[–—-]\\s+");
  private static final Pattern CELL = Pattern.compile("\\s*\\|\\s*|\\t+| {3,40}");

  /// The code of what London prices its shares in, hundredths of a pound: "640p".
  private static final String PENCE = "GBX";

  private final String text;
  private final List<Block> blocks;
  private final BitSet found = new BitSet();
  private @Nullable String rating;
  private @Nullable String previousRating;
  private @Nullable BigDecimal target;
  private @Nullable BigDecimal previousTarget;
  private @Nullable String currency;

  /// @param opening the blocks before this one are the opening
  /// @param outside blocks that are something else: the title
  RatingBoxFinder(String text, List<Block> blocks, int opening, BitSet outside) {
    this.text = text;
    this.blocks = blocks;
    int i = 0;
    while (i < blocks.size() && (found.isEmpty() || i <= found.length() - 1 + MAX_GAP)) {
      boolean row = blocks.get(i).kind() == Kind.TABLE_ROW;
      int end = row ? rowsEnd(i) : i + 1;
      if (row && isEarly(i)) {
        readTable(i, end);
      } else if (!row && i < opening && !outside.get(i)) {
        readLine(i, opening);
      }
      i = end;
    }
  }

  /// The blocks that are the box.
  BitSet blocks() {
    return found;
  }

  /// What the box says; null when there is none.
  @Nullable RatingBox box() {
    if (found.isEmpty()) {
      return null;
    }
    int start = blocks.get(found.nextSetBit(0)).span().start();
    int end = blocks.get(found.length() - 1).span().end();
    return new RatingBox(
        rating, previousRating, target, previousTarget, currency, new TextSpan(start, end));
  }

  private boolean isEarly(int i) {
    return blocks.get(i).page() == 1 || blocks.get(i).span().start() < text.length() / 2;
  }

  // ---- lines

  private void readLine(int i, int opening) {
    TextSpan span = blocks.get(i).span();
    if (span.length() > MAX_LINE || found.get(i)) {
      return;
    }
    String line = span.of(text);
    if (isLabel(line) && i + 1 < opening && blocks.get(i + 1).span().length() <= MAX_LINE) {
      String value = blocks.get(i + 1).span().of(text);
      if (readPieces(List.of(labelled(line, value)))) {
        found.set(i, i + 2);
      }
      return;
    }
    if (readPieces(List.of(PIECE.split(line, MAX_PIECES)))) {
      found.set(i);
    }
  }

  private static boolean isLabel(String line) {
    return RATING_ALONE.matcher(line).matches() || TARGET_ALONE.matcher(line).matches();
  }

  private static String labelled(String label, String value) {
    return label.replaceFirst("\\s*:\\s*$", "") + ": " + value;
  }

  /// Reads the pieces of a line; says whether they are such a line, and takes nothing when not.
  private boolean readPieces(List<String> pieces) {
    int known = 0;
    int unknown = 0;
    for (String each : pieces) {
      String piece = each.strip();
      if (isKnown(piece)) {
        known++;
      } else if (!piece.isEmpty() && !BESIDE.matcher(piece).matches()) {
        unknown++;
      }
    }
    if (known == 0 || unknown > known) {
      return false;
    }
    pieces.forEach(each -> readPiece(each.strip()));
    return true;
  }

  private static boolean isKnown(String piece) {
    return isRating(RATING_PIECE.matcher(piece))
        || isRating(RATING_PIECE.matcher(afterColon(piece)))
        || TARGET_PIECE.matcher(piece).matches()
        || PREVIOUS_TARGET.matcher(piece).matches()
        || PREVIOUS_RATING.matcher(piece).matches();
  }

  /// A rating is capitalised: "hold" alone is a word.
  private static boolean isRating(Matcher matcher) {
    return matcher.matches() && Character.isUpperCase(rating(matcher).charAt(0));
  }

  private static String rating(Matcher matcher) {
    String bare = matcher.group("rating");
    if (bare != null) {
      return bare;
    }
    Matcher stance = STANCE_AT_END.matcher(matcher.group("labelled"));
    return stance.find() ? stance.group() : matcher.group("labelled");
  }

  /// What stands after the last colon: "Acme (ACME): Buy".
  private static String afterColon(String piece) {
    return piece.substring(piece.lastIndexOf(": ") + 1).strip();
  }

  private void readPiece(String piece) {
    Matcher previous = PREVIOUS_RATING.matcher(piece);
    Matcher stance = RATING_PIECE.matcher(piece);
    Matcher tail = RATING_PIECE.matcher(afterColon(piece));
    Matcher before = PREVIOUS_TARGET.matcher(piece);
    Matcher amount = TARGET_PIECE.matcher(piece);
    if (previous.matches()) {
      setPreviousRating(previous.group("previous"));
    } else if (isRating(stance)) {
      readRating(stance);
    } else if (isRating(tail)) {
      readRating(tail);
    } else if (before.matches()) {
      setPreviousTarget(number(before, ""));
      setCurrency(currency(before, ""));
    } else if (amount.matches()) {
      readTarget(amount);
    }
  }

  private void readRating(Matcher matcher) {
    if (rating != null) {
      return;
    }
    rating = rating(matcher);
    setPreviousRating(matcher.group("previous"));
    setPreviousRating(matcher.group("other"));
    if (matcher.group("same") != null) {
      setPreviousRating(rating);
    }
  }

  private void readTarget(Matcher matcher) {
    if (target != null) {
      return;
    }
    target = number(matcher, "");
    setCurrency(currency(matcher, ""));
    setPreviousTarget(number(matcher, "Before"));
    // "$78 ($90)" gives the target before; "US$195 (C$267)" the same in another currency.
    String other = currency(matcher, "Other");
    if (other == null || other.equals(currency)) {
      setPreviousTarget(number(matcher, "Other"));
    }
    if (matcher.group("same") != null) {
      setPreviousTarget(target);
    }
  }

  private void setPreviousRating(@Nullable String value) {
    previousRating = previousRating == null ? value : previousRating;
  }

  private void setPreviousTarget(@Nullable BigDecimal value) {
    previousTarget = previousTarget == null ? value : previousTarget;
  }

  private void setCurrency(@Nullable String value) {
    currency = currency == null ? value : currency;
  }

  // ---- tables

  private int rowsEnd(int first) {
    int end = first;
    while (end < blocks.size() && blocks.get(end).kind() == Kind.TABLE_ROW) {
      end++;
    }
    return end;
  }

  private void readTable(int first, int end) {
    if (end - first > MAX_ROWS) {
      return;
    }
    String[] head = cells(first);
    boolean read = false;
    for (int i = first; i < end; i++) {
      read |= readRow(head, cells(i));
    }
    if (!read && end - first == 2) {
      read = readColumns(head, cells(first + 1));
    }
    if (read) {
      found.set(first, end);
    }
  }

  private String[] cells(int i) {
    TextSpan span = blocks.get(i).span();
    int end = Math.min(span.end(), span.start() + MAX_LINE);
    return CELL.split(text.substring(span.start(), end).strip(), MAX_PIECES);
  }

  /// A label and its value, with what it was before in the next cells, or the new and the old one
  /// in the order that the head says.
  private boolean readRow(String[] head, String[] cells) {
    String label = cells[0];
    if (cells.length < 2 || !(isLabel(label) || BEFORE_LABEL.matcher(label).lookingAt())) {
      return false;
    }
    int now = 1;
    int before = -1;
    int headed = isLabel(head[0]) ? 0 : Math.min(head.length, cells.length);
    for (int c = 1; c < headed; c++) {
      now = NEW.matcher(head[c]).matches() ? c : now;
      before = OLD.matcher(head[c]).matches() ? c : before;
    }
    if (now == before) {
      now = 3 - before;
    }
    String all = String.join(" ", List.of(cells).subList(1, cells.length));
    if (before < 0 && readPieces(List.of(labelled(label, all)))) {
      return true;
    }
    boolean read = now < cells.length && readPieces(List.of(labelled(label, cells[now])));
    if (read && before > 0) {
      readPiece(labelled("previous " + label, cells[before]));
    }
    return read;
  }

  /// A row of labels over a row of values. One label alone heads a list of what ratings mean.
  private boolean readColumns(String[] head, String[] values) {
    int columns = Math.min(head.length, values.length);
    List<String> pieces = new ArrayList<>();
    int labels = 0;
    for (int c = 0; c < columns; c++) {
      if (isLabel(head[c])) {
        labels++;
        pieces.add(labelled(head[c], values[c]));
        if (c + 1 < columns && OLD.matcher(head[c + 1]).matches()) {
          pieces.add(labelled("previous " + head[c], values[c + 1]));
        }
      }
    }
    return labels > 1 && readPieces(pieces);
  }

  // ---- amounts

  private static String amount(String suffix) {
    return "(?<symbol"
        + suffix
        + ">"
        + SYMBOL
        + ")?\\s?(?<number"
        + suffix
        + ">"
        + NUMBER
        + ")(?:\\s?(?<after"
        + suffix
        + ">"
        + SYMBOL
        + "|p|pence))?";
  }

  private static @Nullable BigDecimal number(Matcher matcher, String suffix) {
    String number = matcher.group("number" + suffix);
    return number == null ? null : new BigDecimal(number.replaceAll("[,’' ]", ""));
  }

  private static @Nullable String currency(Matcher matcher, String suffix) {
    String symbol = matcher.group("symbol" + suffix);
    symbol = symbol == null ? matcher.group("after" + suffix) : symbol;
    symbol = symbol == null && suffix.isEmpty() ? matcher.group("unit") : symbol;
    if (symbol == null) {
      return null;
    }
    String lower = symbol.toLowerCase(Locale.ROOT);
    if (lower.equals("p") || lower.equals("pence")) {
      return PENCE;
    }
    String code = Currencies.ofSign(lower.equals("rs.") ? "rs" : lower);
    return code == null && lower.matches("[a-z]{3}") ? symbol.toUpperCase(Locale.ROOT) : code;
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}
