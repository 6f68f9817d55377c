package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.PhraseIndex;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The names, tickers and acronyms that one text introduces: after "Foobar Therapeutics, Inc.
/// (NASDAQ: FBR)" also "Foobar Therapeutics", "Foobar" and "FBR" name it.
final class IntroducedNames {
  /// A note that introduces more is a table of names, which nobody then calls by a short form.
  private static final int MOST = 200;

  private static final int LONGEST_NAME = 8;
  private static final int SHORTEST_FIRST_WORD = 4;

  /// Begin so many names that they are none by themselves.
  private static final Set<String> COMMON_FIRST_WORDS =
      Set.of(
          "american",
          "national",
          "first",
          "united",
          "general",
          "global",
          "bank",
          "north",
          "south",
          "east",
          "west",
          "northern",
          "southern",
          "eastern",
          "western",
          "international",
          "new",
          "great",
          "royal",
          "china",
          "japan",
          "india",
          "british",
          "canadian",
          "german",
          "french",
          "european",
          "asia",
          "pacific",
          "atlantic",
          "central",
          "advanced",
          "applied",
          "digital",
          "energy",
          "capital",
          "credit",
          "health",
          "community",
          "public",
          "standard",
          "universal",
          "power",
          "green",
          "blue",
          "black",
          "silver",
          "gold",
          "golden",
          "price",
          "target");

  /// Capitalised only because they open a sentence or a heading.
  private static final Set<String> OPENERS =
      Set.of(
          "the",
          "a",
          "an",
          "and",
          "but",
          "for",
          "with",
          "while",
          "as",
          "at",
          "in",
          "on",
          "by",
          "from",
          "buy",
          "sell",
          "hold",
          "shares",
          "if",
          "when",
          "our",
          "we",
          "why",
          "like",
          "both",
          "then",
          "also",
          "after",
          "before",
          "since",
          "although",
          "upgrade",
          "downgrade",
          "initiate",
          "positive",
          "negative",
          "neutral",
          "long",
          "short",
          "peer",
          "rival",
          "versus",
          "its",
          "their",
          "this",
          "that",
          "of");

  /// Bracketed capitals that are no ticker, whatever stands before them.
  private static final Set<String> NO_TICKERS =
      Set.of(
          "CEO", "CFO", "COO", "CTO", "EPS", "FCF", "USD", "EUR", "GBP", "JPY", "CNY", "INR", "HKD",
          "AI", "HPC", "ETF", "IPO", "FDA", "SEC", "FED", "ECB", "BOE", "RBI", "GDP", "CPI", "PPI",
          "PCE", "PMI", "YOY", "QOQ", "TTM", "LTM", "NTM", "DCF", "EV", "PE", "ROE", "ROIC", "NIM",
          "NII", "NAV", "REIT", "CAGR", "UK", "US", "USA", "EU", "UAE", "CFA", "PHD", "MD", "EDT",
          "EST", "GMT", "BST", "CET", "ET", "PT", "NEW", "OLD", "A", "B", "I", "II", "III", "IV");

  private final Tokens tokens;
  private final PhraseIndex index = new PhraseIndex();
  private final List<Name> names = new ArrayList<>();

