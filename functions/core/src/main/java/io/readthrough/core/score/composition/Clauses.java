package io.readthrough.core.score.composition;

import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import java.util.Arrays;

/// The clauses of a text: stretches of a sentence between marks, subordinators and relatives.
public final class Clauses {
  /// A bracket with more tokens than this is a clause.
  private static final int LONGEST_CODE = 4;

  private final int[] ofToken;
  private final int[] firsts;

  private Clauses(int[] ofToken, int[] firsts) {
    this.ofToken = ofToken;
    this.firsts = firsts;
  }

  /// Splits every sentence into its clauses, in one pass.
  public static Clauses of(Tokens tokens, Sentences sentences) {
    int[] ofToken = new int[tokens.size()];
    int[] firsts = new int[16];
    int count = 0;
    for (int s = 0; s < sentences.size(); s++) {
      int inside = 0;
      for (int i = sentences.first(s); i < sentences.end(s); i++) {
        inside = Math.max(inside, shortBracketEnd(tokens, i, sentences.end(s)));
        if (i == sentences.first(s) || (i > inside && opens(tokens, i))) {
          if (count + 1 >= firsts.length) {
            firsts = Arrays.copyOf(firsts, firsts.length * 2);
          }
          firsts[count++] = i;
        }
        ofToken[i] = count - 1;
      }
    }
    firsts = Arrays.copyOf(firsts, count + 1);
    firsts[count] = tokens.size();
    return new Clauses(ofToken, firsts);
  }

  /// The clause of token `i`, counted over the text.
  public int of(int i) {
    return ofToken[i];
  }

  /// How many clauses there are.
  public int size() {
    return firsts.length - 1;
  }

  /// The first token of clause `c`.
  public int first(int c) {
    return firsts[c];
  }

  /// The token after the last of clause `c`.
  public int end(int c) {
    return firsts[c + 1];
  }

  /// The end of a bracket that opens at `i` and holds no more than a code or an abbreviation: "Acme
  /// (NYSE: ACM)", "Acme <ACM.N>"; 0 when none does. It is no clause of its own.
  public static int shortBracketEnd(Tokens tokens, int i, int end) {
    if (!tokens.isMark(i, '(') && !tokens.isMark(i, '<')) {
      return 0;
    }
    char closes = tokens.isMark(i, '(') ? ')' : '>';
    for (int k = i + 1; k < Math.min(end, i + LONGEST_CODE + 2); k++) {
      if (tokens.isMark(k, closes)) {
        return k + 1;
      }
    }
    return 0;
  }

  /// Whether a clause opens with token `i`: after a mark that divides, or with a word that
  /// subordinates.
  private static boolean opens(Tokens tokens, int i) {
    if (divides(tokens, i - 1)) {
      return true;
    }
    return switch (WordClass.of(tokens, i)) {
      case SUBORDINATOR -> !(tokens.is(i, "as") && isFixed(tokens, i));
      case RELATIVE -> tokens.is(i, "which");
      // "sells paint and should see fewer orders": a second verb of the same subject.
      case COORDINATOR -> i + 1 < tokens.size() && WordClass.isAuxiliary(tokens, i + 1);
      case DETERMINER,
          POSSESSIVE,
          PRONOUN,
          PREPOSITION,
          BY,
          TO,
          THAN,
          BE,
          HAVE,
          MODAL,
          DO,
          ADVERB,
          OPEN,
          NONE ->
          false;
    };
  }

  /// "as well as", "as much as 5%", "such as".
  private static boolean isFixed(Tokens tokens, int i) {
    if (i > 0
        && (tokens.is(i - 1, "such") || tokens.is(i - 1, "well") || tokens.is(i - 1, "same"))) {
      return true;
    }
    return i + 2 < tokens.size() && tokens.is(i + 2, "as");
  }

  static boolean divides(Tokens tokens, int i) {
    if (!tokens.is(i, TokenKind.PUNCTUATION)) {
      return false;
    }
    char c = tokens.foldedAt(tokens.start(i));
    return c != '\'' && c != '"' && c != '\u201c' && c != '\u201d' && c != '*';
  }
}
