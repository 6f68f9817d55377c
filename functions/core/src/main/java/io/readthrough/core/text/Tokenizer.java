package io.readthrough.core.text;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One pass over a text. Every branch moves forward, and looks ahead over one token at most, so the
/// time is linear.
final class Tokenizer {
  /// Currency codes and prefixes that make the number after them money.
  private static final Set<String> CURRENCIES =
      Set.of(
          "rs", "inr", "usd", "eur", "gbp", "jpy", "cny", "rmb", "chf", "cad", "aud", "hkd", "sgd",
          "krw", "brl", "sek", "nok", "dkk", "us", "hk", "a", "c", "s", "nt", "eu");

  /// Words that scale the number before them.
  private static final Set<String> SCALES =
      Set.of(
          "thousand",
          "million",
          "billion",
          "trillion",
          "mn",
          "bn",
          "tn",
          "mln",
          "bln",
          "trln",
          "m",
          "b",
          "k",
          "t",
          "mm",
          "crore",
          "crores",
          "cr",
          "lakh",
          "lakhs");

  private static final Set<String> POINTS = Set.of("bps", "bp", "bips");

  private static final int LONGEST_WORD_LOOKED_UP = 10;

  /// Most texts have a token for so many characters at most, white space included.
  private static final int USUAL_TOKEN = 4;

  private final String text;
  private final int length;
  private final char[] folded;
  private int[] starts;
  private int[] ends;
  private int[] hashes;
  private TokenKind[] kinds;
  private byte[] flags;
  private int size;
  private byte pending = Tokens.SPACE_BEFORE | Tokens.LINE_BEFORE | Tokens.PARAGRAPH_BEFORE;

  Tokenizer(String text) {
    this.text = text;
    this.length = text.length();
    this.folded = text.toCharArray();
    int capacity = length / USUAL_TOKEN + 8;
    this.starts = new int[capacity];
    this.ends = new int[capacity];
    this.hashes = new int[capacity];
    this.kinds = new TokenKind[capacity];
    this.flags = new byte[capacity];
    for (int i = 0; i < length; i++) {
      folded[i] = fold(folded[i]);
    }
  }

  Tokens run() {
    int at = 0;
    while (at < length) {
      char c = folded[at];
      if (isSpace(c)) {
        at = space(at);
      } else {
        at = token(at, c);
      }
    }
    return new Tokens(text, folded, starts, ends, hashes, kinds, flags, size);
  }

  private int space(int at) {
    int lines = 0;
    int end = at;
    while (end < length && isSpace(folded[end])) {
      if (folded[end] == '\n') {
        lines++;
      }
      end++;
    }
    pending |= Tokens.SPACE_BEFORE;
    if (lines > 0) {
      pending |= Tokens.LINE_BEFORE;
    }
    if (lines > 1) {
      pending |= Tokens.PARAGRAPH_BEFORE;
    }
    return end;
  }

  private int token(int at, char c) {
    if (isLetter(c)) {
      return letters(at);
    }
    if (isDigit(c)) {
      return number(at, at, false);
    }
    if (c == '.' && isDigit(peek(at + 1)) && !followsWord(at)) {
      return number(at, at, false);
    }
    if (isCurrency(c)) {
      return currency(at);
    }
    if ((c == '+' || isDash(c)) && startsToken(at) && signsNumber(at + 1)) {
      char next = folded[at + 1];
      return isCurrency(next) ? number(at, skipSpaces(at + 2), true) : number(at, at + 1, false);
    }
    if (c == '#' && isLetter(peek(at + 1))) {
      return tag(at, TokenKind.HASHTAG);
    }
    if (c == '@' && isLetter(peek(at + 1))) {
      return tag(at, TokenKind.HANDLE);
    }
    if (c == '-' && isHyphen(at)) {
      pending |= Tokens.JOINED;
      return at + 1;
    }
    if (c == '\'' && clitic(at)) {
      return add(TokenKind.CLITIC, at, at + 2);
    }
    if (c == '.') {
      int end = at + 1;
      while (end < length && folded[end] == '.') {
        end++;
      }
      return add(TokenKind.PUNCTUATION, at, end);
    }
    if (isPunctuation(c)) {
      return add(TokenKind.PUNCTUATION, at, at + 1);
    }
    int point = text.codePointAt(at);
    int end = at + Character.charCount(point);
    if (isPictograph(point)) {
      return add(TokenKind.EMOJI, at, end);
    }
    if (isInvisible(point)) {
      return end;
    }
    return add(Character.isLetter(point) ? TokenKind.WORD : TokenKind.SYMBOL, at, end);
  }

