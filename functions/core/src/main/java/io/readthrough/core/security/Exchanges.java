package io.readthrough.core.security;

import io.readthrough.core.text.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Exchanges and the codes that notes use for them.
public final class Exchanges {
  /// The country code that Bloomberg puts behind every American ticker.
  private static final String AMERICAN = "US";

  private final Map<String, String> suffixes = new HashMap<>();
  private final Map<String, String> byReuters = new HashMap<>();
  private final Map<String, String> byBloomberg = new HashMap<>();
  private final Map<String, String> byName = new HashMap<>();

  private final List<String> withSuffix = new ArrayList<>();

  private Exchanges() {}

  /// All that are known.
  public static Exchanges standard() {
    return Standard.EXCHANGES;
  }

  /// The ISO 10383 code of an exchange that is printed by that code or by a name: "XNAS", "Nasdaq",
  /// "NYSE American". Null when none is known by it.
  public @Nullable String mic(String printed) {
    String code = printed.strip().toUpperCase(Locale.ROOT);
    return suffixes.containsKey(code)
        ? code
        : byName.get(code.toLowerCase(Locale.ROOT).replace(" ", ""));
  }

  private static Exchanges read() {
    Exchanges exchanges = new Exchanges();
    List<String[]> rows = Rows.of(SecurityList.class, "exchanges.tsv", 5);
    for (String[] row : rows.subList(1, rows.size())) {
      String mic = row[0];
      exchanges.suffixes.put(mic, row[1]);
      if (!row[1].isEmpty()) {
        exchanges.withSuffix.add(mic);
      }
      putAll(exchanges.byReuters, row[2], mic);
      putAll(exchanges.byBloomberg, row[3], mic);
      putAll(exchanges.byName, row[4], mic);
    }
    return exchanges;
  }

  private static void putAll(Map<String, String> map, String codes, String mic) {
    for (String code : Rows.parts(codes)) {
      map.putIfAbsent(code, mic);
    }
  }

  /// The exchange of the code after a dot: "JPM.N".
  @Nullable String byReuters(String code) {
    return byReuters.get(code);
  }

  /// The exchange of the code after a blank: "BA US".
  @Nullable String byBloomberg(String code) {
    return byBloomberg.get(code);
  }

  /// The exchange of the name before a colon, in lower case without blanks: "nasdaq".
  @Nullable String byName(String name) {
    return byName.get(name);
  }

  /// The exchanges whose tickers have a suffix.
  List<String> withSuffix() {
    return withSuffix;
  }

  /// Whether `code` names an exchange only by its country, so that the ticker decides which.
  static boolean isCountry(String code) {
    return code.equals(AMERICAN);
  }

  /// The ticker as we write it: "AAPL", "BAS.DE", "0358.HK". It is unique among all exchanges;
  /// those of the United States share one set of codes, and so does what trades on none.
  String ticker(@Nullable String mic, String code) {
    String suffix = mic == null ? "" : suffixes.getOrDefault(mic, "");
    if (suffix.isEmpty()) {
      return code;
    }
    String padded = suffix.equals("HK") ? "0".repeat(Math.max(0, 4 - code.length())) + code : code;
    return padded + '.' + suffix;
  }

  /// Read on first use.
  private static final class Standard {
    private static final Exchanges EXCHANGES = read();
  }
}
