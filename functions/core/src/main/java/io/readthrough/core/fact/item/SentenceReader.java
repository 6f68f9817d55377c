package io.readthrough.core.fact.item;

import io.readthrough.core.fact.figure.Figure;
import io.readthrough.core.fact.figure.FigureReader;
import io.readthrough.core.fact.figure.NumberWords;
import io.readthrough.core.fact.item.SentenceItems.Break;
import io.readthrough.core.fact.item.SentenceItems.Comma;
import io.readthrough.core.fact.item.SentenceItems.CueItem;
import io.readthrough.core.fact.item.SentenceItems.FigureItem;
import io.readthrough.core.fact.item.SentenceItems.Item;
import io.readthrough.core.fact.item.SentenceItems.MetricItem;
import io.readthrough.core.fact.item.SentenceItems.OtherWord;
import io.readthrough.core.fact.item.SentenceItems.PeriodItem;
import io.readthrough.core.fact.metric.HintsMet;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.period.PeriodReader;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.security.Mention;
import io.readthrough.core.text.PhraseIndex;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the sentences and the cells of a text as rows of items.
public final class SentenceReader {
  private static final WordTable QUALIFIERS = WordTable.of("per test covenant threshold");

  private final Tokens tokens;
  private final FactVocabulary vocabulary;
  private final FigureReader figures;
  private final PeriodReader periods;

  /// The hint that starts at the item that is being read.
  private long hint = PhraseIndex.NONE;

  /// Whether the sentence that is being read is of the note's own firm.
  private boolean disclosure;

  /// Reads sentences of `tokens`; `figures` and `periods` read the same text.
  public SentenceReader(
      Tokens tokens, FactVocabulary vocabulary, FigureReader figures, PeriodReader periods) {
    this.tokens = tokens;
    this.vocabulary = vocabulary;
    this.figures = figures;
    this.periods = periods;
  }

  /// Reads the tokens from `first` to `end`, whose mentions are `mentions`.
  public SentenceItems read(int first, int end, List<Mention> mentions) {
    List<Item> items = new ArrayList<>();
    HintsMet hints = new HintsMet();
    disclosure = false;
    int mention = 0;
    int i = first;
    while (i < end) {
      while (mention < mentions.size() && mentions.get(mention).span().end() <= tokens.start(i)) {
        mention++;
      }
      TextSpan named = mention < mentions.size() ? mentions.get(mention).span() : null;
      hint = PhraseIndex.NONE;
      Item item = item(i, end, named);
      if (isHint(item)) {
        hints.add(item.from(), hint);
      }
      items.add(item);
      i = item.to();
    }
    return new SentenceItems(tokens, items, hints, mentions, disclosure);
  }

  private Item item(int i, int end, @Nullable TextSpan named) {
    if (tokens.is(i, TokenKind.CLITIC)) {
      return new CueItem(i, i + 1, Cue.ARTICLE);
    }
    int starts = vocabulary.starts(tokens, i);
    if ((starts & FactVocabulary.HINT) != 0) {
      hint = vocabulary.hints().find(tokens, i);
    }
    disclosure |= (starts & FactVocabulary.DISCLOSURE) != 0;
    boolean number = tokens.is(i, TokenKind.NUMBER) || (starts & FactVocabulary.NUMBER) != 0;
    boolean metric = (starts & FactVocabulary.METRIC) != 0;
    if (number && metric) {
      long found = vocabulary.findMetric(tokens, i, end);
      Metric called =
          found == PhraseIndex.NONE ? null : vocabulary.metric(PhraseIndex.value(found));
      if (called != null) {
        return new MetricItem(i, PhraseIndex.end(found), called);
      }
    }
    Item timeOrFigure = timeOrFigure(i, end, starts);
    if (timeOrFigure != null) {
      return timeOrFigure;
    }
    boolean insideName = named != null && named.start() <= tokens.start(i);
    long found = metric ? vocabulary.findMetric(tokens, i, end) : PhraseIndex.NONE;
    if (found != PhraseIndex.NONE) {
      int to = PhraseIndex.end(found);
      Metric called = vocabulary.metric(PhraseIndex.value(found));
      if (insideName && tokens.end(to - 1) <= endOf(named)) {
        return new OtherWord(i, i + 1);
      }
      return called == null || isQualified(to, end)
          ? new OtherWord(i, to)
          : new MetricItem(i, to, called);
    }
    boolean cued = !insideName && (starts & FactVocabulary.CUE) != 0;
    long cue = cued ? vocabulary.findCue(tokens, i, end) : PhraseIndex.NONE;
    if (cue != PhraseIndex.NONE) {
      int to = PhraseIndex.end(cue);
      // The full stop of "cons." within a sentence.
      boolean stop = to + 1 < end && tokens.isMark(to, '.') && !tokens.spaceBefore(to);
      return new CueItem(i, stop ? to + 1 : to, vocabulary.cue(PhraseIndex.value(cue)));
    }
    return tokens.is(i, TokenKind.PUNCTUATION) || tokens.isMark(i, '|')
        ? mark(i)
        : new OtherWord(i, i + 1);
  }

  /// Whether a hint was met where `item` starts, unless the item is the name of something else that
  /// only begins with its words: "price" in "price target".
  private boolean isHint(Item item) {
    boolean inside =
        item.to() > PhraseIndex.end(hint)
            && (item instanceof MetricItem || item.to() - item.from() > 1);
    return hint != PhraseIndex.NONE && !inside;
  }

  private @Nullable Item timeOrFigure(int i, int end, int starts) {
    boolean word = tokens.is(i, TokenKind.WORD);
    if (!word || (starts & FactVocabulary.PERIOD) != 0 || PeriodReader.mayBeCode(tokens, i)) {
      PeriodReader.Read period = periods.at(i, end);
      if (period != null) {
        return new PeriodItem(i, period.to(), period.period());
      }
    }
    boolean mayBe = (starts & FactVocabulary.NUMBER) != 0 || figures.mayStart(i, end);
    Figure figure = mayBe ? figures.at(i, end) : null;
    if (figure == null && (starts & FactVocabulary.NUMBER) != 0) {
      figure = counted(i, end);
    }
    return figure == null ? null : new FigureItem(i, figure.to(), figure);
  }

  /// A number in words before what it counts: "eight ships", "twelve modern ships".
  private @Nullable Figure counted(int i, int end) {
    BigDecimal number = NumberWords.at(tokens, i);
    if (number == null || number.compareTo(BigDecimal.ONE) <= 0) {
      return null;
    }
    for (int j = i + 1; j < end && j <= i + 2 && tokens.is(j, TokenKind.WORD); j++) {
      if (vocabulary.hints().countsGoods(tokens, j)) {
        return new Figure(i, i + 1, Figure.Kind.COUNT, number, number, "count");
      }
    }
    return null;
  }

  private Item mark(int i) {
    if (tokens.isMark(i, ';') || tokens.isMark(i, '|')) {
      return new Break(i, i + 1);
    }
    boolean comma = !tokens.isMark(i, '*') && !tokens.isMark(i, '"') && !tokens.isMark(i, '.');
    return comma ? new Comma(i, i + 1) : new OtherWord(i, i + 1);
  }

  /// "revenue per case" and "a leverage test" are other things than revenue and leverage.
  private boolean isQualified(int to, int end) {
    return to < end && QUALIFIERS.find(tokens, to) != WordTable.ABSENT;
  }

  private static int endOf(@Nullable TextSpan span) {
    return span == null ? 0 : span.end();
  }
}