  IntroducedNames(Tokens tokens) {
    this.tokens = tokens;
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /// The introduced name that starts at token `i`, as [PhraseIndex#find] answers it.
  long find(int i) {
    long found = index.find(tokens, i);
    if (found == PhraseIndex.NONE) {
      return PhraseIndex.NONE;
    }
    boolean fits = names.get(PhraseIndex.value(found)).fits(tokens, i, PhraseIndex.end(found));
    return fits ? found : PhraseIndex.NONE;
  }

  Security security(int number) {
    return names.get(number).security();
  }

  /// Adds the name that the tokens from `from` to `to` introduce.
  void add(int from, int to, Security security) {
    put(from, LegalForms.core(tokens, from, to), security);
  }

  /// Adds the first word of a name of several words, unless many names begin so.
  void addFirstWord(int from, int to, Security security) {
    if (LegalForms.core(tokens, from, to) > from + 1 && isDistinct(tokens, from, from + 1)) {
      put(from, from + 1, security);
    }
  }

  /// Whether a company may be called by the words from `from` to `to`, with which its name begins.
  static boolean isDistinct(Tokens tokens, int from, int to) {
    int last = to - 1;
    return tokens.is(last, TokenKind.WORD)
        && !LegalForms.isForm(tokens, last)
        && tokens.end(from) - tokens.start(from) >= SHORTEST_FIRST_WORD
        && WordClass.of(tokens, last) == WordClass.OPEN
        && !isContinued(tokens, to)
        && (to - from > 1 || !COMMON_FIRST_WORDS.contains(tokens.folded(from)));
  }

  /// "Smith & Nephew", "Moody's", "Coca-Cola": what goes on from token `i` cannot be left out.
  private static boolean isContinued(Tokens tokens, int i) {
    return i < tokens.size()
        && (tokens.joined(i)
            || tokens.is(i, TokenKind.CLITIC)
            || tokens.isMark(i, '&')
            || tokens.is(i, "and"));
  }

  /// Adds the first word of a listed company's name that ends with what it does: "Genco" of "Genco
  /// Shipping". Of other names, as "Best Buy", it is no name.
  void addDistinctWord(int from, int to, Security security) {
    boolean company =
        security.assetType() == AssetType.EQUITY || security.assetType() == AssetType.PRIVATE;
    if (company && to - from == 2 && UnlistedNames.isDistinct(tokens, from, to)) {
      addFirstWord(from, to, security);
    }
  }

  /// Adds the acronym at token `i`.
  void addAcronym(int i, Security security) {
    put(i, i + 1, security);
  }

  /// Adds the ticker that the tokens from `from` to `to` print, when it stands by itself there.
  void addTicker(int from, int to, Security security) {
    String ticker = security.ticker();
    for (int i = from; i < to; i++) {
      if (ticker != null && ticker.length() > 2 && tokens.text(i).equals(ticker)) {
        put(i, i + 1, security);
      }
    }
  }

  private void put(int from, int to, Security security) {
    if (names.size() < MOST && index.add(tokens, from, to, names.size()) == names.size()) {
      names.add(Name.of(security, tokens, from, to));
    }
  }

  /// Where the capitalised name before token `i` starts; `i` when there is none. It does not reach
  /// back over token `after`, nor over the start of its sentence.
  int nameBefore(int i, int after, Surroundings surroundings) {
    int from = i;
    for (int k = i - 1; k >= after && i - k <= LONGEST_NAME; k--) {
      boolean word = tokens.is(k, TokenKind.WORD) && isNameWord(k);
      boolean joint = from < i && (tokens.isMark(k, '&') || (tokens.isMark(k, ',') && isForm(k)));
      boolean dot = tokens.isMark(k, '.') && !tokens.spaceBefore(k) && k > after && isForm(k - 2);
      if (word) {
        from = k;
      } else if (!joint && !dot) {
        break;
      }
      if (tokens.paragraphBefore(k) || (word && surroundings.opensSentence(k))) {
        break;
      }
    }
    while (from < i
        && (OPENERS.contains(tokens.folded(from)) || !tokens.is(from, TokenKind.WORD))) {
      from++;
    }
    return from;
  }

  private boolean isNameWord(int k) {
    return tokens.capitalised(k)
        || LegalForms.isForm(tokens, k)
        || Character.isDigit(tokens.foldedAt(tokens.start(k)));
  }

  /// Whether the token after `k` is a legal form.
  private boolean isForm(int k) {
    return k + 1 < tokens.size() && LegalForms.core(tokens, Math.max(k, 0), k + 2) == k + 1;
  }

  /// Whether the capitals at token `code` can be the ticker of the name before them.
  boolean isTickerOf(int code, int from, int to, boolean listed) {
    String letters = tokens.text(code);
    if (NO_TICKERS.contains(letters) || isAcronym(code, from, to)) {
      return LegalForms.isCertain(tokens, from, to) && !NO_TICKERS.contains(letters);
    }
    boolean brief = letters.length() == 1;
    return LegalForms.isCertain(tokens, from, to)
        || (listed && !brief)
        || ((listed || !brief) && abbreviates(letters, from, to));
  }

  /// Whether the letters at token `code` are the initials of the words from `from` to `to`.
  boolean isAcronym(int code, int from, int to) {
    int letter = tokens.start(code);
    int end = tokens.end(code);
    for (int i = from; i < to; i++) {
      if (!tokens.is(i, TokenKind.WORD) || tokens.is(i, "of") || tokens.is(i, "and")) {
        continue;
      }
      if (letter == end || tokens.foldedAt(letter) != tokens.foldedAt(tokens.start(i))) {
        return false;
      }
      letter++;
    }
    return letter == end && end - tokens.start(code) > 1;
  }

  /// Whether the letters begin as the name does and come in it in their order: CLSK, CleanSpark.
  private boolean abbreviates(String letters, int from, int to) {
    int at = tokens.start(from);
    int end = tokens.end(to - 1);
    for (int i = 0; i < letters.length(); i++) {
      char c = Character.toLowerCase(letters.charAt(i));
      if (i == 0 && tokens.foldedAt(at) != c) {
        return false;
      }
      if (Character.isDigit(c)) {
        // The class of the shares: MOVI3.
        continue;
      }
      while (at < end && tokens.foldedAt(at) != c) {
        at++;
      }
      if (at++ == end) {
        return false;
      }
    }
    return true;
  }
}
