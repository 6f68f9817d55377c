package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.note.TickerSentiment.Resolution.Method;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the forms in which notes print a ticker or an ISIN: "$TSLA", "NYSE: D", "JPM.N", "BA US".
/// A ticker that is not in the list counts only where nothing else can be meant.
final class TickerForms {
  private static final int LONGEST_TICKER = 10;
  private static final int LONGEST_EXCHANGE_NAME = 4;

  private static final Pattern LETTERS = Pattern.compile("[A-Z]{1,5}");

  /// Four letters and the class of the shares: "VALE3", "KLBN11".
  private static final Pattern BRAZILIAN = Pattern.compile("[A-Z]{4}\\d{1,2}");

  private static final String SAO_PAULO = "BVMF";

  /// Not tickers behind a dollar sign: they scale a table's figures, "($m)".
  private static final Set<String> SCALES = Set.of("M", "MM", "MN", "B", "BN", "K", "T", "TN");

  private final Tokens tokens;
  private final SecurityMaster list;
  private final Exchanges exchanges = Exchanges.standard();

  TickerForms(Tokens tokens, SecurityMaster list) {
    this.tokens = tokens;
    this.list = list;
  }

  /// A printed ticker.
  ///
  /// @param end the token after it
  /// @param listed whether the security is in the list
  /// @param bare whether nothing but brackets says that it is a ticker
  record Listing(int end, Security security, boolean listed, Method method, boolean bare) {}

  /// The tickers between brackets, the first of them. `end` is the token after the bracket, or
  /// after the ticker where more stands in the bracket: "(NVDA, Buy)".
  record Bracket(int end, Listing listing) {}

  /// The ticker that is printed at token `i`; null when there is none.
  @Nullable Listing at(int i) {
    return read(i, false);
  }

  /// The tickers in the bracket that opens at token `i`; null when it holds none.
  @Nullable Bracket bracket(int i) {
    if (!tokens.isMark(i, '(') && !tokens.isMark(i, '[')) {
      return null;
    }
    int k = i + 1;
    if (k + 2 < tokens.size() && isLabel(k) && tokens.isMark(k + 1, ':')) {
      k += 2;
    }
    Listing first = k < tokens.size() ? read(k, true) : null;
    if (first == null) {
      return null;
    }
    int end = first.end();
    while (end < tokens.size() && end - i < 24) {
      if (isCloser(end)) {
        return new Bracket(end + 1, first);
      }
      if (tokens.is(end, "equity")) {
        end++;
        continue;
      }
      if (!isSeparator(end) || end + 1 >= tokens.size()) {
        break;
      }
      Listing next = read(end + 1, true);
      if (next == null) {
        break;
      }
      end = next.end();
    }
    return new Bracket(first.end(), first);
  }

  /// The tickers in the bracket that opens at token `i`. A bare code, "(3711)", "(FHZN)", is of
  /// whatever exchange has it for a company whose name has `word`, the American first.
  @Nullable Bracket bracketOf(String word, int i) {
    Bracket bracket = bracket(i);
    if (bracket != null) {
      Listing first = bracket.listing();
      boolean certain = !first.bare() || (first.listed() && hasWord(first.security().name(), word));
      if (certain) {
        return bracket;
      }
    }
    Bracket elsewhere = elsewhere(word, i);
    return elsewhere == null ? bracket : elsewhere;
  }

  private @Nullable Bracket elsewhere(String word, int i) {
    if (i + 2 >= tokens.size() || !tokens.isMark(i, '(') || !isTicker(i + 1)) {
      return null;
    }
    boolean alone = isCloser(i + 2) || isSeparator(i + 2);
    if (!alone) {
      return null;
    }
    String code = tokens.text(i + 1);
    for (String mic : exchanges.withSuffix()) {
      Security listed = list.byTicker(exchanges.ticker(mic, code));
      if (listed != null && hasWord(listed.name(), word)) {
        int end = isCloser(i + 2) ? i + 3 : i + 2;
        return new Bracket(end, new Listing(i + 2, listed, true, Method.EXPLICIT_TICKER, false));
      }
    }
    return null;
  }

  /// Whether `word` is a word of `name`, in whatever case and with whatever accents.
  private static boolean hasWord(String name, String word) {
    return (' ' + withoutAccents(name) + ' ').contains(' ' + withoutAccents(word) + ' ');
  }

  private static String withoutAccents(String text) {
    return Accents.off(text.toLowerCase(Locale.ROOT));
  }