  // ---- words

  private int letters(int at) {
    int end = wordEnd(at);
    if (isLink(at, end)) {
      return link(at);
    }
    int number = numberAfterCurrencyWord(at, end);
    if (number >= 0) {
      return number(at, number, true);
    }
    if (isPeriod(at, end)) {
      return add(TokenKind.PERIOD, at, end);
    }
    return add(TokenKind.WORD, at, end);
  }

  /// Takes letters and digits, inner apostrophes ("don't") but not a closing `'s`, `&` between
  /// letters ("AT&T"), and the dots of abbreviations and codes ("U.S.", "BAS.DE", "hotels.com").
  private int wordEnd(int at) {
    int end = at;
    while (end < length) {
      char c = folded[end];
      if (isLetter(c) || isDigit(c)) {
        end++;
      } else if (c == '\'' && isLetter(peek(end + 1)) && !clitic(end)) {
        end++;
      } else if (c == '&' && isLetter(peek(end + 1)) && end - at <= 3) {
        end++;
      } else if (c == '.' && innerDot(at, end)) {
        end++;
      } else {
        break;
      }
    }
    return end;
  }

  /// Whether the dot at `dot` belongs to the word that starts at `at`.
  private boolean innerDot(int at, int dot) {
    char before = folded[dot - 1];
    char after = peek(dot + 1);
    boolean single = dot - at == 1 || (dot - at >= 3 && folded[dot - 2] == '.');
    if (single && isLetter(before)) {
      // "U.S." and "e.g.": a letter, a dot, a letter, a dot. A lone initial keeps its dot outside.
      return isLetter(after) ? !isLetter(peek(dot + 2)) || isUpper(dot + 1) : dot - at >= 3;
    }
    if (!isLetter(after)) {
      return false;
    }
    int end = dot + 1;
    while (end < length && end - dot <= 4 && isLetter(folded[end])) {
      end++;
    }
    int suffix = end - dot - 1;
    if (suffix > 3 || (end < length && isDigit(folded[end]))) {
      return false;
    }
    boolean upperSuffix = true;
    for (int k = dot + 1; k < end; k++) {
      upperSuffix &= isUpper(k);
    }
    return upperSuffix ? isUpper(dot - 1) || isDigit(before) : !isUpper(dot + 1) && suffix >= 2;
  }

  private boolean isUpper(int at) {
    return Character.isUpperCase(text.charAt(at));
  }

  private boolean clitic(int at) {
    return at > 0
        && (isLetter(folded[at - 1]) || isDigit(folded[at - 1]))
        && peek(at + 1) == 's'
        && !isLetter(peek(at + 2))
        && !isDigit(peek(at + 2));
  }

  private boolean isLink(int at, int end) {
    if (end - at == 3 && matches(at, "www") && peek(end) == '.') {
      return true;
    }
    return peek(end) == ':'
        && peek(end + 1) == '/'
        && end - at <= 5
        && (matches(at, "http") || matches(at, "https"));
  }

  private int link(int at) {
    int end = at;
    while (end < length && !isSpace(folded[end]) && folded[end] != '<' && folded[end] != '>') {
      end++;
    }
    while (end > at + 1 && (isPunctuation(folded[end - 1]) || folded[end - 1] == '.')) {
      end--;
    }
    return add(TokenKind.LINK, at, end);
  }

  private int tag(int at, TokenKind kind) {
    int end = at + 1;
    while (end < length && (isLetter(folded[end]) || isDigit(folded[end]) || folded[end] == '_')) {
      end++;
    }
    return add(kind, at, end);
  }

  /// "Rs 279", "USD 1.2bn", "US$5": where the number starts, or -1. "EUR/USD 1.08" is a rate, and
  /// no dollar of it.
  private int numberAfterCurrencyWord(int at, int end) {
    boolean pair = at > 1 && folded[at - 1] == '/' && isLetter(folded[at - 2]);
    if (pair || end - at > 3) {
      return -1;
    }
    int number = numberAfter(at, end);
    // Last, since few short words have a number behind them.
    return number >= 0 && CURRENCIES.contains(new String(folded, at, end - at)) ? number : -1;
  }

