package io.readthrough.core.security;

import io.readthrough.core.text.ArrayWriter;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes of the built-in list's files what the product loads, so that a cold start neither cuts
/// names into words nor builds an index of them. Run by the build.
public final class SecurityListCompiler {
  /// The name of the compiled list, beside the files it is made of.
  public static final String COMPILED = "securities.bin";

  private final SecurityList list;
  private final List<Security> securities;

  /// Where each security stands in the list; never gone through.
  private final Map<Security, Integer> numbers = new HashMap<>();

  private final WordTable keys = new WordTable();

  private SecurityListCompiler(SecurityList list) {
    this.list = list;
    this.securities = list.securities();
  }

  /// The compiled list: the same bytes for the same files, on every machine.
  ///
  /// @throws IllegalStateException when a row is none of a security, or two securities have the
  ///   same ticker or id; it names them
  public static byte[] compile() {
    return compile(SecurityListReader.read());
  }

  /// What [CompiledSecurities] reads in the same order.
  static byte[] compile(SecurityList list) {
    return new SecurityListCompiler(list).write();
  }

  private byte[] write() {
    ArrayWriter out = new ArrayWriter(CompiledSecurities.MAGIC);
    writeTables(out);
    out.numbers(
        securities.stream()
            .mapToInt(s -> CompiledSecurities.TYPES.indexOf(s.assetType()))
            .toArray());
    writeOneOfFew(out, Security::exchangeMic);
    writeOneOfFew(out, list::sector);
    writeLegalNames(out);
    list.index.write(out);
    writeNames(out);
    return out.bytes();
  }

  private void writeTables(ArrayWriter out) {
    for (Security security : securities) {
      int number = numbers.size();
      numbers.put(security, number);
      addKey(CompiledSecurities.key(security), number);
    }
    list.byTicker.forEach((ticker, security) -> addKey(ticker, number(security)));
    keys.write(out);
    WordTable isins = new WordTable();
    list.byIsin.forEach((isin, security) -> isins.add(isin, number(security)));
    isins.write(out);
    WordTable wordTickers = new WordTable();
    list.wordTickers.forEach(ticker -> wordTickers.add(ticker, 0));
    wordTickers.write(out);
  }

  private void addKey(String key, int number) {
    int first = keys.add(key, number);
    if (first != number) {
      throw new IllegalStateException(
          "'%s' is a ticker or id of two securities of the list, %s and %s: take it from one"
              .formatted(key, securities.get(first).name(), securities.get(number).name()));
    }
  }

  /// Writes what is one of a few values for each security: the values, then for each its place
  /// among them.
  private void writeOneOfFew(ArrayWriter out, Function<Security, @Nullable String> column) {
    List<String> values = new ArrayList<>();
    int[] places = new int[securities.size()];
    for (int i = 0; i < places.length; i++) {
      String value = column.apply(securities.get(i));
      if (value != null && !values.contains(value)) {
        values.add(value);
      }
      places[i] = value == null ? CompiledSecurities.NONE : values.indexOf(value);
    }
    out.strings(values);
    out.numbers(places);
  }

  private void writeLegalNames(ArrayWriter out) {
    StringBuilder text = new StringBuilder();
    int[] ends = securities.stream().mapToInt(s -> text.append(s.name()).length()).toArray();
    out.numbers(ends);
    out.chars(text.toString());
  }

  private void writeNames(ArrayWriter out) {
    int size = list.names.size();
    int[] owners = new int[size];
    int[] seconds = new int[size];
    int[] styles = new int[size];
    for (int i = 0; i < size; i++) {
      Name name = list.names.get(i);
      owners[i] = name == null ? CompiledSecurities.NONE : number(name.security());
      seconds[i] = name == null ? CompiledSecurities.NONE : number(name.otherwise());
      styles[i] = name == null ? 0 : CompiledSecurities.style(name);
    }
    out.numbers(owners);
    out.numbers(seconds);
    out.numbers(styles);
  }

  private int number(@Nullable Security security) {
    Integer number = security == null ? null : numbers.get(security);
    return number == null ? CompiledSecurities.NONE : number;
  }
}
