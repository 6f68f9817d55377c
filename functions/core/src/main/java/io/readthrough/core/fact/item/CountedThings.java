package io.readthrough.core.fact.item;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;
import java.math.BigDecimal;

/// Tells the numbers of a sentence that count things from those that are part of a name or of the
/// author's sample.
public final class CountedThings {
  /// A thing that is counted stands so many words behind its number at most.
  private static final int MOST_WORDS = 3;

  /// How far before a number words may tell that it is the author's sample.
  private static final int SAMPLE_REACH = 4;

  private static final BigDecimal LEAST_LARGE = BigDecimal.valueOf(1_000);

  /// A number of so much that has no thousands set apart is printed with its scale.
  private static final BigDecimal LEAST_SCALED = BigDecimal.valueOf(10_000);

  private static final WordTable SAMPLES =
      WordTable.of(
          "our panel survey surveyed spoke spoken visited walked interviewed called asked polled"
              + " checked back sample met");

  private static final WordTable PLURALS =
      WordTable.of("people men women children cattle aircraft");

  private static final WordTable SINGULARS =
      WordTable.of(
          "always perhaps versus across besides plus thus gains loses falls rises times earns pays"
              + " costs looks gets makes takes goes comes says sees means leaves gives ends does");

  private final SentenceItems items;

  CountedThings(SentenceItems items) {
    this.items = items;
  }

  /// Whether a number counts what the words behind it name: "29 exchange states".
  public boolean areCountedBy(int k) {
    Tokens tokens = items.tokens();
    if (isNumbered(tokens, items.get(k).from()) || isSample(k)) {
      return false;
    }
    int end = items.get(items.size() - 1).to();
    int i = items.get(k).to();
    for (int words = 0; i < end && words < MOST_WORDS; words++, i++) {
      boolean word = tokens.is(i, TokenKind.WORD) && !tokens.lineBefore(i);
      if (!word || WordClass.of(tokens, i) != WordClass.OPEN) {
        return false;
      }
      if (isPlural(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a number can be nothing but a quantity by how it is printed: "72,310", "38m". Years
  /// and numbers of things have no thousands set apart.
  public boolean isLarge(int k, Figure figure) {
    Tokens tokens = items.tokens();
    int from = items.get(k).from();
    boolean apart = tokens.span(from, items.get(k).to()).of(tokens.text()).indexOf(',') > 0;
    boolean scaled = figure.high().compareTo(LEAST_SCALED) >= 0;
    return figure.high().compareTo(LEAST_LARGE) >= 0 && (apart || scaled) && !isSample(k);
  }

  /// "Trainium 3": a number that is part of a name.
  private boolean isNumbered(Tokens tokens, int i) {
    boolean named = i > items.get(0).from() && tokens.capitalised(i - 1);
    return (named && tokens.is(i - 1, TokenKind.WORD) && !tokens.lineBefore(i))
        || (i > 0 && tokens.isMark(i - 1, '&'));
  }

  /// Whether a number counts what the author looked at: "our panel of 212 veterinarians".
  private boolean isSample(int k) {
    for (int j = k - 1; j >= 0 && k - j <= SAMPLE_REACH; j--) {
      int token = items.get(j).from();
      if (SAMPLES.find(items.tokens(), token) != WordTable.ABSENT) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlural(Tokens tokens, int i) {
    int length = tokens.end(i) - tokens.start(i);
    boolean ends =
        tokens.foldedAt(tokens.end(i) - 1) == 's' && tokens.foldedAt(tokens.end(i) - 2) != 's';
    return PLURALS.find(tokens, i) != WordTable.ABSENT
        || (length > 3 && ends && SINGULARS.find(tokens, i) == WordTable.ABSENT);
  }
}