  private int numberAfter(int at, int end) {
    if (end < length && isCurrency(folded[end]) && isDigit(peek(end + 1))) {
      return end + 1;
    }
    boolean rupees = end - at == 2 && matches(at, "rs");
    if (end - at < 3 && !rupees) {
      return -1;
    }
    int number = end;
    if (peek(number) == '.' && rupees) {
      number++;
    }
    number = skipSpaces(number);
    return isDigit(peek(number)) && !isYear(number) ? number : -1;
  }

  private boolean isYear(int at) {
    return ((peek(at) == '1' && peek(at + 1) == '9') || (peek(at) == '2' && peek(at + 1) == '0'))
        && isDigit(peek(at + 2))
        && isDigit(peek(at + 3))
        && !isDigit(peek(at + 4))
        && peek(at + 4) != ','
        && peek(at + 4) != '.';
  }

  // ---- numbers

  private int currency(int at) {
    int number = skipSpaces(at + 1);
    if (isDigit(peek(number)) || (peek(number) == '.' && isDigit(peek(number + 1)))) {
      return number(at, number, true);
    }
    if (folded[at] == '$' && isLetter(peek(at + 1)) && startsToken(at)) {
      int end = at + 1;
      while (end < length && isLetter(folded[end]) && end - at <= 7) {
        end++;
      }
      if (peek(end) == '.' && isUpperLetter(end + 1) && !isLetter(peek(end + 2))) {
        end += 2;
      }
      return add(TokenKind.CASHTAG, at, end);
    }
    return add(TokenKind.SYMBOL, at, at + 1);
  }

  private boolean isUpperLetter(int at) {
    return at < length && isUpper(at);
  }

  /// Reads a number whose digits start at `digits`; the token starts at `at`.
  private int number(int at, int digits, boolean money) {
    int end = digitsEnd(digits);
    if (!money && isCode(end)) {
      int word = wordEnd(end);
      if (isPeriod(digits, word)) {
        return add(TokenKind.PERIOD, at, word);
      }
      TokenKind suffixed = suffixed(end, word);
      return suffixed == null ? add(TokenKind.WORD, at, word) : unit(at, word, suffixed);
    }
    if (!money && at == digits && end - at == 4 && isYear(at)) {
      int word = peek(end) == 'e' || peek(end) == 'a' || peek(end) == 'f' ? end + 1 : end;
      if (word == end || !isLetter(peek(word))) {
        if (!(isRangeDash(end) && isDigit(peek(end + 1)))) {
          return add(TokenKind.PERIOD, at, word);
        }
      }
    }
    int range = range(end);
    if (range > 0) {
      int unitEnd = scale(range);
      int closed = peek(unitEnd) == '%' ? unitEnd + 1 : unitEnd;
      return add(TokenKind.RANGE, at, closed);
    }
    return unit(at, money ? scale(end) : end, money ? TokenKind.MONEY : TokenKind.NUMBER);
  }

  /// What follows the digits decides the kind.
  private int unit(int at, int end, TokenKind kind) {
    if (kind != TokenKind.NUMBER) {
      return add(kind, at, end);
    }
    int next = skipSpaces(end);
    if (peek(next) == '%') {
      return add(TokenKind.PERCENT, at, next + 1);
    }
    int word = next;
    while (word < length && isLetter(folded[word]) && word - next <= LONGEST_WORD_LOOKED_UP) {
      word++;
    }
    if (word == next || isLetter(peek(word))) {
      return add(TokenKind.NUMBER, at, end);
    }
    String unit = new String(folded, next, word - next);
    if (unit.equals("percent") || unit.equals("pct")) {
      return add(TokenKind.PERCENT, at, word);
    }
    if (unit.equals("percentage") || unit.equals("per") || unit.equals("basis")) {
      int second = skipSpaces(word);
      if (unit.equals("per") && matchesWord(second, "cent")) {
        return add(TokenKind.PERCENT, at, second + 4);
      }
      if (unit.equals("percentage") && matchesWord(second, "points")) {
        return add(TokenKind.PERCENT, at, second + 6);
      }
      if (unit.equals("basis") && matchesWord(second, "points")) {
        return add(TokenKind.BASIS_POINTS, at, second + 6);
      }
      return add(TokenKind.NUMBER, at, end);
    }
    if (POINTS.contains(unit)) {
      return add(TokenKind.BASIS_POINTS, at, word);
    }
    if (unit.equals("times") || unit.equals("x")) {
      return add(TokenKind.MULTIPLE, at, word);
    }
    if (unit.length() > 1 && SCALES.contains(unit)) {
      return scaled(at, word);
    }
    if (unit.equals("euros") || unit.equals("dollars") || unit.equals("rupees")) {
      return add(TokenKind.MONEY, at, word);
    }
    return add(TokenKind.NUMBER, at, end);
  }

