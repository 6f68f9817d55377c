package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.PhraseIndex;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A firm's own securities before the built-in ones. The longest name counts, whichever list has
/// it; of equal ones the firm's. Where both have a ticker, the security is the firm's, and the
/// built-in names of it go on naming it.
public final class FirmSecurities implements SecurityMaster {
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

  private final SecurityList own;
  private final SecurityMaster builtIn;
  private final Map<String, Security> replaced = new HashMap<>();

  private FirmSecurities(SecurityList own, SecurityMaster builtIn) {
    this.own = own;
    this.builtIn = builtIn;
    for (Security security : own.securities()) {
      String ticker = security.ticker();
      Security before = ticker == null ? null : builtIn.byTicker(ticker);
      if (before != null && Objects.equals(before.ticker(), ticker)) {
        replaced.put(before.entityId(), security);
      }
    }
  }

  /// Makes a firm's securities known besides the built-in ones.
  ///
  /// @param listed the rows of the firm's own list
  /// @param registrants the lines of a register. Of a company that is known already, by whatever
  ///   list, they are further lines; names of one word count only where the context supports them
  public static FirmSecurities of(List<ListedSecurity> listed, List<Registrant> registrants) {
    SecurityMaster builtIn = SecurityMaster.builtIn();
    SecurityList own = new SecurityList(COMMON_WORDS);
    SecurityListReader.addAll(own, table(listed));
    new RegisterReader(own, builtIn).addAll(registrants);
    return new FirmSecurities(own, builtIn);
  }

  @Override
  public List<Security> securities() {
    List<Security> all = new ArrayList<>(own.securities());
    for (Security security : builtIn.securities()) {
      if (!replaced.containsKey(security.entityId())) {
        all.add(security);
      }
    }
    return all;
  }

  @Override
  public @Nullable Security byTicker(String ticker) {
    Security security = own.byTicker(ticker);
    return security == null ? current(builtIn.byTicker(ticker)) : security;
  }

  @Override
  public @Nullable Security byIsin(String isin) {
    Security security = own.byIsin(isin);
    return security == null ? current(builtIn.byIsin(isin)) : security;
  }

  @Override
  public @Nullable String sector(Security security) {
    String sector = own.sector(security);
    return sector == null ? builtIn.sector(security) : sector;
  }

  @Override
  public boolean isWord(String ticker) {
    return own.isWord(ticker) || builtIn.isWord(ticker);
  }

  @Override
  public boolean standsAlone(String ticker) {
    return builtIn.byTicker(ticker) != null;
  }

  @Override
  public long findName(Tokens tokens, int i) {
    long builtInFound = builtIn.findName(tokens, i);
    long found = own.findName(tokens, i);
    if (found == PhraseIndex.NONE
        || PhraseIndex.end(found) < PhraseIndex.end(builtInFound)
        || !fits(found, tokens, i)) {
      return builtInFound == PhraseIndex.NONE
          ? builtInFound
          : builtInFound + ((long) own.nameCount() << Integer.SIZE);
    }
    return found;
  }

  private boolean fits(long found, Tokens tokens, int i) {
    Name name = own.name(PhraseIndex.value(found));
    return name != null && name.fits(tokens, i, PhraseIndex.end(found));
  }

  @Override
  public @Nullable Name name(int number) {
    if (number < own.nameCount()) {
      return own.name(number);
    }
    Name name = builtIn.name(number - own.nameCount());
    Security current = name == null ? null : replaced.get(name.security().entityId());
    return name == null || current == null ? name : name.of(current);
  }

  private @Nullable Security current(@Nullable Security builtInOne) {
    return builtInOne == null ? null : replaced.getOrDefault(builtInOne.entityId(), builtInOne);
  }

  /// The rows in the form that [SecurityListReader] reads.
  private static String table(List<ListedSecurity> listed) {
    StringBuilder table = new StringBuilder(listed.size() * 80);
    for (ListedSecurity row : listed) {
      column(table, row.code()).append('\t');
      column(table, row.mic()).append('\t');
      column(table, row.name()).append('\t');
      columns(table, row.aliases()).append('\t');
      table.append(SecurityList.kind(row.type())).append('\t');
      column(table, row.sector()).append('\t');
      columns(table, row.ambiguous()).append('\t');
      for (int i = 0; i < row.listings().size(); i++) {
        ListedSecurity.Listing line = row.listings().get(i);
        table.append(i == 0 ? "" : "|").append(line.mic()).append(':').append(line.code());
      }
      table.append('\t');
      column(table, row.isin()).append('\n');
    }
    return table.toString();
  }

  private static StringBuilder columns(StringBuilder table, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      column(table.append(i == 0 ? "" : "|"), values.get(i));
    }
    return table;
  }

  /// What parts the table's cells and lines is blank in a cell.
  private static StringBuilder column(StringBuilder table, @Nullable String value) {
    return value == null
        ? table
        : table.append(value.replace('\t', ' ').replace('\n', ' ').replace('\r', ' '));
  }

  /// "Bit Digital" for "BIT DIGITAL": registers print names in capitals, notes seldom do.
  static String inMixedCase(String name) {
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

  /// Adds the lines of a register to a firm's own list.
  private record RegisterReader(SecurityList own, SecurityMaster builtIn) {
    /// The names are cut into tokens at once, for the reason that [SecurityListReader] tells.
    void addAll(List<Registrant> registrants) {
      StringBuilder names = new StringBuilder(registrants.size() * 24);
      int[] starts = new int[registrants.size() + 1];
      for (int i = 0; i < registrants.size(); i++) {
        names.append(inMixedCase(registrants.get(i).name())).append('\n');
        starts[i + 1] = names.length();
      }
      Tokens tokens = Tokens.of(names.toString());
      int token = 0;
      for (int i = 0; i < registrants.size(); i++) {
        int from = token;
        while (token < tokens.size() && tokens.start(token) < starts[i + 1]) {
          token++;
        }
        if (token > from) {
          add(registrants.get(i), tokens, from, token);
        }
      }
    }

    private void add(Registrant line, Tokens tokens, int first, int to) {
      int from = to - first > 1 && tokens.is(first, "the") ? first + 1 : first;
      int core = LegalForms.core(tokens, from, to);
      String ticker = Exchanges.standard().ticker(line.mic(), line.code());
      if (own.byTicker(ticker) != null) {
        return;
      }
      Security known = known(tokens, from, core);
      if (known != null) {
        own.addListing(known, line.mic(), line.code());
        return;
      }
      Security security =
          new Security(
              SecurityList.entityId(AssetType.EQUITY, ticker, ""),
              ticker,
              tokens.span(from, to).of(tokens.text()),
              line.mic(),
              AssetType.EQUITY);
      own.add(security, null, null);
      own.addName(security, tokens, from, core, core - from == 1);
    }

    /// The company that the tokens from `from` to `to` surely name.
    private @Nullable Security known(Tokens tokens, int from, int to) {
      Security security = whole(own, tokens, from, to);
      return security == null ? whole(builtIn, tokens, from, to) : security;
    }

    private static @Nullable Security whole(SecurityMaster list, Tokens tokens, int from, int to) {
      long found = list.findName(tokens, from);
      if (found == PhraseIndex.NONE || PhraseIndex.end(found) != to) {
        return null;
      }
      Name name = list.name(PhraseIndex.value(found));
      return name != null && name.security().assetType() == AssetType.EQUITY
          ? name.security()
          : null;
    }
  }
}
