package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.PhraseIndex;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Securities by ticker, ISIN and name. Built once, then read by any number of threads.
public final class SecurityList {
  private final Exchanges exchanges;
  private final List<Security> securities = new ArrayList<>();
  private final Map<String, Security> byTicker = new HashMap<>();
  private final Map<String, Security> byIsin = new HashMap<>();
  private final Map<String, String> sectors = new HashMap<>();
  private final Set<String> wordTickers = new HashSet<>();
  private final PhraseIndex index = new PhraseIndex();
  private final List<@Nullable Name> names = new ArrayList<>();

  SecurityList(Exchanges exchanges) {
    this.exchanges = exchanges;
  }

  /// The securities that the product knows by itself.
  public static SecurityList builtIn() {
    return BuiltIn.LIST;
  }

  /// All securities, in the order of the list.
  public List<Security> securities() {
    return List.copyOf(securities);
  }

  /// The security whose ticker, as [Security#ticker] writes it, or other listing is `ticker`.
  public @Nullable Security byTicker(String ticker) {
    return byTicker.get(ticker);
  }

  /// The security with this ISIN.
  public @Nullable Security byIsin(String isin) {
    return byIsin.get(isin);
  }

  /// The sector of a listed security: "technology".
  public @Nullable String sector(Security security) {
    return sectors.get(security.entityId());
  }

  Exchanges exchanges() {
    return exchanges;
  }

  /// Whether the ticker is a common word or abbreviation too: "ALL", "IT".
  boolean isWord(String ticker) {
    return wordTickers.contains(ticker);
  }

  /// The longest name that starts at token `i`, as [PhraseIndex#find] answers it; its value is the
  /// number that [#name] takes.
  long findName(Tokens tokens, int i) {
    return index.find(tokens, i);
  }

  /// The name with this number; null for a phrase in which a word only looks like a name.
  @Nullable Name name(int number) {
    return names.get(number);
  }

  void add(Security security, @Nullable String sector, @Nullable String isin) {
    securities.add(security);
    if (security.ticker() != null) {
      byTicker.putIfAbsent(security.ticker(), security);
    }
    if (sector != null) {
      sectors.put(security.entityId(), sector);
    }
    if (isin != null) {
      byIsin.put(isin, security);
    }
  }

  void addListing(Security security, String mic, String code) {
    byTicker.putIfAbsent(exchanges.ticker(mic, code), security);
  }

  void addWordTicker(String code) {
    wordTickers.add(code);
  }

  void addName(Security security, Tokens form, int from, int to, boolean ambiguous) {
    int number = index.add(form, from, to, names.size());
    if (number == names.size()) {
      names.add(Name.of(security, form, from, to, ambiguous));
      return;
    }
    Name first = names.get(number);
    boolean both = first != null && first.ambiguous() && ambiguous;
    if (both && !first.security().equals(security)) {
      names.set(number, first.orElse(security));
    }
  }

  void addLookalike(Tokens phrase) {
    if (index.add(phrase, 0, phrase.size(), names.size()) == names.size()) {
      names.add(null);
    }
  }

  /// "equity:CLSK", "private:openai": the ticker where there is one, else the name.
  static String entityId(AssetType type, @Nullable String ticker, String name) {
    String kind = type.name().toLowerCase(Locale.ROOT);
    return kind + ':' + (ticker == null ? kebab(name) : ticker);
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
  private static final class BuiltIn {
    private static final SecurityList LIST = SecurityListReader.read();
  }
}