  /// "1.2 billion euros" is money, "1.2 million" a number.
  private int scaled(int at, int end) {
    int next = skipSpaces(end);
    for (String unit : new String[] {"euros", "dollars", "rupees", "pounds", "yen", "yuan"}) {
      if (matchesWord(next, unit)) {
        return add(TokenKind.MONEY, at, next + unit.length());
      }
    }
    return add(TokenKind.NUMBER, at, end);
  }

  /// The end of the scale that follows a number, or `end` when none does.
  private int scale(int end) {
    int next = skipSpaces(end);
    int word = next;
    while (word < length && isLetter(folded[word]) && word - next <= LONGEST_WORD_LOOKED_UP) {
      word++;
    }
    if (word == next || isLetter(peek(word)) || isDigit(peek(word))) {
      return end;
    }
    String unit = new String(folded, next, word - next);
    boolean apart = next > end;
    return SCALES.contains(unit) && !(apart && unit.length() == 1) ? word : end;
  }

  /// "7.4x", "15bp", "30k", "3150p": a number with a unit glued to it.
  private @Nullable TokenKind suffixed(int digitsEnd, int end) {
    String unit = new String(folded, digitsEnd, end - digitsEnd);
    if (unit.equals("x")) {
      return TokenKind.MULTIPLE;
    }
    if (POINTS.contains(unit)) {
      return TokenKind.BASIS_POINTS;
    }
    if (unit.equals("pct")) {
      return TokenKind.PERCENT;
    }
    if (unit.equals("p") || unit.equals("c")) {
      return TokenKind.MONEY;
    }
    return SCALES.contains(unit) ? TokenKind.NUMBER : null;
  }

  private int digitsEnd(int at) {
    int end = at;
    while (end < length
        && (isDigit(folded[end])
            || ((folded[end] == '.' || folded[end] == ',') && isDigit(peek(end + 1))))) {
      end++;
    }
    return end;
  }

  private boolean isCode(int end) {
    return isLetter(peek(end)) || (peek(end) == '.' && isUpperLetter(end + 1) && isCodeSuffix(end));
  }

  private boolean isCodeSuffix(int dot) {
    int end = dot + 1;
    while (end < length && isUpper(end)) {
      end++;
    }
    return end - dot - 1 <= 2 && !isLetter(peek(end)) && !isDigit(peek(end));
  }

  /// The end of the second number of a range that starts at `dash`, or 0.
  private int range(int dash) {
    if (!isRangeDash(dash)) {
      return 0;
    }
    int second = dash + 1;
    if (second < length && isCurrency(folded[second])) {
      second++;
    }
    if (!isDigit(peek(second))) {
      return 0;
    }
    int end = digitsEnd(second);
    // A third part makes it a date or a telephone number.
    return isRangeDash(end) && isDigit(peek(end + 1)) ? 0 : end;
  }

  private boolean isRangeDash(int at) {
    return at < length && isDash(folded[at]);
  }

  // ---- periods

