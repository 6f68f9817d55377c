package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.PhraseIndex;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes a [SecurityList] of rows.
final class SecurityListBuilder {
  /// How many rows' names are cut into tokens together. Most such texts hold no letter beyond
  /// Latin-1, and then their strings are made of bytes; one "ş" doubles what its text takes.
  private static final int BLOCK = 128;

  /// Marks a word that is no name by itself.
  private static final char NO_NAME = '!';

  private final Exchanges exchanges = Exchanges.standard();
  private final WordTable commonWords;
  private final List<Security> securities = new ArrayList<>();
  private final WordTable keys = new WordTable();
  private final WordTable isins = new WordTable();
  private final WordTable wordTickers = new WordTable();
  private final List<@Nullable String> sectors = new ArrayList<>();
  private final PhraseIndex index = new PhraseIndex();
  private int names;
  private int[] owners = new int[16];
  private int[] others = new int[16];
  private int[] styles = new int[16];

  /// @param commonWords names of one word that are ambiguous, whatever the rows say
  SecurityListBuilder(WordTable commonWords) {
    this.commonWords = commonWords;
  }

  SecurityList build() {
    return new SecurityList(
        securities,
        keys,
        isins,
        wordTickers,
        sectors,
        index,
        Arrays.copyOf(owners, names),
        Arrays.copyOf(others, names),
        Arrays.copyOf(styles, names));
  }

  /// Adds rows. A ticker or name that another row has already goes on meaning that one, but for two
  /// ambiguous names, of which the later is a further meaning.
  void addAll(List<ListedSecurity> rows) {
    for (int start = 0; start < rows.size(); start += BLOCK) {
      List<ListedSecurity> block = rows.subList(start, Math.min(start + BLOCK, rows.size()));
      List<String> forms = new ArrayList<>(3 * BLOCK);
      for (ListedSecurity row : block) {
        forms.add(row.name());
        for (String ambiguous : row.ambiguous()) {
          forms.add(ambiguous);
        }
        for (String alias : row.aliases()) {
          forms.add(alias);
        }
      }
      NameTokens cut = NameTokens.of(forms);
      int form = 0;
      for (ListedSecurity row : block) {
        add(row, cut, form);
        form += 1 + row.ambiguous().size() + row.aliases().size();
      }
    }
  }

  /// @param first the number of the row's legal name in `cut`, which its other names follow
  private void add(ListedSecurity row, NameTokens cut, int first) {
    Tokens tokens = cut.tokens();
    int from = cut.fromAfterArticle(first);
    int to = cut.to(first);
    int core = LegalForms.core(tokens, from, to);
    String name = tokens.span(from, core).of(tokens.text());
    int number = add(security(row, name), row.sector());
    if (row.isin() != null) {
      isins.add(row.isin(), number);
    }
    for (ListedSecurity.Listing line : row.listings()) {
      keys.add(exchanges.ticker(line.mic(), line.code()), number);
    }
    // What is ambiguous goes first: a short form that is marked so is also the legal name's core.
    int form = first;
    boolean noName = false;
    for (String ambiguous : row.ambiguous()) {
      form++;
      if (ambiguous.charAt(0) == NO_NAME) {
        noName |= ambiguous.length() == name.length() + 1 && ambiguous.endsWith(name);
        continue;
      }
      boolean isTicker = ambiguous.equals(row.code());
      if (isTicker) {
        wordTickers.add(ambiguous, 0);
      }
      // The ticker is a word then, but no name of a company, unless that is called so.
      boolean called = ambiguous.equals(name) || row.aliases().contains(ambiguous);
      if (!isTicker || row.type() != AssetType.EQUITY || called) {
        addName(number, tokens, cut.from(form), cut.to(form), true);
      }
    }
    addName(number, tokens, from, noName ? to : core, false);
    for (int i = 0; i < row.aliases().size(); i++) {
      form++;
      addName(number, tokens, cut.from(form), cut.to(form), false);
    }
  }

