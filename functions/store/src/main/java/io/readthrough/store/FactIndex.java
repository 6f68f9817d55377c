package io.readthrough.store;

import io.readthrough.core.fact.check.EarlierNotes;
import io.readthrough.core.fact.check.ReportedFact;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ScoredNote;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The comparable facts of a note by the items of the table that list them: an item holds what a
/// note reports of one name for the periods that end in one month.
///
/// @param byItem those items that say most of the note, at most [#MAX_ITEMS]
record FactIndex(Map<Key, List<ReportedFact>> byItem) {
  /// The most items that a revision of a note stands in: what a transaction has room for.
  static final int MAX_ITEMS = 8;

  /// The most facts of one note in one item.
  static final int MAX_FACTS = 30;

  /// The most notes that a note's figures of a name and month are compared with: the newest.
  static final int MAX_NOTES = 64;

  /// The longest entity id that is indexed; longer ones are something a note made up.
  static final int MAX_ENTITY_LENGTH = 64;

  private static final int MAX_TEXT = 60;
  private static final int FIELDS = 7;

  FactIndex {
    byItem = Map.copyOf(byItem);
  }

  /// @param month in which the periods end
  record Key(String entityId, YearMonth month) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::entityId).thenComparing(Key::month);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  static FactIndex of(ScoredNote note) {
    Map<Key, List<ReportedFact>> all = new TreeMap<>();
    for (Fact fact : note.facts()) {
      ReportedFact reported = ReportedFact.of(fact).orElse(null);
      if (reported == null || !isStorable(reported)) {
        continue;
      }
      Key key = new Key(reported.entityId(), YearMonth.from(reported.end()));
      List<ReportedFact> facts = all.computeIfAbsent(key, k -> new ArrayList<>());
      if (facts.size() < MAX_FACTS) {
        facts.add(reported);
      }
    }
    Map<Key, List<ReportedFact>> kept = new LinkedHashMap<>();
    all.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<Key, List<ReportedFact>> e) -> -e.getValue().size())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MAX_ITEMS)
        .forEach(e -> kept.put(e.getKey(), List.copyOf(e.getValue())));
    return new FactIndex(kept);
  }

  /// Whether a fact's line can be read again: no text in it may hold what parts its fields.
  private static boolean isStorable(ReportedFact fact) {
    String texts = fact.metric() + fact.qualifier() + fact.unit();
    return fact.entityId().length() <= MAX_ENTITY_LENGTH
        && fact.qualifier().length() <= MAX_TEXT
        && texts.chars().noneMatch(Character::isISOControl)
        && fact.end().getYear() > 0
        && fact.end().getYear() <= 9999;
  }

  /// What the other notes report of the names and months that this note reports of.
  ///
  /// @param items what notes report of each, by note
  static List<EarlierNotes.Report> others(
      NoteId noteId, Map<Key, Map<String, List<ReportedFact>>> items) {
    List<EarlierNotes.Report> reports = new ArrayList<>();
    new TreeMap<>(items)
        .forEach(
            (key, notes) ->
                new TreeMap<>(notes)
                    .forEach(
                        (note, facts) -> {
                          if (!note.equals(noteId.value())) {
                            facts.forEach(fact -> reports.add(new EarlierNotes.Report(note, fact)));
                          }
                        }));
    return reports;
  }

  /// A note's facts in an item, a line for each.
  static String write(List<ReportedFact> facts) {
    StringBuilder lines = new StringBuilder();
    for (ReportedFact fact : facts) {
      lines
          .append(lines.isEmpty() ? "" : "\n")
          .append(fact.metric())
          .append('\t')
          .append(fact.qualifier())
          .append('\t')
          .append(fact.start() == null ? "" : fact.start())
          .append('\t')
          .append(fact.end())
          .append('\t')
          .append(fact.value())
          .append('\t')
          .append(fact.unit())
          .append('\t')
          .append(fact.approximate() ? "about" : "");
    }
    return lines.toString();
  }

  /// Reads what [#write] wrote of one name.
  static List<ReportedFact> read(String entityId, String lines) {
    List<ReportedFact> facts = new ArrayList<>();
    for (String line : lines.split("\n", -1)) {
      String[] fields = line.split("\t", -1);
      if (fields.length != FIELDS) {
        throw new IllegalStateException(
            "a fact in the table has "
                + fields.length
                + " fields: no version of this code wrote it");
      }
      facts.add(
          new ReportedFact(
              entityId,
              fields[0],
              fields[1],
              date(fields[2]),
              LocalDate.parse(fields[3]),
              Double.parseDouble(fields[4]),
              fields[5],
              fields[6].equals("about")));
    }
    return facts;
  }

  private static @Nullable LocalDate date(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }
}
