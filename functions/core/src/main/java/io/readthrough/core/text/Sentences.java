package io.readthrough.core.text;

import io.readthrough.core.note.TextSpan;
import java.util.Arrays;
import java.util.Set;

/// The sentences of a text as ranges of its tokens. Headings, list items and table rows, which end
/// with their line, are sentences too.
public final class Sentences {
  /// A line this long, in UTF-16 units, may be wrapped, so its end need not end the sentence.
  private static final int WRAPPED_LINE = 55;

  /// Never end a sentence with their dot.
  private static final Set<String> TITLES =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "vs", "no", "nos", "rs", "st", "messrs", "approx", "est",
          "fig", "cf", "vol");

  /// End a sentence with their dot only when a new one plainly begins.
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "inc", "corp", "co", "cos", "ltd", "plc", "llc", "lp", "bn", "mn", "tn", "cr", "jr", "sr",
          "etc", "al", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
          "dec", "u.s", "u.k", "e.u", "e.g", "i.e", "a.m", "p.m", "p.a", "u.n", "s.a", "n.v",
          "s.p.a", "cons");

  /// Words that begin sentences and rarely continue a name.
  private static final Set<String> OPENERS =
      Set.of(
          "the",
          "a",
          "an",
          "it",
          "its",
          "in",
          "on",
          "at",
          "for",
          "we",
          "our",
          "this",
          "that",
          "these",
          "those",
          "but",
          "and",
          "however",
          "while",
          "although",
          "if",
          "as",
          "with",
          "when",
          "management",
          "shares",
          "they",
          "he",
          "she",
          "there",
          "revenue",
          "analysts",
          "by",
          "after",
          "meanwhile",
          "separately",
          "investors");

  private final Tokens tokens;
  private final int[] firsts;

  private Sentences(Tokens tokens, int[] firsts) {
    this.tokens = tokens;
    this.firsts = firsts;
  }

  /// Splits `tokens` into sentences, in one pass.
  public static Sentences of(Tokens tokens) {
    int[] firsts = new int[16];
    int count = 0;
    int lineStart = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (i == 0 || starts(tokens, i, lineStart)) {
        if (count + 1 == firsts.length) {
          firsts = Arrays.copyOf(firsts, firsts.length * 2);
        }
        firsts[count++] = i;
      }
      if (tokens.lineBefore(i)) {
        lineStart = tokens.start(i);
      }
    }
    firsts = Arrays.copyOf(firsts, count + 1);
    firsts[count] = tokens.size();
    return new Sentences(tokens, firsts);
  }

  /// How many sentences there are.
  public int size() {
    return firsts.length - 1;
  }

  /// The first token of sentence `s`.
  public int first(int s) {
    return firsts[s];
  }

  /// The token after the last one of sentence `s`.
  public int end(int s) {
    return firsts[s + 1];
  }

  /// Where sentence `s` stands in the text.
  public TextSpan span(int s) {
    return tokens.span(firsts[s], firsts[s + 1]);
  }

  /// The sentence that holds token `token`.
  public int containing(int token) {
    int found = Arrays.binarySearch(firsts, 0, size(), token);
    return found >= 0 ? found : -found - 2;
  }

  private static boolean starts(Tokens tokens, int i, int lineStart) {
    if (tokens.paragraphBefore(i)) {
      return true;
    }
    int last = lastBeforeClosers(tokens, i - 1);
    boolean terminal = isTerminal(tokens, last);
    if (tokens.lineBefore(i)) {
      boolean wrapped = tokens.end(i - 1) - lineStart >= WRAPPED_LINE && !isBullet(tokens, i);
      return !wrapped || (terminal && startsNew(tokens, last, i));
    }
    return terminal && startsNew(tokens, last, i);
  }

  private static boolean isTerminal(Tokens tokens, int i) {
    char c = tokens.foldedAt(tokens.end(i) - 1);
    return c == '.' || c == '!' || c == '?';
  }

  /// Whether token `i` opens a new sentence after the mark or abbreviation `last`.
  private static boolean startsNew(Tokens tokens, int last, int i) {
    if (!tokens.spaceBefore(i)) {
      return tokens.isMark(last, '.') && isGlued(tokens, i);
    }
    int word = i;
    while (word + 1 < tokens.size() && tokens.is(word, TokenKind.PUNCTUATION)) {
      word++;
    }
    if (tokens.is(word, TokenKind.WORD) && !tokens.capitalised(word)) {
      return Character.isDigit(tokens.foldedAt(tokens.start(word)));
    }
    return !abbreviates(tokens, last) || isOpener(tokens, word);
  }

  private static boolean isOpener(Tokens tokens, int word) {
    return tokens.capitalised(word) && OPENERS.contains(tokens.folded(word));
  }

  /// "charges.Offsetting": two sentences that lost the space between them.
  private static boolean isGlued(Tokens tokens, int i) {
    return tokens.is(i, TokenKind.WORD)
        && tokens.capitalised(i)
        && !tokens.allCaps(i)
        && tokens.end(i) - tokens.start(i) > 1;
  }

  /// Whether the dot at `last` may belong to an abbreviation.
  private static boolean abbreviates(Tokens tokens, int last) {
    String word;
    if (tokens.is(last, TokenKind.WORD)) {
      word = tokens.folded(last).substring(0, tokens.end(last) - tokens.start(last) - 1);
    } else if (tokens.isMark(last, '.') && last > 0 && !tokens.spaceBefore(last)) {
      if (!tokens.is(last - 1, TokenKind.WORD)) {
        return false;
      }
      word = tokens.folded(last - 1);
    } else {
      return false;
    }
    boolean initial = word.length() == 1 && tokens.capitalised(last > 0 ? last - 1 : last);
    return initial || TITLES.contains(word) || ABBREVIATIONS.contains(word);
  }

  private static int lastBeforeClosers(Tokens tokens, int i) {
    int last = i;
    while (last > 0 && i - last < 3 && isCloser(tokens, last)) {
      last--;
    }
    return last;
  }

  private static boolean isCloser(Tokens tokens, int i) {
    return tokens.is(i, TokenKind.PUNCTUATION)
        && !tokens.spaceBefore(i)
        && (tokens.isMark(i, '"')
            || tokens.isMark(i, '\'')
            || tokens.isMark(i, '\u201d')
            || tokens.isMark(i, ')')
            || tokens.isMark(i, ']')
            || tokens.isMark(i, '*'));
  }

  private static boolean isBullet(Tokens tokens, int i) {
    return tokens.isMark(i, '-')
        || tokens.isMark(i, '*')
        || tokens.isMark(i, '\u2022')
        || tokens.isMark(i, '|')
        || tokens.isMark(i, '#')
        || tokens.isMark(i, '\u2013');
  }
}
