package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.Rows;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a list of securities from a table of nine columns, which `securities.tsv` describes. The
/// table is cut into tokens block by block and names are stretches of those, which costs a third of
/// cutting every name by itself when the code is cold.
final class SecurityListReader {
  private static final String SECURITIES = "securities.tsv";
  private static final String LOOKALIKES = "lookalikes.txt";
  private static final String COMMON_BEGINNINGS = "common-beginnings.txt";
  private static final int COLUMNS = 9;

  /// Marks a word that is no name by itself.
  private static final char NO_NAME = '!';

  /// How long a block is. Most hold no letter beyond Latin-1, and then their strings are made of
  /// bytes; one "ş" in a block doubles what its characters take.
  private static final int BLOCK = 8 * 1024;

  private final Exchanges exchanges = Exchanges.standard();
  private final SecurityList list;
  private final int[] columns = new int[COLUMNS + 1];
  private String text = "";
  private Tokens tokens = Tokens.of(text);
  private int token;
  private AssetType lastType = AssetType.EQUITY;

  /// Whether names count by how they begin: not those of a firm's list, which it need not gather.
  private final boolean withBeginnings;

  /// How the legal names of several words begin: with one word, with two.
  private final Map<String, Beginning> beginnings = new LinkedHashMap<>();

  /// @param tokens of the block
  /// @param owner null when several securities' names begin so
  private record Beginning(Tokens tokens, int from, int to, @Nullable Security owner) {}

  private SecurityListReader(SecurityList list, boolean withBeginnings) {
    this.list = list;
    this.withBeginnings = withBeginnings;
  }

  /// Reads the built-in list, for the build to compile.
  static SecurityList read() {
    SecurityList list = new SecurityList(new WordTable());
    SecurityListReader reader = new SecurityListReader(list, true);
    reader.readAll(Rows.text(SecurityList.class, SECURITIES));
    reader.addShortForms();
    for (String[] row : Rows.of(SecurityList.class, LOOKALIKES, 1)) {
      list.addLookalike(Tokens.of(row[0]));
    }
    return list;
  }

  /// Adds the securities of `table` to `list`.
  static void addAll(SecurityList list, String table) {
    new SecurityListReader(list, false).readAll(table);
  }

  private void readAll(String table) {
    for (int start = 0; start < table.length(); ) {
      int newline = table.indexOf('\n', Math.min(start + BLOCK, table.length() - 1));
      int end = newline < 0 ? table.length() : newline + 1;
      text = table.substring(start, end);
      tokens = Tokens.of(text);
      token = 0;
      readBlock();
      start = end;
    }
  }

  private void readBlock() {
    for (int start = 0; start < text.length(); ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      if (end > start && text.charAt(start) != '#') {
        split(start, end);
        row();
      }
      start = end + 1;
    }
  }

  /// Finds where the columns of the line start.
  private void split(int start, int end) {
    columns[0] = start;
    for (int c = 1; c < COLUMNS; c++) {
      int tab = text.indexOf('\t', columns[c - 1], end);
      if (tab < 0) {
        throw new IllegalStateException(
            "the row '%s' has not %d columns separated by tabs"
                .formatted(text.substring(start, end), COLUMNS));
      }
      columns[c] = tab + 1;
    }
    columns[COLUMNS] = end + 1;
  }

  private void row() {
    String code = cell(0);
    String mic = isEmpty(1) ? null : cell(1);
    String legalName = cell(2);
    AssetType type = type();
    String ticker = code.isEmpty() ? null : exchanges.ticker(mic, code);
    int from = tokenAt(columns[2]);
    int to = tokenAt(columns[3] - 1);
    if (to - from > 1 && tokens.is(from, "the")) {
      from++;
    }
    int core = LegalForms.core(tokens, from, to);
    String name = tokens.span(from, core).of(text);
    String entityId = SecurityList.entityId(type, ticker, name);
    Security security = new Security(entityId, ticker, legalName, mic, type);
    list.add(security, isEmpty(5) ? null : cell(5), isEmpty(8) ? null : cell(8));
    if (!isEmpty(7)) {
      for (String listing : Rows.parts(cell(7))) {
        int colon = listing.indexOf(':');
        list.addListing(security, listing.substring(0, colon), listing.substring(colon + 1));
      }
    }
    // What is ambiguous goes first: a short form that is marked so is also the legal name's core.
    addAmbiguous(security, code, name);
    list.addName(security, tokens, from, isNoName(name) ? to : core, false);
    addAliases(security);
    if (withBeginnings && (type == AssetType.EQUITY || type == AssetType.PRIVATE)) {
      for (int end = from + 1; end < Math.min(core, from + 3); end++) {
        begin(security, from, end);
      }
    }
  }

