package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.ArrayReader;
import io.readthrough.core.text.ArrayWriter;
import io.readthrough.core.text.WordTable;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// Securities that are made when they are asked for, each once.
final class StoredSecurities extends AbstractList<Security> implements RandomAccess {
  private static final List<AssetType> TYPES = List.of(AssetType.values());

  private final WordTable keys;
  private final int[] types;
  private final List<@Nullable String> exchanges;
  private final int[] nameEnds;
  private final char[] names;
  private final @Nullable Security[] made;

  /// @param keys begin with those of the securities, in their order
  StoredSecurities(WordTable keys, ArrayReader in) {
    this.keys = keys;
    types = in.numbers();
    exchanges = new OneOfFew(in);
    nameEnds = in.numbers();
    names = in.chars();
    made = new Security[types.length];
  }

  static void write(ArrayWriter out, List<Security> all) {
    StringBuilder names = new StringBuilder();
    out.numbers(all.stream().mapToInt(s -> TYPES.indexOf(s.assetType())).toArray());
    OneOfFew.write(out, all.stream().map(Security::exchangeMic).toList());
    out.numbers(all.stream().mapToInt(s -> names.append(s.name()).length()).toArray());
    out.chars(names.toString());
  }

  @Override
  public Security get(int number) {
    Security known = made[number];
    return known == null ? make(number) : known;
  }

  @Override
  public int size() {
    return types.length;
  }

  private synchronized Security make(int number) {
    Security known = made[number];
    if (known != null) {
      return known;
    }
    String key = keys.word(number);
    AssetType type = TYPES.get(types[number]);
    String ticker = SecurityList.isId(key) ? null : key;
    int start = number == 0 ? 0 : nameEnds[number - 1];
    Security security =
        new Security(
            ticker == null ? key : SecurityList.entityId(type, ticker, ""),
            ticker,
            String.valueOf(names, start, nameEnds[number] - start),
            exchanges.get(number),
            type);
    made[number] = security;
    return security;
  }
}
