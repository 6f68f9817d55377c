package io.readthrough.core.security;

import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;

/// The words at the end of a legal name that say what sort of company it is: "Inc.", "plc", "AG".
final class LegalForms {
  private static final WordTable FORMS =
      WordTable.of(
          "inc incorporated corp corporation co company companies ltd limited plc p.l.c p.l.c. ag"
              + " se nv n.v n.v. sa s.a s.a. spa s.p.a s.p.a. ab as asa oyj kgaa lp l.p l.p. llc"
              + " pbc aktiengesellschaft holdings holding group");

  /// Those that a name may keep in everyday use, so they prove nothing by themselves.
  private static final WordTable LOOSE = WordTable.of("holdings holding group company companies");

  /// The tokens of "A/S".
  private static final int DANISH = 3;

  private LegalForms() {}

  /// Where the name of `tokens` from `from` to `to` ends when its legal form is taken off.
  static int core(Tokens tokens, int from, int to) {
    int end = to;
    while (end > from + 1) {
      if (isForm(tokens, end - 1) || isJoint(tokens, end - 1)) {
        end--;
      } else if (end - DANISH > from && isDanish(tokens, end - DANISH)) {
        end -= DANISH;
      } else {
        break;
      }
    }
    return end;
  }

  /// The end of the legal form that follows token `end - 1`, or `end` when none does.
  static int after(Tokens tokens, int end) {
    int last = end;
    int i = end;
    while (i < tokens.size() && i - end < 8 && !tokens.paragraphBefore(i)) {
      if (isDanish(tokens, i)) {
        i += DANISH;
        last = i;
      } else if (isForm(tokens, i) && isWrittenAsForm(tokens, i)) {
        last = ++i;
      } else if (isJoint(tokens, i) || isJointWord(tokens, i)) {
        i++;
      } else {
        break;
      }
    }
    return last;
  }

  /// Whether the tokens from `from` to `to` hold a form that only companies have.
  static boolean isCertain(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (isDanish(tokens, i) || (isForm(tokens, i) && LOOSE.find(tokens, i) == WordTable.ABSENT)) {
        return true;
      }
    }
    return false;
  }

  /// Whether "A/S", three tokens, stands at token `i`.
  private static boolean isDanish(Tokens tokens, int i) {
    return i + DANISH <= tokens.size()
        && tokens.isMark(i + 1, '/')
        && tokens.is(i, "a")
        && tokens.is(i + 2, "s")
        && !tokens.spaceBefore(i + 1)
        && !tokens.spaceBefore(i + 2);
  }

  /// Whether token `i` is a legal form.
  static boolean isForm(Tokens tokens, int i) {
    return tokens.is(i, TokenKind.WORD) && FORMS.find(tokens, i) != WordTable.ABSENT;
  }

  /// "plc" and "Co" are forms; "company" and "as" in running text are not.
  private static boolean isWrittenAsForm(Tokens tokens, int i) {
    return tokens.capitalised(i) ? !tokens.is(i, "as") : tokens.is(i, "plc") || tokens.is(i, "inc");
  }

  private static boolean isJoint(Tokens tokens, int i) {
    return tokens.isMark(i, '.') || tokens.isMark(i, ',') || tokens.isMark(i, '&');
  }

  private static boolean isJointWord(Tokens tokens, int i) {
    return tokens.is(i, "and") && i + 1 < tokens.size() && tokens.is(i + 1, "company");
  }
}