  /// "q2", "2q26", "fy26", "h1", "1h25", "cy2026", "2026e".
  private boolean isPeriod(int at, int end) {
    int n = end - at;
    if (n < 2 || n > 7) {
      return false;
    }
    char c = folded[at];
    if (c == 'q' || c == 'h') {
      return allDigits(at + 1, end) && n <= 6 && folded[at + 1] >= '1' && folded[at + 1] <= '4';
    }
    if (c == 'f' || c == 'c') {
      return n >= 4 && folded[at + 1] == 'y' && allDigits(at + 2, estimateEnd(end));
    }
    if (isDigit(c) && n >= 2 && (folded[at + 1] == 'q' || folded[at + 1] == 'h')) {
      int from = n > 3 && folded[at + 2] == 'f' && folded[at + 3] == 'y' ? at + 4 : at + 2;
      return allDigits(from, estimateEnd(end));
    }
    return n == 5 && isYear(at) && estimateEnd(end) < end;
  }

  private int estimateEnd(int end) {
    char last = folded[end - 1];
    return last == 'e' || last == 'a' || last == 'f' ? end - 1 : end;
  }

  private boolean allDigits(int from, int to) {
    for (int k = from; k < to; k++) {
      if (!isDigit(folded[k])) {
        return false;
      }
    }
    return true;
  }

  // ---- characters

  private int add(TokenKind kind, int start, int end) {
    if (size == starts.length) {
      int capacity = size * 2;
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
      hashes = Arrays.copyOf(hashes, capacity);
      kinds = Arrays.copyOf(kinds, capacity);
      flags = Arrays.copyOf(flags, capacity);
    }
    starts[size] = start;
    ends[size] = end;
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + folded[i];
    }
    hashes[size] = hash;
    kinds[size] = kind;
    flags[size] = isUpper(start) ? (byte) (pending | Tokens.CAPITALISED) : pending;
    pending = 0;
    size++;
    return end;
  }

  private char peek(int at) {
    return at < length ? folded[at] : ' ';
  }

  private boolean startsToken(int at) {
    return at == 0 || isSpace(folded[at - 1]) || "(\"'/[,:;~|".indexOf(folded[at - 1]) >= 0;
  }

  private boolean followsWord(int at) {
    return at > 0 && (isLetter(folded[at - 1]) || isDigit(folded[at - 1]));
  }

  private boolean signsNumber(int at) {
    if (isDigit(peek(at))) {
      return true;
    }
    return isCurrency(peek(at)) && isDigit(peek(at + 1));
  }

  /// A hyphen joins when a word or number stands directly on both sides.
  private boolean isHyphen(int at) {
    boolean left = at > 0 && (followsWord(at) || folded[at - 1] == '%' || folded[at - 1] == '.');
    char next = peek(at + 1);
    return left && (isLetter(next) || isDigit(next) || isCurrency(next));
  }

  private int skipSpaces(int at) {
    int end = at;
    while (end < length && (folded[end] == ' ' || folded[end] == '\u00a0') && end - at < 2) {
      end++;
    }
    return end;
  }

  private boolean matches(int at, String word) {
    if (at + word.length() > length) {
      return false;
    }
    for (int k = 0; k < word.length(); k++) {
      if (folded[at + k] != word.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  private boolean matchesWord(int at, String word) {
    return matches(at, word) && !isLetter(peek(at + word.length()));
  }

  private static char fold(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return switch (c) {
      case '\u2019', '\u2018', '\u02bc', '\u00b4' -> '\'';
      case '\u2010', '\u2011' -> '-';
      case '\u00a0' -> ' ';
      case '\u2026' -> '.';
      default -> Character.toLowerCase(c);
    };
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || (c > 127 && Character.isSpaceChar(c));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c > 127 && Character.isLetter(c));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isDash(char c) {
    return c == '-' || c == '\u2013' || c == '\u2014' || c == '\u2212';
  }

  private static boolean isCurrency(char c) {
    return c == '$' || c == '\u20ac' || c == '\u00a3' || c == '\u00a5' || c == '\u20b9';
  }

  private static boolean isPunctuation(char c) {
    return ",;:!?()[]{}\"'|*".indexOf(c) >= 0
        || isDash(c)
        || c == '\u201c'
        || c == '\u201d'
        || c == '\u00ab'
        || c == '\u00bb'
        || c == '\u2022'
        || c == '\u00b7';
  }

  private static boolean isPictograph(int point) {
    return (point >= 0x1f000 && point <= 0x1faff) || (point >= 0x2600 && point <= 0x27bf);
  }

  private static boolean isInvisible(int point) {
    return point == 0xfe0f || point == 0x200d || point == 0x200b || point == 0xfeff;
  }
}
