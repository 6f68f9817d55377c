package io.readthrough.core.security;

import io.readthrough.core.text.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Exchanges and the codes that notes use for them.
final class Exchanges {
  /// The country code that Bloomberg puts behind every American ticker.
  private static final String AMERICAN = "US";

  private final Map<String, String> suffixes = new HashMap<>();
  private final Map<String, String> byReuters = new HashMap<>();
  private final Map<String, String> byBloomberg = new HashMap<>();
  private final Map<String, String> byName = new HashMap<>();

  private Exchanges() {}

  static Exchanges standard() {
    Exchanges exchanges = new Exchanges();
    List<String[]> rows = Rows.of(SecurityList.class, "exchanges.tsv", 5);
    for (String[] row : rows.subList(1, rows.size())) {
      String mic = row[0];
      exchanges.suffixes.put(mic, row[1]);
      Rows.parts(row[2]).forEach(code -> exchanges.byReuters.putIfAbsent(code, mic));
      Rows.parts(row[3]).forEach(code -> exchanges.byBloomberg.putIfAbsent(code, mic));
      Rows.parts(row[4]).forEach(name -> exchanges.byName.putIfAbsent(name, mic));
    }
    return exchanges;
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
}