  private @Nullable Listing read(int i, boolean bracketed) {
    TokenKind kind = tokens.kind(i);
    if (kind == TokenKind.CASHTAG) {
      return cashtag(i, bracketed);
    }
    if (kind == TokenKind.NUMBER || kind == TokenKind.PERIOD) {
      return isTicker(i) ? bloomberg(i, bracketed) : null;
    }
    if (kind != TokenKind.WORD || !startsUpper(i)) {
      return null;
    }
    Listing found = named(i, bracketed);
    if (found == null) {
      found = dotted(i, bracketed);
    }
    if (found == null) {
      found = isin(i);
    }
    if (found == null && isTicker(i) && classEnd(i) == i + 3) {
      Security listed = listed(null, code(i, i + 3));
      found = listed == null ? null : listing(i + 3, listed, tokens.text(i), null, false);
    }
    if (found == null && isTicker(i)) {
      found = bloomberg(i, bracketed);
      if (found == null && bracketed) {
        found = bare(i);
      }
    }
    return found;
  }

  private @Nullable Listing cashtag(int i, boolean bracketed) {
    String printed = tokens.text(i).substring(1);
    String code = printed.toUpperCase(Locale.ROOT);
    Security listed = list.byTicker(code);
    boolean upper = printed.equals(code);
    boolean inBracket = bracketed || (i > 0 && tokens.isMark(i - 1, '('));
    if (SCALES.contains(code) && (!upper || inBracket)) {
      return null;
    }
    if (listed == null && !upper) {
      return null;
    }
    return listing(i + 1, listed, code, null, false);
  }

  /// "NASDAQ: NVDA", "NYSE:D", "NYSE American: XYZ".
  private @Nullable Listing named(int i, boolean bracketed) {
    int colon = i + 1;
    while (colon < tokens.size()
        && colon - i < LONGEST_EXCHANGE_NAME
        && tokens.is(colon, TokenKind.WORD)) {
      colon++;
    }
    int code = colon + 1;
    if (code >= tokens.size() || !tokens.isMark(colon, ':') || !isTicker(code)) {
      return null;
    }
    StringBuilder name = new StringBuilder(24);
    for (int k = i; k < colon; k++) {
      name.append(tokens.folded(k));
    }
    String mic = exchanges.byName(name.toString());
    if (mic == null) {
      return null;
    }
    boolean unmistakable = bracketed || !tokens.spaceBefore(code);
    Security listed = list.byTicker(exchanges.ticker(mic, tokens.text(code)));
    if (!unmistakable && (listed == null || length(code) == 1)) {
      return null;
    }
    return listing(code + 1, listed, tokens.text(code), mic, false);
  }

  /// "JPM.N", "BAS.DE", "BRK.B".
  private @Nullable Listing dotted(int i, boolean bracketed) {
    if (length(i) > LONGEST_TICKER + 4 || !hasDot(i)) {
      return null;
    }
    String printed = tokens.text(i);
    if (printed.endsWith(".") && printed.indexOf('.') > 1) {
      // The dot that ends the sentence, "We bought BRK.B.", and not of initials: "J.P."
      printed = printed.substring(0, printed.length() - 1);
    }
    int dot = printed.lastIndexOf('.');
    if (dot <= 0 || dot > LONGEST_TICKER + 1 || dot == printed.length() - 1) {
      return null;
    }
    Security whole = list.byTicker(printed);
    if (whole != null) {
      return listing(i + 1, whole, printed, null, false);
    }
    String mic = exchanges.byReuters(printed.substring(dot + 1));
    if (mic == null) {
      return null;
    }
    String code = printed.substring(0, dot);
    Security listed = listed(mic, code);
    boolean upper = code.equals(code.toUpperCase(Locale.ROOT));
    return listed == null && !(bracketed && upper)
        ? null
        : listing(i + 1, listed, code, mic, false);
  }

  private boolean hasDot(int i) {
    for (int k = tokens.start(i); k < tokens.end(i); k++) {
      if (tokens.foldedAt(k) == '.') {
        return true;
      }
    }
    return false;
  }

  /// The security that an exchange calls so. Nordic classes of shares have a hyphen before them in
  /// the list and none in other codes: "NOVOB DC", "VOLVb.ST".
  private @Nullable Security listed(@Nullable String mic, String code) {
    Security listed = list.byTicker(exchanges.ticker(mic, code));
    int last = code.length() - 1;
    if (listed != null || last < 2) {
      return listed;
    }
    if (code.charAt(last - 1) == '-') {
      return list.byTicker(exchanges.ticker(mic, code.replace('-', '.')));
    }
    char shareClass = Character.toUpperCase(code.charAt(last));
    return shareClass >= 'A' && shareClass <= 'D'
        ? list.byTicker(exchanges.ticker(mic, code.substring(0, last) + '-' + shareClass))
        : null;
  }

