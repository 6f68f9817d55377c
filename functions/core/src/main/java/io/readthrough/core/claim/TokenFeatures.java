package io.readthrough.core.claim;

import io.readthrough.core.choice.FeatureNames;
import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.claim.SentenceReader.Sentence;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordClass;
import io.readthrough.core.text.WordTable;
import java.util.BitSet;
import java.util.List;

/// What single tokens of a sentence tell: its figures, its tense, who speaks, its marks.
@SuppressWarnings("EnumOrdinal") // A set of kinds is a set of their numbers.
final class TokenFeatures {
  /// Verbs that report, in the past tense, beside those that end in "-ed".
  private static final WordTable PAST_VERBS =
      WordTable.of(
          "rose fell grew came went was were had did beat lost won made took gave sold bought paid"
              + " cost hit cut said told saw held kept left met built spent ran began slid shrank"
              + " sank swung drew brought became put set shed");

  private final int[] figures;
  private final int multiple;
  private final int percent;
  private final int money;
  private final int period;
  private final int past;
  private final int present;
  private final int future;
  private final int report;
  private final int we;
  private final int quotes;
  private final int asks;
  private final int colon;
  private final int semicolon;

  TokenFeatures(FeatureNames names) {
    figures = names.addEach("figures", List.of("none", "one", "two", "more"));
    multiple = names.add("figure:multiple");
    percent = names.add("figure:percent");
    money = names.add("figure:money");
    period = names.add("figure:period");
    past = names.add("tense:past");
    present = names.add("tense:present");
    future = names.add("tense:future");
    report = names.add("tense:past with figures");
    we = names.add("we");
    quotes = names.add("quotes");
    asks = names.add("asks");
    colon = names.add("mark:colon");
    semicolon = names.add("mark:semicolon");
  }

  /// Adds what a sentence has; answers whether it has a figure.
  ///
  /// @param named the tokens of names
  boolean add(Tokens tokens, Sentence sentence, BitSet named, FeatureVector vector) {
    int count = 0;
    boolean did = false;
    boolean does = false;
    boolean will = false;
    boolean speaks = false;
    boolean quoting = false;
    boolean colons = false;
    boolean semicolons = false;
    BitSet kinds = new BitSet();
    for (int i = sentence.first(); i < sentence.end(); i++) {
      TokenKind kind = tokens.kind(i);
      kinds.set(kind.ordinal());
      count += kind.isFigure() ? 1 : 0;
      if (kind == TokenKind.PUNCTUATION) {
        quoting |= tokens.isMark(i, '"') || tokens.isMark(i, '\u201c');
        colons |= tokens.isMark(i, ':');
        semicolons |= tokens.isMark(i, ';');
      }
      if (kind != TokenKind.WORD || named.get(i)) {
        continue;
      }
      speaks |= tokens.is(i, "we") || tokens.is(i, "our") || tokens.is(i, "i");
      boolean isPast = PAST_VERBS.find(tokens, i) >= 0 || endsInEd(tokens, i);
      did |= isPast;
      will |= tokens.is(i, "will") || tokens.is(i, "would") || tokens.is(i, "should");
      does |= !isPast && isPresent(tokens, i);
    }
    vector.add(figures[Math.min(count, figures.length - 1)]);
    vector.addIf(kinds.get(TokenKind.MULTIPLE.ordinal()), multiple);
    vector.addIf(kinds.get(TokenKind.PERCENT.ordinal()), percent);
    vector.addIf(kinds.get(TokenKind.MONEY.ordinal()), money);
    vector.addIf(kinds.get(TokenKind.PERIOD.ordinal()), period);
    vector.addIf(did, past);
    vector.addIf(does, present);
    vector.addIf(will, future);
    vector.addIf(did && !does && !will && count > 0, report);
    vector.addIf(speaks, we);
    vector.addIf(quoting, quotes);
    vector.addIf(tokens.isMark(sentence.end() - 1, '?'), asks);
    vector.addIf(colons, colon);
    vector.addIf(semicolons, semicolon);
    return count > 0;
  }

  private static boolean endsInEd(Tokens tokens, int i) {
    int end = tokens.end(i);
    return end - tokens.start(i) > 3
        && tokens.foldedAt(end - 1) == 'd'
        && tokens.foldedAt(end - 2) == 'e';
  }

  private static boolean isPresent(Tokens tokens, int i) {
    WordClass wordClass = WordClass.of(tokens, i);
    return wordClass == WordClass.BE || tokens.is(i, "has") || tokens.is(i, "have");
  }
}
