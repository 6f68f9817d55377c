package io.readthrough.store;

import io.readthrough.core.claim.EarlierNote;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.TickerSentiment;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is remembered of a note on each of the names that it is about, for the next notes on them:
/// kept in the entries of those names alone, so that it comes and goes with them.
public final class NoteMemory {
  /// A note is remembered for at most this many names.
  static final int MAX_NAMES = 2;

  private NoteMemory() {}

  /// The names that a note is about: the entity id of each by its ticker, the most relevant first.
  public static Map<String, String> subjects(ScoredNote note) {
    List<TickerSentiment> names =
        note.tickers().stream()
            .filter(name -> name.role() == TickerSentiment.Role.SUBJECT)
            .sorted(
                Comparator.comparingDouble(TickerSentiment::relevance)
                    .reversed()
                    .thenComparing(TickerSentiment::entityId))
            .toList();
    Map<String, String> subjects = new LinkedHashMap<>();
    for (TickerSentiment name : names) {
      String ticker = name.ticker();
      if (ticker != null
          && !ticker.isEmpty()
          && ticker.length() <= FeedEntry.MAX_TICKER_LENGTH
          && subjects.size() < MAX_NAMES) {
        subjects.putIfAbsent(ticker, name.entityId());
      }
    }
    return subjects;
  }

  /// What to remember of `note`, by ticker.
  static Map<String, EarlierNote> of(ScoredNote note) {
    Map<String, EarlierNote> memory = new LinkedHashMap<>();
    subjects(note).forEach((ticker, id) -> memory.put(ticker, EarlierNote.of(note, id)));
    return memory;
  }
}
