package io.readthrough.core.fact.item;

import io.readthrough.core.fact.item.SentenceItems.Break;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.WordTable;

/// The tenses in which the figures of a sentence are told.
public final class Tenses {
  /// How far from a figure its verb is looked for, in items.
  private static final int REACH = 14;

  /// Verbs of the past that do not end as most do. Forms that are of now too, such as "put", count
  /// as past: notes report.
  private static final WordTable PAST =
      WordTable.of(
          "was were had did rose fell grew came went got made took gave kept held led left lost won"
              + " beat shrank sank sold bought built cut hit met paid ran saw said set spent stood"
              + " told brought drew drove fed found flew froze shot slid sprang stuck swung threw"
              + " wrote became began broke chose dealt put");

  private static final WordTable PRESENT =
      WordTable.of(
          "is are has have does do trades trade sells sell yields yield stands stand sits sit"
              + " offers holds owns own owes pays pay costs cost earns makes runs accounts"
              + " represents remains leaves implies means equals needs carries carry looks"
              + " discounts prices assumes values puts am 's 're");

  private final SentenceItems items;

  /// The tenses of a sentence.
  public Tenses(SentenceItems items) {
    this.items = items;
  }

  /// When what a verb tells is.
  public enum Tense {
    PAST,
    PRESENT,
    OTHER
  }

  /// The tense of the verb that stands nearest before item `k` in its clause, or else behind it.
  public Tense at(int k) {
    for (int j = k - 1; j >= 0 && k - j <= REACH && !(items.get(j) instanceof Break); j--) {
      Tense tense = of(j);
      if (tense != Tense.OTHER) {
        return tense;
      }
    }
    for (int j = k + 1;
        j < items.size() && j - k <= REACH && !(items.get(j) instanceof Break);
        j++) {
      Tense tense = of(j);
      if (tense != Tense.OTHER) {
        return tense;
      }
    }
    return Tense.OTHER;
  }

  private Tense of(int k) {
    int token = items.get(k).from();
    if (!items.tokens().is(token, TokenKind.WORD)) {
      return Tense.OTHER;
    }
    if (PRESENT.find(items.tokens(), token) != WordTable.ABSENT) {
      return Tense.PRESENT;
    }
    boolean past = PAST.find(items.tokens(), token) != WordTable.ABSENT;
    return past || items.endsIn(k, "ed") ? Tense.PAST : Tense.OTHER;
  }
}