  /// The security of a row.
  static Security security(ListedSecurity row) {
    if (row.code() != null) {
      return security(row, row.name());
    }
    NameTokens name = NameTokens.of(List.of(row.name()));
    int from = name.fromAfterArticle(0);
    int core = LegalForms.core(name.tokens(), from, name.to(0));
    return security(row, name.tokens().span(from, core).of(name.tokens().text()));
  }

  /// @param name what the id of a security without a ticker is made of
  private static Security security(ListedSecurity row, String name) {
    String code = row.code();
    String ticker = code == null ? null : Exchanges.standard().ticker(row.mic(), code);
    return new Security(
        SecurityList.entityId(row.type(), ticker, name), ticker, row.name(), row.mic(), row.type());
  }

  /// Adds a security under its ticker or id, and answers its number.
  int add(Security security, @Nullable String sector) {
    int number = securities.size();
    securities.add(security);
    sectors.add(sector);
    keys.add(SecurityList.key(security), number);
    return number;
  }

  /// The company that the tokens from `from` to `to` name, all of them.
  @Nullable Security company(Tokens tokens, int from, int to) {
    long found = index.find(tokens, from);
    boolean whole = found != PhraseIndex.NONE && PhraseIndex.end(found) == to;
    int owner = whole ? owners[PhraseIndex.value(found)] : SecurityList.NONE;
    boolean company =
        owner != SecurityList.NONE && securities.get(owner).assetType() == AssetType.EQUITY;
    return company ? securities.get(owner) : null;
  }

  /// Adds a name of a security, and how it is written without its accents.
  void addName(int security, Tokens form, int from, int to, boolean marked) {
    if (from == to) {
      return;
    }
    addForm(security, form, from, to, marked);
    String written = form.text().substring(form.start(from), form.end(to - 1));
    String plain = Accents.off(written);
    if (!plain.equals(written)) {
      Tokens tokens = Tokens.of(plain);
      addForm(security, tokens, 0, tokens.size(), marked);
    }
  }

  private void addForm(int security, Tokens form, int from, int to, boolean marked) {
    boolean ambiguous =
        marked || (to - from == 1 && commonWords.find(form, from) != WordTable.ABSENT);
    AssetType type = securities.get(security).assetType();
    int style = Name.style(type, form, from, to, ambiguous);
    int number = index.add(form, from, to, names);
    if (number == names) {
      append(security, style);
      return;
    }
    int first = owners[number];
    if (first == security && Name.isCapitalsOf(styles[number], style)) {
      styles[number] = style;
    } else if (first != security
        && first != SecurityList.NONE
        && ambiguous
        && Name.isAmbiguous(styles[number])) {
      addOther(number, security, style);
    }
  }

  /// Adds the beginning of a legal name, unless it is a name already.
  void addShortForm(int security, Tokens form, int from, int to) {
    if (index.add(form, from, to, names) == names) {
      AssetType type = securities.get(security).assetType();
      append(security, Name.shortFormStyle(type, form, from, to));
    }
  }

  /// Adds what the words of a name mean besides.
  private void addOther(int number, int security, int style) {
    int next = others[number];
    others[number] = names;
    append(security, style);
    others[names - 1] = next;
  }

  /// Adds a phrase in which a word only looks like a name.
  void addLookalike(Tokens phrase) {
    if (index.add(phrase, 0, phrase.size(), names) == names) {
      append(SecurityList.NONE, 0);
    }
  }

  private void append(int owner, int style) {
    if (names == owners.length) {
      owners = Arrays.copyOf(owners, 2 * names);
      others = Arrays.copyOf(others, 2 * names);
      styles = Arrays.copyOf(styles, 2 * names);
    }
    owners[names] = owner;
    others[names] = SecurityList.NONE;
    styles[names++] = style;
  }
}
