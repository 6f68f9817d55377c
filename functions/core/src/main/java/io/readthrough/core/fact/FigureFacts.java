package io.readthrough.core.fact;

import io.readthrough.core.fact.figure.FigureReader;
import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.period.NotePeriods;
import io.readthrough.core.fact.period.PeriodReader;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.security.Mention;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads facts from the words around every figure: the metric that it belongs to, what it is (a
/// level, a change, what went before, what was expected), its period and its basis. Tables are read
/// by their rows and columns. A figure whose metric or unit is not plain is left out.
public final class FigureFacts implements FactFinder {
  private static final int MOST_HEADING_TOKENS = 8;

  private final FactVocabulary vocabulary = FactVocabulary.standard();

  @Override
  public FoundFacts find(
      Tokens tokens, Sentences sentences, List<Region> regions, List<Mention> mentions) {
    return find(tokens, sentences, regions, mentions, null);
  }

  /// The choices that are made while the facts of a text are found.
  ///
  /// @param regions of the text, as for [#find]
  public FigureCases cases(
      Tokens tokens, Sentences sentences, List<Region> regions, List<Mention> mentions) {
    FigureCases cases = new FigureCases();
    find(tokens, sentences, regions, mentions, cases);
    return cases;
  }

  private FoundFacts find(
      Tokens tokens,
      Sentences sentences,
      List<Region> regions,
      List<Mention> mentions,
      @Nullable FigureCases cases) {
    List<FoundFact> facts = new ArrayList<>();
    List<TextSpan> unreadable = new ArrayList<>();
    FigureReader figures = new FigureReader(tokens);
    List<TableRows> tables = TableRows.of(tokens, regions);
    TableCells cells = new TableCells(tokens, mentions, vocabulary, figures);
    int nextTable = 0;
    int next = 0;
    SentenceFacts last = null;
    MetricTopics topics = new MetricTopics(vocabulary.words().in(tokens));
    NotePeriods ofNote = NotePeriods.of(tokens);
    PeriodTopics periods =
        new PeriodTopics(
            ofNote, mentions.isEmpty() ? null : mentions.getFirst().security().entityId());
    ReportedPeriods reported = new ReportedPeriods(vocabulary.reported(), ofNote.title());
    for (int s = 0; s < sentences.size(); s++) {
      int from = sentences.first(s);
      int to = sentences.end(s);
      int named = next;
      int end = tokens.end(to - 1);
      while (next < mentions.size() && mentions.get(next).span().start() < end) {
        next++;
      }
      while (nextTable < tables.size() && tables.get(nextTable).end() <= from) {
        nextTable++;
      }
      boolean inTable = nextTable < tables.size() && tables.get(nextTable).first() <= from;
      if (inTable) {
        TableRows table = tables.get(nextTable);
        if (from <= table.first() || s == 0 || sentences.first(s - 1) < table.first()) {
          int row = facts.size();
          new TableFacts(table, cells).addTo(facts);
          facts.subList(row, facts.size()).replaceAll(reported::fill);
        }
        last = null;
        continue;
      }
      addUnreadable(tokens, figures, from, to, unreadable);
      boolean follows = !tokens.paragraphBefore(from);
      periods.next(follows);
      if (!figures.anyIn(from, to)) {
        print(tokens, from, to, periods);
        continue;
      }
      SentenceItems items =
          SentenceItems.of(tokens, from, to, mentions.subList(named, next), vocabulary, figures);
      if (items.isDisclosure()) {
        continue;
      }
      Metric heading = follows && s > 0 ? heading(tokens, sentences, s - 1, figures) : null;
      topics.next(follows);
      last =
          new SentenceFacts(
              items, figures, vocabulary, follows ? last : null, heading, topics, periods, cases);
      int first = facts.size();
      last.addTo(facts);
      facts.subList(first, facts.size()).forEach(reported::tell);
    }
    return new FoundFacts(facts, unreadable);
  }

  /// Notes the periods that a stretch without figures names.
  private static void print(Tokens tokens, int from, int to, PeriodTopics periods) {
    PeriodReader reader = new PeriodReader(tokens);
    for (int i = from; i < to; i++) {
      PeriodReader.Read read = reader.at(i, to);
      if (read != null) {
        periods.print(read.period());
        i = read.to() - 1;
      }
    }
  }

  /// The metric that a short sentence without figures names: "Then the dividend."
  private @Nullable Metric heading(
      Tokens tokens, Sentences sentences, int s, FigureReader figures) {
    int from = sentences.first(s);
    int to = sentences.end(s);
    boolean heading = to - from <= MOST_HEADING_TOKENS && !figures.anyIn(from, to);
    return heading
        ? SentenceItems.of(tokens, from, to, List.of(), vocabulary, figures).lastMetric()
        : null;
  }

  private static void addUnreadable(
      Tokens tokens, FigureReader figures, int from, int to, List<TextSpan> unreadable) {
    for (int i = from; i < to; i++) {
      if (figures.isUnreadable(i)) {
        unreadable.add(tokens.span(i, i + 1));
      }
    }
  }
}
