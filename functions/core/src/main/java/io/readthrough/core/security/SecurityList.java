package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.PhraseIndex;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One list of securities, as its rows are read.
public final class SecurityList implements SecurityMaster {
  // Those that the compiled list is written from keep the order of the rows.
  final List<Security> securities = new ArrayList<>();
  final Map<String, Security> byTicker = new LinkedHashMap<>();
  final Map<String, Security> byIsin = new LinkedHashMap<>();
  final Set<String> wordTickers = new LinkedHashSet<>();
  final PhraseIndex index = new PhraseIndex();
  final List<@Nullable Name> names = new ArrayList<>();
  private final Map<String, String> sectors = new HashMap<>();
  private final WordTable commonWords;

  /// @param commonWords names of one word that are ambiguous, whatever the list says
  SecurityList(WordTable commonWords) {
    this.commonWords = commonWords;
  }

  /// The securities that the product knows by itself.
  public static SecurityMaster builtIn() {
    return SecurityMaster.builtIn();
  }

  /// All securities, in the order of the list.
  @Override
  public List<Security> securities() {
    return List.copyOf(securities);
  }

  @Override
  public @Nullable Security byTicker(String ticker) {
    return byTicker.get(ticker);
  }

  @Override
  public @Nullable Security byIsin(String isin) {
    return byIsin.get(isin);
  }

  @Override
  public @Nullable String sector(Security security) {
    return sectors.get(security.entityId());
  }

  @Override
  public boolean isWord(String ticker) {
    return wordTickers.contains(ticker);
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
    return names.get(number);
  }

  /// How many numbers of names there are.
  int nameCount() {
    return names.size();
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

  void addListing(Security security, @Nullable String mic, String code) {
    byTicker.putIfAbsent(Exchanges.standard().ticker(mic, code), security);
  }

  void addWordTicker(String code) {
    wordTickers.add(code);
  }

  void addName(Security security, Tokens form, int from, int to, boolean marked) {
    if (from == to) {
      return;
    }
    boolean ambiguous =
        marked || (to - from == 1 && commonWords.find(form, from) != WordTable.ABSENT);
    int number = index.add(form, from, to, names.size());
    if (number == names.size()) {
      names.add(Name.of(security, form, from, to, ambiguous));
      return;
    }
    Name first = names.get(number);
    Name second = Name.of(security, form, from, to, ambiguous);
    if (first != null && first.isStyledAs(second)) {
      names.set(number, second);
      return;
    }
    boolean both = first != null && first.ambiguous() && ambiguous;
    if (both && !first.security().equals(security)) {
      names.set(number, first.orElse(security));
    }
  }

  /// Adds the beginning of a legal name, unless it is a name already.
  void addShortForm(Security security, Tokens form, int from, int to) {
    if (index.add(form, from, to, names.size()) == names.size()) {
      names.add(Name.shortForm(security, form, from, to));
    }
  }

  void addLookalike(Tokens phrase) {
    if (index.add(phrase, 0, phrase.size(), names.size()) == names.size()) {
      names.add(null);
    }
  }

  /// "equity:CLSK", "private:openai": the ticker where there is one, else the name.
  static String entityId(AssetType type, @Nullable String ticker, String name) {
    return kind(type) + ':' + (ticker == null ? kebab(name) : ticker);
  }

  /// "equity": the type as lists and ids print it.
  static String kind(AssetType type) {
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
}