  private void begin(Security security, int from, int to) {
    String words = tokens.span(from, to).of(text);
    Beginning first = beginnings.get(words);
    boolean shared = first != null && !security.equals(first.owner());
    beginnings.put(words, new Beginning(tokens, from, to, shared ? null : security));
  }

  private void addShortForms() {
    WordTable common = new WordTable();
    for (String[] row : Rows.of(SecurityList.class, COMMON_BEGINNINGS, 1)) {
      common.add(row[0], 0);
    }
    for (Beginning each : beginnings.values()) {
      if (each.owner() != null && isName(each, common)) {
        list.addShortForm(each.owner(), each.tokens(), each.from(), each.to());
      }
    }
  }

  private static boolean isName(Beginning each, WordTable common) {
    int from = each.from();
    boolean word = each.to() == from + 1;
    boolean plain = word && common.find(each.tokens(), from) != WordTable.ABSENT;
    return !plain
        && !(word && each.tokens().allCaps(from))
        && IntroducedNames.isDistinct(each.tokens(), from, each.to());
  }

  /// Most rows have the type of the row before.
  private AssetType type() {
    String printed = SecurityList.kind(lastType);
    boolean same =
        columns[5] - columns[4] - 1 == printed.length() && text.startsWith(printed, columns[4]);
    if (!same) {
      lastType = AssetType.valueOf(cell(4).toUpperCase(Locale.ROOT));
    }
    return lastType;
  }

  /// Adds the ambiguous names. The ticker among them is a word but no name of a company, unless the
  /// company is called so.
  private void addAmbiguous(Security security, String code, String name) {
    for (int start = columns[6]; start < columns[7] - 1; start = formEnd(start, 6) + 1) {
      int end = formEnd(start, 6);
      if (text.charAt(start) == NO_NAME) {
        continue;
      }
      boolean ticker = end - start == code.length() && text.startsWith(code, start);
      if (ticker) {
        list.addWordTicker(code);
      }
      if (!ticker || security.assetType() != AssetType.EQUITY || code.equals(name)) {
        list.addName(security, tokens, tokenAt(start), tokenAt(end), true);
      }
    }
  }

  /// Whether the list says that the legal name is a name only with its form: not "Partners" of
  /// Partners Group.
  private boolean isNoName(String name) {
    for (int start = columns[6]; start < columns[7] - 1; start = formEnd(start, 6) + 1) {
      boolean same = formEnd(start, 6) - start - 1 == name.length();
      if (same && text.charAt(start) == NO_NAME && text.startsWith(name, start + 1)) {
        return true;
      }
    }
    return false;
  }

  private void addAliases(Security security) {
    for (int start = columns[3]; start < columns[4] - 1; start = formEnd(start, 3) + 1) {
      list.addName(security, tokens, tokenAt(start), tokenAt(formEnd(start, 3)), false);
    }
  }

  /// The end of the name that starts at `start` in a column of names.
  private int formEnd(int start, int column) {
    int end = columns[column + 1] - 1;
    int bar = text.indexOf('|', start, end);
    return bar < 0 ? end : bar;
  }

  /// The first token at or after `offset`, which is near the last one asked for.
  private int tokenAt(int offset) {
    while (token > 0 && tokens.start(token - 1) >= offset) {
      token--;
    }
    while (token < tokens.size() && tokens.start(token) < offset) {
      token++;
    }
    return token;
  }

  private boolean isEmpty(int column) {
    return columns[column + 1] - columns[column] <= 1;
  }

  private String cell(int column) {
    return text.substring(columns[column], columns[column + 1] - 1);
  }
}
