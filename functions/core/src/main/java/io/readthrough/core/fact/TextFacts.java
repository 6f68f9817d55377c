package io.readthrough.core.fact;

import io.readthrough.core.fact.FactFinder.FoundFacts;
import io.readthrough.core.fact.choice.FigureCases;
import io.readthrough.core.fact.figure.FigureReader;
import io.readthrough.core.fact.item.FactVocabulary;
import io.readthrough.core.fact.item.SentenceItems;
import io.readthrough.core.fact.item.SentenceReader;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.period.NotePeriods;
import io.readthrough.core.fact.period.PeriodReader;
import io.readthrough.core.fact.sentence.FactWeights;
import io.readthrough.core.fact.sentence.FoundFact;
import io.readthrough.core.fact.sentence.MetricTopics;
import io.readthrough.core.fact.sentence.PeriodTopics;
import io.readthrough.core.fact.sentence.SentenceFacts;
import io.readthrough.core.fact.table.TableCells;
import io.readthrough.core.fact.table.TableFacts;
import io.readthrough.core.fact.table.TableRows;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.security.Mention;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the facts of one text, sentence by sentence and table by table.
final class TextFacts {
  private static final int MOST_HEADING_TOKENS = 8;

  private final FactVocabulary vocabulary;
  private final FactWeights weights;
  private final Tokens tokens;
  private final Sentences sentences;
  private final List<TableRows> tables;
  private final List<Mention> mentions;
  private final @Nullable FigureCases cases;

  private final FigureReader figures;
  private final PeriodReader periodReader;
  private final SentenceReader reader;
  private final TableCells cells;
  private final MetricTopics topics;
  private final PeriodTopics periods;
  private final ReportedPeriods reported;

  private final List<FoundFact> facts = new ArrayList<>();
  private final List<TextSpan> unreadable = new ArrayList<>();

  private int nextMention;
  private int nextTable;

  /// The last sentence with figures, and which one that is.
  private @Nullable SentenceItems read;

  private int readAt;

  /// The sentence before, where it has figures.
  private @Nullable SentenceFacts last;

  /// @param weights what was learned of figures
  /// @param cases is given each choice that is made; null where nobody asks
  TextFacts(
      FactVocabulary vocabulary,
      FactWeights weights,
      Tokens tokens,
      Sentences sentences,
      List<Region> regions,
      List<Mention> mentions,
      @Nullable FigureCases cases) {
    this.vocabulary = vocabulary;
    this.weights = weights;
    this.tokens = tokens;
    this.sentences = sentences;
    this.tables = TableRows.of(tokens, regions);
    this.mentions = mentions;
    this.cases = cases;
    this.figures = new FigureReader(tokens);
    this.periodReader = new PeriodReader(tokens);
    this.reader = new SentenceReader(tokens, vocabulary, figures, periodReader);
    this.cells = new TableCells(tokens, mentions, vocabulary, weights, figures, reader);
    this.topics = new MetricTopics(vocabulary.words().in(tokens));
    NotePeriods ofNote = NotePeriods.of(tokens, periodReader);
    this.periods =
        new PeriodTopics(
            ofNote, mentions.isEmpty() ? null : mentions.getFirst().security().entityId());
    this.reported = new ReportedPeriods(vocabulary.reported(), ofNote.title());
  }

  FoundFacts find() {
    for (int s = 0; s < sentences.size(); s++) {
      int from = sentences.first(s);
      List<Mention> named = mentionsTo(tokens.end(sentences.end(s) - 1));
      TableRows table = tableAt(from);
      if (table == null) {
        readSentence(s, named);
        continue;
      }
      if (from <= table.first() || s == 0 || sentences.first(s - 1) < table.first()) {
        int first = facts.size();
        new TableFacts(table, cells).addTo(facts);
        facts.subList(first, facts.size()).replaceAll(reported::fill);
      }
      last = null;
    }
    return new FoundFacts(facts, unreadable);
  }

  /// The mentions before the place `end` that no sentence before had.
  private List<Mention> mentionsTo(int end) {
    int first = nextMention;
    while (nextMention < mentions.size() && mentions.get(nextMention).span().start() < end) {
      nextMention++;
    }
    return mentions.subList(first, nextMention);
  }

  /// The table that token `i` stands in; null when it stands in none.
  private @Nullable TableRows tableAt(int i) {
    while (nextTable < tables.size() && tables.get(nextTable).end() <= i) {
      nextTable++;
    }
    boolean inside = nextTable < tables.size() && tables.get(nextTable).first() <= i;
    return inside ? tables.get(nextTable) : null;
  }

  private void readSentence(int s, List<Mention> named) {
    int from = sentences.first(s);
    int to = sentences.end(s);
    addUnreadable(from, to);
    boolean follows = !tokens.paragraphBefore(from);
    periods.next(follows);
    if (!figures.anyIn(from, to)) {
      periodReader.allIn(from, to).forEach(read -> periods.print(read.period()));
      return;
    }
    SentenceItems items = reader.read(from, to, named);
    if (items.isDisclosure()) {
      return;
    }
    SentenceItems before = follows && s > 0 ? before(s - 1) : null;
    Metric heading = before != null && isHeading(s - 1) ? before.lastMetric() : null;
    topics.next(follows, before);
    read = items;
    readAt = s;
    last =
        new SentenceFacts(
            items,
            figures,
            vocabulary,
            weights,
            follows ? last : null,
            heading,
            topics,
            periods,
            cases);
    int first = facts.size();
    last.addTo(facts);
    facts.subList(first, facts.size()).forEach(reported::tell);
  }

  /// The sentence `s`, which one with figures follows.
  private SentenceItems before(int s) {
    return read != null && readAt == s
        ? read
        : reader.read(sentences.first(s), sentences.end(s), List.of());
  }

  /// Whether sentence `s` is a short one without figures: "Then the dividend."
  private boolean isHeading(int s) {
    int from = sentences.first(s);
    int to = sentences.end(s);
    return to - from <= MOST_HEADING_TOKENS && !figures.anyIn(from, to);
  }

  private void addUnreadable(int from, int to) {
    for (int i = from; i < to; i++) {
      if (figures.isUnreadable(i)) {
        unreadable.add(tokens.span(i, i + 1));
      }
    }
  }
}
