package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.security.SecurityMaster.FoundName;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// A firm's own securities. Its list may have many thousands, is read by a function that has just
/// started, whose code is cold, and a note names a few of them: so nothing is made of the rows but
/// tables of their tickers and of the first words of their names. What else the names are is found
/// out for all that begin with a word, once, when a text has that word.
final class FirmRows {
  /// Words that a firm may list as a name and cannot mean everywhere.
  private static final WordTable COMMON_WORDS =
      WordTable.of(
          "a an the and or but nor so yet if in on at by for to of it is as be am are was do did"
              + " has had have not no yes we us our you your he she his her its they them their"
              + " this that these those who whom whose which what when where why how all any both"
              + " each few more most other some such only own same than too very can will just may"
              + " might must shall should would could now new old first last next one two up down"
              + " out off over under again then here there inc corp company group plc ltd limited"
              + " holdings bank price target buy sell hold long short rating market markets stock"
              + " stocks share shares revenue margin profit loss growth risk year quarter month"
              + " week day high low good bad i me my");

  /// A longer word in capitals is no acronym.
  private static final int LONGEST_ACRONYM = 3;

  private final List<ListedSecurity> listed;
  private final List<Registrant> registrants;
  private final SecurityMaster builtIn;

  // Rows are numbered: those that are listed, then those of the register.

  private final WordTable tickers;
  private final WordTable isins = new WordTable();
  private final WordTable wordTickers = new WordTable();
  private final FirstWords firstWords;

  /// Of each registrant the group of its name.
  private final int[] registered;

  /// What is known of each group of names whose word a text had. Two threads may find it out at
  /// once, and find the same.
  private final AtomicReferenceArray<@Nullable Group> groups;

  FirmRows(List<ListedSecurity> listed, List<Registrant> registrants, SecurityMaster builtIn) {
    this.listed = listed;
    this.registrants = registrants;
    this.builtIn = builtIn;
    int rows = listed.size() + registrants.size();
    this.tickers = WordTable.withRoomFor(rows);
    this.firstWords = new FirstWords(rows);
    this.registered = new int[registrants.size()];
    for (int i = 0; i < listed.size(); i++) {
      add(listed.get(i), i);
    }
    for (int i = 0; i < registrants.size(); i++) {
      registered[i] = add(registrants.get(i), listed.size() + i);
    }
    this.groups = new AtomicReferenceArray<>(firstWords.size());
  }

  /// The names that begin with a word.
  ///
  /// @param lines of each registrant among them, by its row, the security that it is a line of
  private record Group(SecurityList names, Map<Integer, Security> lines) {}

  /// The security with this ticker or other listing.
  @Nullable Security byTicker(String ticker) {
    return security(tickers.find(ticker));
  }

  @Nullable Security byIsin(String isin) {
    return security(isins.find(isin));
  }

  boolean isWord(String ticker) {
    return wordTickers.find(ticker) != WordTable.ABSENT;
  }

  /// The longest name that starts at token `i`.
  @Nullable FoundName findName(Tokens tokens, int i) {
    int group = firstWords.find(tokens, i);
    return group == FirstWords.NONE ? null : group(group).names().findName(tokens, i);
  }

  /// The sector of a security, if it is one of these.
  @Nullable String sector(Security security) {
    String firstWord = FirstWords.ofLegalName(security.name());
    int group = firstWord == null ? FirstWords.NONE : firstWords.find(firstWord);
    return group == FirstWords.NONE ? null : group(group).names().sector(security);
  }

  private @Nullable Security security(int row) {
    if (row == WordTable.ABSENT) {
      return null;
    }
    if (row < listed.size()) {
      return SecurityListBuilder.security(listed.get(row));
    }
    return group(registered[row - listed.size()]).lines().get(row);
  }

  private void add(ListedSecurity security, int row) {
    String code = security.code();
    if (code != null) {
      tickers.add(Exchanges.standard().ticker(security.mic(), code), row);
      if (security.ambiguous().contains(code)) {
        wordTickers.add(code, row);
      }
    }
    for (ListedSecurity.Listing line : security.listings()) {
      tickers.add(Exchanges.standard().ticker(line.mic(), line.code()), row);
    }
    if (security.isin() != null) {
      isins.add(security.isin(), row);
    }
    addName(FirstWords.ofLegalName(security.name()), row);
    for (String name : security.ambiguous()) {
      addName(FirstWords.of(name), row);
    }
    for (String name : security.aliases()) {
      addName(FirstWords.of(name), row);
    }
  }

  private void addName(@Nullable String firstWord, int row) {
    if (firstWord != null) {
      firstWords.add(firstWord, row);
    }
  }

  /// Adds a line of a register and answers the group of its name, unless it has none or its ticker
  /// is known.
  private int add(Registrant line, int row) {
    String firstWord = FirstWords.ofLegalName(line.name());
    return firstWord != null && tickers.add(ticker(line), row) == row
        ? firstWords.add(firstWord, row)
        : FirstWords.NONE;
  }

  private static String ticker(Registrant line) {
    return Exchanges.standard().ticker(line.mic(), line.code());
  }

  private Group group(int number) {
    Group known = groups.get(number);
    if (known != null) {
      return known;
    }
    Group found = read(firstWords.rows(number));
    groups.set(number, found);
    return found;
  }

  private Group read(int... rows) {
    SecurityListBuilder names = new SecurityListBuilder(COMMON_WORDS);
    List<ListedSecurity> securities = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    List<String> lineNames = new ArrayList<>();
    for (int row : rows) {
      if (row < listed.size()) {
        securities.add(listed.get(row));
      } else {
        lines.add(row);
        lineNames.add(inMixedCase(registrants.get(row - listed.size()).name()));
      }
    }
    names.addAll(securities);
    NameTokens cut = NameTokens.of(lineNames);
    Map<Integer, Security> meant = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Registrant line = registrants.get(lines.get(i) - listed.size());
      meant.put(lines.get(i), add(names, line, cut, i));
    }
    return new Group(names.build(), meant);
  }

  /// Adds a line of a register, unless its company is known, and answers what it is a line of.
  private Security add(SecurityListBuilder names, Registrant line, NameTokens cut, int number) {
    Tokens tokens = cut.tokens();
    int from = cut.fromAfterArticle(number);
    int to = cut.to(number);
    int core = LegalForms.core(tokens, from, to);
    Security known = names.company(tokens, from, core);
    FoundName found = known == null ? builtIn.findName(tokens, from) : null;
    if (found != null) {
      known = found.companyUpTo(core);
    }
    if (known != null) {
      return known;
    }
    String ticker = ticker(line);
    Security security =
        new Security(
            SecurityList.entityId(AssetType.EQUITY, ticker, ""),
            ticker,
            tokens.span(from, to).of(tokens.text()),
            line.mic(),
            AssetType.EQUITY);
    names.addName(names.add(security, null), tokens, from, core, core - from == 1);
    return security;
  }

  /// "Bit Digital" for "BIT DIGITAL": registers print names in capitals, notes seldom do.
  private static String inMixedCase(String name) {
    StringBuilder mixed = new StringBuilder(name);
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || !Character.isLetter(name.charAt(i))) {
        if (i - start > LONGEST_ACRONYM && isInCapitals(name, start, i)) {
          for (int k = start + 1; k < i; k++) {
            mixed.setCharAt(k, Character.toLowerCase(name.charAt(k)));
          }
        }
        start = i + 1;
      }
    }
    return mixed.toString();
  }

  private static boolean isInCapitals(String name, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isUpperCase(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
