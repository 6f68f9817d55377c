package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.ArrayReader;
import io.readthrough.core.text.ArrayWriter;
import io.readthrough.core.text.PhraseIndex;
import io.readthrough.core.text.Rows;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One list of securities: tables and arrays, of which a name is made when it is asked for. A note
/// names a few of the many thousands.
///
/// The securities are numbered in the order of the list. [SecurityListBuilder] makes a list of
/// rows; the built-in one is read as the bytes that [#write] made when the product was built.
public final class SecurityList implements SecurityMaster {
  /// Stands for nothing among numbers.
  static final int NONE = WordTable.ABSENT;

  /// A firm's list may have thousands of rows with one name, which a mention of it need not weigh.
  private static final int MOST_OTHERS = 8;

  private static final String COMPILED = SecurityListCompiler.COMPILED;

  /// Changes with the format.
  private static final int MAGIC = 0x52545333;

  private final List<Security> securities;

  /// The number of a security by its key, and by its other tickers.
  private final WordTable keys;

  private final WordTable isins;
  private final WordTable wordTickers;
  private final List<@Nullable String> sectors;
  private final PhraseIndex index;

  /// For each name its security; [#NONE] for a phrase in which a word only looks like a name.
  private final int[] owners;

  /// For each name the next that has the same words, or [#NONE].
  private final int[] others;

  private final int[] styles;

  /// @param sectors of each security, where known
  SecurityList(
      List<Security> securities,
      WordTable keys,
      WordTable isins,
      WordTable wordTickers,
      List<@Nullable String> sectors,
      PhraseIndex index,
      int[] owners,
      int[] others,
      int[] styles) {
    this.securities = securities;
    this.keys = keys;
    this.isins = isins;
    this.wordTickers = wordTickers;
    this.sectors = sectors;
    this.index = index;
    this.owners = owners;
    this.others = others;
    this.styles = styles;
  }

  /// The securities that the product knows by itself.
  public static SecurityList builtIn() {
    return Standard.LIST;
  }

  /// Reads what [#write] wrote. A security is made when it is asked for.
  ///
  /// @throws IllegalStateException when the bytes are of something else or not all there
  static SecurityList read(byte[] bytes) {
    ArrayReader in = new ArrayReader(COMPILED, MAGIC, bytes);
    WordTable keys = WordTable.read(in);
    return new SecurityList(
        new StoredSecurities(keys, in),
        keys,
        WordTable.read(in),
        WordTable.read(in),
        new OneOfFew(in),
        PhraseIndex.read(in),
        in.numbers(),
        in.numbers(),
        in.numbers());
  }

  /// The list as bytes: the same for the same list, on every machine.
  ///
  /// @throws IllegalStateException when two securities have the same ticker or id; it names them
  byte[] write() {
    ArrayWriter out = new ArrayWriter(MAGIC);
    keysInOrder().write(out);
    StoredSecurities.write(out, securities);
    isins.write(out);
    wordTickers.write(out);
    OneOfFew.write(out, sectors);
    index.write(out);
    out.numbers(owners);
    out.numbers(others);
    out.numbers(styles);
    return out.bytes();
  }

  /// The keys of the securities in the order of the list, then their other tickers.
  private WordTable keysInOrder() {
    WordTable ordered = new WordTable();
    for (int i = 0; i < securities.size(); i++) {
      String key = key(securities.get(i));
      int first = keys.find(key);
      if (first != i) {
        throw new IllegalStateException(
            "'%s' is a ticker or id of two securities of the list, %s and %s: take it from one"
                .formatted(key, securities.get(first).name(), securities.get(i).name()));
      }
      ordered.add(key, i);
    }
    for (int i = 0; i < keys.size(); i++) {
      ordered.add(keys.word(i), keys.find(keys.word(i)));
    }
    return ordered;
  }

  /// All securities, in the order of the list.
  public List<Security> securities() {
    return securities;
  }

  @Override
  public @Nullable Security byTicker(String ticker) {
    return isId(ticker) ? null : security(keys.find(ticker));
  }

  @Override
  public @Nullable Security byIsin(String isin) {
    return security(isins.find(isin));
  }

  @Override
  public @Nullable String sector(Security security) {
    int number = keys.find(key(security));
    // Another list may give the ticker to something else.
    boolean same = number != NONE && securities.get(number).entityId().equals(security.entityId());
    return same ? sectors.get(number) : null;
  }

  @Override
  public boolean isWord(String ticker) {
    return wordTickers.find(ticker) != NONE;
  }

  @Override
  public boolean standsAlone(String ticker) {
    return true;
  }

  @Override
  public @Nullable FoundName findName(Tokens tokens, int i) {
    long found = index.find(tokens, i);
    return found == PhraseIndex.NONE
        ? null
        : new FoundName(PhraseIndex.end(found), name(PhraseIndex.value(found)));
  }

  /// The name that was added after `number` others; null for a phrase that only looks like one.
  @Nullable Name name(int number) {
    Security owner = security(owners[number]);
    return owner == null ? null : new Name(owner, styles[number], others(number));
  }

  private List<Security> others(int number) {
    if (others[number] == NONE) {
      return List.of();
    }
    List<Security> all = new ArrayList<>();
    for (int each = others[number]; each != NONE && all.size() < MOST_OTHERS; each = others[each]) {
      all.add(securities.get(owners[each]));
    }
    return List.copyOf(all);
  }

  /// How many names there are, with phrases that only look like one and each further meaning.
  int nameCount() {
    return owners.length;
  }

  private @Nullable Security security(int number) {
    return number == NONE ? null : securities.get(number);
  }

  /// What a security is found by: its ticker, or its id, which has a colon as no ticker has.
  static String key(Security security) {
    return security.ticker() == null ? security.entityId() : security.ticker();
  }

  static boolean isId(String key) {
    return key.indexOf(':') >= 0;
  }

  /// "equity:CLSK", "private:openai": the ticker where there is one, else the name.
  static String entityId(AssetType type, @Nullable String ticker, String name) {
    return kind(type) + ':' + (ticker == null ? kebab(name) : ticker);
  }

  /// "equity": the type as ids print it.
  private static String kind(AssetType type) {
    return switch (type) {
      case EQUITY -> "equity";
      case ETF -> "etf";
      case INDEX -> "index";
      case CRYPTO -> "crypto";
      case FX -> "fx";
      case COMMODITY -> "commodity";
      case RATE -> "rate";
      case PRIVATE -> "private";
      case GROUP -> "group";
    };
  }

  /// `name` in lower case, its letters and digits joined by hyphens.
  static String kebab(String name) {
    StringBuilder kebab = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        kebab.append(Character.toLowerCase(c));
      } else if (!kebab.isEmpty() && kebab.charAt(kebab.length() - 1) != '-') {
        kebab.append('-');
      }
    }
    int end = kebab.length();
    if (end > 0 && kebab.charAt(end - 1) == '-') {
      end--;
    }
    return kebab.substring(0, end);
  }

  /// Read on first use.
  private static final class Standard {
    private static final SecurityList LIST = read(Rows.bytes(SecurityList.class, COMPILED));
  }
}
