package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
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
  private static final int COLUMNS = 9;

  private final Exchanges exchanges;
  private final List<Security> securities = new ArrayList<>();
  private final Map<String, Security> byTicker = new HashMap<>();
  private final Map<String, Security> byIsin = new HashMap<>();
  private final Map<String, String> sectors = new HashMap<>();
  private final Set<String> wordTickers = new HashSet<>();
  private final NameIndex index = new NameIndex();
  private final List<@Nullable Name> names = new ArrayList<>();

  private SecurityList(Exchanges exchanges) {
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

  /// The longest name that starts at token `i`, as [NameIndex#find] answers it; its value is the
  /// number that [#name] takes.
  long findName(Tokens tokens, int i) {
    return index.find(tokens, i);
  }

  /// The name with this number; null for a phrase in which a word only looks like a name.
  @Nullable Name name(int number) {
    return names.get(number);
  }

  private static SecurityList read() {
    SecurityList list = new SecurityList(Exchanges.standard());
    for (String[] row : Rows.of("securities.tsv", COLUMNS)) {
      list.add(row);
    }
    for (String[] row : Rows.of("lookalikes.txt", 1)) {
      list.addLookalike(Tokens.of(row[0]));
    }
    return list;
  }

  private void add(String[] row) {
    AssetType type = AssetType.valueOf(row[4].toUpperCase(Locale.ROOT));
    String mic = row[1].isEmpty() ? null : row[1];
    String ticker = row[0].isEmpty() ? null : mic == null ? row[0] : exchanges.ticker(mic, row[0]);
    Tokens legal = Tokens.of(row[2]);
    int from = legal.size() > 1 && legal.is(0, "the") ? 1 : 0;
    int core = LegalForms.core(legal, from, legal.size());
    String name = legal.span(from, core).of(row[2]);
    Security security = new Security(entityId(type, ticker, name), ticker, row[2], mic, type);
    securities.add(security);
    if (ticker != null) {
      byTicker.putIfAbsent(ticker, security);
    }
    for (String listing : Rows.parts(row[7])) {
      int colon = listing.indexOf(':');
      String other = exchanges.ticker(listing.substring(0, colon), listing.substring(colon + 1));
      byTicker.putIfAbsent(other, security);
    }
    if (!row[8].isEmpty()) {
      byIsin.put(row[8], security);
    }
    if (!row[5].isEmpty()) {
      sectors.put(security.entityId(), row[5]);
    }
    // What is ambiguous goes first: a short form that is marked so is also the legal name's core.
    for (String form : Rows.parts(row[6])) {
      if (form.equals(row[0])) {
        wordTickers.add(form);
      }
      if (!form.equals(row[0]) || type != AssetType.EQUITY || form.equals(name)) {
        addName(security, Tokens.of(form), true);
      }
    }
    addName(security, legal, from, core, false);
    for (String alias : Rows.parts(row[3])) {
      addName(security, Tokens.of(alias), false);
    }
  }

  private void addName(Security security, Tokens form, boolean ambiguous) {
    addName(security, form, 0, form.size(), ambiguous);
  }

  private void addName(Security security, Tokens form, int from, int to, boolean ambiguous) {
    if (index.add(form, from, to, names.size()) == names.size()) {
      names.add(Name.of(security, form, from, to, ambiguous));
    }
  }

  private void addLookalike(Tokens phrase) {
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
    private static final SecurityList LIST = read();
  }
}