  /// "BA US", "AI FP", "0358 HK", "BT/A LN", "RR/ LN".
  private @Nullable Listing bloomberg(int i, boolean bracketed) {
    int place = classEnd(i);
    if (place >= tokens.size()
        || length(place) != 2
        || !tokens.is(place, TokenKind.WORD)
        || !tokens.allCaps(place)
        || !tokens.spaceBefore(place)
        || tokens.lineBefore(place)) {
      return null;
    }
    String exchange = tokens.text(place);
    String mic = exchanges.byBloomberg(exchange);
    if (mic == null) {
      return null;
    }
    String code = code(i, place);
    Security listed = listed(mic, code);
    boolean closed = place + 1 >= tokens.size() || isCloser(place + 1) || isSeparator(place + 1);
    if (bracketed ? listed == null && !closed : listed == null || !standsAlone(i, code)) {
      return null;
    }
    return listing(place + 1, listed, code, Exchanges.isCountry(exchange) ? null : mic, false);
  }

  /// Where a code that starts at token `i` ends when a slash stands behind it, and the class of the
  /// shares perhaps.
  private int classEnd(int i) {
    int slash = i + 1;
    if (slash >= tokens.size() || !tokens.isMark(slash, '/') || tokens.spaceBefore(slash)) {
      return slash;
    }
    int after = slash + 1;
    boolean letter =
        after < tokens.size()
            && length(after) == 1
            && tokens.capitalised(after)
            && !tokens.spaceBefore(after);
    return letter ? after + 1 : after;
  }

  /// "BT-A" of "BT/A", "RR" of "RR/".
  private String code(int i, int end) {
    return end > i + 2 ? tokens.text(i) + '-' + tokens.text(end - 1) : tokens.text(i);
  }

  /// Whether a code followed by a country can be no words of a sentence: "A US company".
  private boolean standsAlone(int i, String code) {
    return length(i) > 1 && !list.isWord(code) && list.standsAlone(code);
  }

  private @Nullable Listing isin(int i) {
    if (length(i) != Isin.LENGTH) {
      return null;
    }
    String printed = tokens.text(i);
    Security listed = Isin.isValid(printed) ? list.byIsin(printed) : null;
    return listed == null ? null : new Listing(i + 1, listed, true, Method.ISIN, false);
  }

  /// "(COIN)".
  private @Nullable Listing bare(int i) {
    int end = i + 1;
    boolean alone = end < tokens.size() && (isCloser(end) || isSeparator(end));
    if (!alone) {
      return null;
    }
    String code = tokens.text(i);
    if (BRAZILIAN.matcher(code).matches()) {
      return listing(end, list.byTicker(exchanges.ticker(SAO_PAULO, code)), code, SAO_PAULO, true);
    }
    return LETTERS.matcher(code).matches()
        ? listing(end, list.byTicker(code), code, null, true)
        : null;
  }

  private Listing listing(
      int end, @Nullable Security listed, String code, @Nullable String mic, boolean bare) {
    if (listed != null) {
      return new Listing(end, listed, true, Method.EXPLICIT_TICKER, bare);
    }
    String ticker = exchanges.ticker(mic, code);
    Security unlisted = unlisted(ticker, ticker, mic);
    return new Listing(end, unlisted, false, Method.EXPLICIT_TICKER, bare);
  }

  /// A security of which the note tells the ticker and the list knows nothing.
  static Security unlisted(String ticker, String name, @Nullable String mic) {
    String entityId = SecurityList.entityId(AssetType.EQUITY, ticker, name);
    return new Security(entityId, ticker, name, mic, AssetType.EQUITY);
  }

  /// Capitals and digits, with a class after a dot perhaps.
  private boolean isTicker(int i) {
    int length = length(i);
    if (length > LONGEST_TICKER) {
      return false;
    }
    for (int k = tokens.start(i); k < tokens.end(i); k++) {
      char c = tokens.text().charAt(k);
      boolean part = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '&';
      if (!part) {
        return false;
      }
    }
    return tokens.foldedAt(tokens.end(i) - 1) != '.';
  }

  private int length(int i) {
    return tokens.end(i) - tokens.start(i);
  }

  private boolean startsUpper(int i) {
    char c = tokens.text().charAt(tokens.start(i));
    return Character.isUpperCase(c) || Character.isDigit(c);
  }

  private boolean isLabel(int i) {
    return tokens.is(i, "ticker") || tokens.is(i, "symbol") || tokens.is(i, "isin");
  }

  private boolean isCloser(int i) {
    return tokens.isMark(i, ')') || tokens.isMark(i, ']');
  }

  private boolean isSeparator(int i) {
    return tokens.isMark(i, ',')
        || tokens.isMark(i, ';')
        || tokens.isMark(i, '/')
        || tokens.isMark(i, '|');
  }
}
