package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.ArrayReader;
import io.readthrough.core.text.PhraseIndex;
import io.readthrough.core.text.Rows;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// The built-in list as [SecurityListCompiler] writes it: tables and arrays, of which a security or
/// a name is made when it is asked for. A note names a few of the many thousands.
final class CompiledSecurities implements SecurityMaster {
  /// Changes with the format.
  static final int MAGIC = 0x52545331;

  /// Stands for nothing among numbers.
  static final int NONE = WordTable.ABSENT;

  static final List<AssetType> TYPES = List.of(AssetType.values());
  private static final List<Name.Letters> LETTERS = List.of(Name.Letters.values());

  // The parts of a name's style. So many words as bits are left may have capitals.
  private static final int LETTERS_MASK = 3;
  private static final int AMBIGUOUS = 1 << 2;
  private static final int SHORT_FORM = 1 << 3;
  private static final int CAPITALS = 4;

  /// The number of a security by its key, in the order of the list, then by its other listings.
  private final WordTable keys;

  private final WordTable isins;
  private final WordTable wordTickers;
  private final int[] types;
  private final String[] exchanges;
  private final int[] exchangeOf;
  private final String[] sectors;
  private final int[] sectorOf;
  private final int[] legalNameEnds;
  private final char[] legalNames;
  private final PhraseIndex index;

  /// For each name its security; [#NONE] for a phrase in which a word only looks like a name.
  private final int[] owners;

  /// For each name the security that it means otherwise, or [#NONE].
  private final int[] seconds;

  private final int[] styles;

  /// The securities that were asked for.
  private final @Nullable Security[] made;

  /// @throws IllegalStateException when the bytes are of something else or not all there
  CompiledSecurities(byte[] bytes) {
    ArrayReader in = new ArrayReader(SecurityListCompiler.COMPILED, MAGIC, bytes);
    keys = WordTable.read(in);
    isins = WordTable.read(in);
    wordTickers = WordTable.read(in);
    types = in.numbers();
    exchanges = in.strings();
    exchangeOf = in.numbers();
    sectors = in.strings();
    sectorOf = in.numbers();
    legalNameEnds = in.numbers();
    legalNames = in.chars();
    index = PhraseIndex.read(in);
    owners = in.numbers();
    seconds = in.numbers();
    styles = in.numbers();
    made = new Security[types.length];
  }

  static CompiledSecurities standard() {
    return Standard.LIST;
  }

  /// What a security is found by: its ticker, or its id, which has a colon as no ticker has.
  static String key(Security security) {
    return security.ticker() == null ? security.entityId() : security.ticker();
  }

  /// How the name counts, in a number.
  ///
  /// @throws IllegalStateException when the name has a capital in a word so far back that the
  ///   number has no bit for it
  static int style(Name name) {
    int style = (int) name.capitals() << CAPITALS;
    if (style >>> CAPITALS != name.capitals()) {
      throw new IllegalStateException(
          "'%s' has a name of more than %d words, which the compiled list cannot hold"
              .formatted(name.security().name(), Integer.SIZE - CAPITALS));
    }
    return style
        | LETTERS.indexOf(name.letters())
        | (name.ambiguous() ? AMBIGUOUS : 0)
        | (name.shortForm() ? SHORT_FORM : 0);
  }

  @Override
  public List<Security> securities() {
    return new All();
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
    if (number == NONE || sectorOf[number] == NONE) {
      return null;
    }
    // Another list may give the ticker to something else.
    boolean same = made(number).entityId().equals(security.entityId());
    return same ? sectors[sectorOf[number]] : null;
  }

  @Override
  public boolean isWord(String ticker) {
    return wordTickers.find(ticker) != WordTable.ABSENT;
  }

  @Override
  public boolean standsAlone(String ticker) {
    return true;
  }

  @Override
  public long findName(Tokens tokens, int i) {
    return index.find(tokens, i);
  }

  @Override
  public @Nullable Name name(int number) {
    if (owners[number] == NONE) {
      return null;
    }
    int style = styles[number];
    return new Name(
        made(owners[number]),
        LETTERS.get(style & LETTERS_MASK),
        style >>> CAPITALS,
        (style & AMBIGUOUS) != 0,
        (style & SHORT_FORM) != 0,
        security(seconds[number]));
  }

  private @Nullable Security security(int number) {
    return number == NONE ? null : made(number);
  }

  /// The security with this number, the same one every time.
  private Security made(int number) {
    Security known = made[number];
    return known == null ? make(number) : known;
  }

  private synchronized Security make(int number) {
    Security known = made[number];
    if (known != null) {
      return known;
    }
    String key = keys.word(number);
    AssetType type = TYPES.get(types[number]);
    String ticker = isId(key) ? null : key;
    int start = number == 0 ? 0 : legalNameEnds[number - 1];
    Security security =
        new Security(
            ticker == null ? key : SecurityList.entityId(type, ticker, ""),
            ticker,
            String.valueOf(legalNames, start, legalNameEnds[number] - start),
            exchangeOf[number] == NONE ? null : exchanges[exchangeOf[number]],
            type);
    made[number] = security;
    return security;
  }

  private static boolean isId(String key) {
    return key.indexOf(':') >= 0;
  }

  /// All securities, each made when it is asked for.
  private final class All extends AbstractList<Security> implements RandomAccess {
    @Override
    public Security get(int i) {
      return made(i);
    }

    @Override
    public int size() {
      return types.length;
    }
  }

  /// Read on first use.
  private static final class Standard {
    private static final CompiledSecurities LIST =
        new CompiledSecurities(Rows.bytes(SecurityList.class, SecurityListCompiler.COMPILED));
  }
}
