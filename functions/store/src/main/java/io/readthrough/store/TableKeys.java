package io.readthrough.store;

import static io.readthrough.store.Attributes.text;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The keys of the table's items.
///
/// | item | PK | SK |
/// |---|---|---|
/// | note: its newest revision | `F#<firm>#N#<note_id>` | `NOTE` |
/// | a revision that was replaced | same | `REV#<n>` |
/// | feed entry | `F#<firm>#D#<yyyy-mm>` | `<time>#<note_id>` |
/// | feed entry of a ticker | `F#<firm>#T#<ticker>` | `<time>#<note_id>` |
/// | roll-up | `F#<firm>#T#<ticker>` | `ROLL#<yyyy-mm>` |
/// | what a note reports of a name for periods ending in a month | `F#<firm>#E#<entity_id>` | `FACTS#<yyyy-mm>#<time>#<note_id>` |
/// | months that have, or had, feed entries | `F#<firm>` | `MONTHS` |
///
/// No firm's name contains a `#`, so that no firm's key begins with another's.
final class TableKeys {
  static final String PK = "PK";
  static final String SK = "SK";
  static final String MONTHS = "months";
  static final String REVISION_PREFIX = "REV#";
  static final String ROLL_UP_PREFIX = "ROLL#";

  /// Of one length, so that the order of strings is the order of times.
  private static final DateTimeFormatter KEY_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /// The bounds of what a key can say; no entry's time lies at or beyond the last.
  private static final Instant FIRST_TIME = Instant.parse("0000-01-01T00:00:00Z");

  private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999Z");

  private TableKeys() {}

  static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of(PK, text(partition), SK, text(sort));
  }

  static Map<String, AttributeValue> noteKey(FirmId firm, NoteId noteId) {
    return key(notePartition(firm, noteId), "NOTE");
  }

  /// The key of a revision that was replaced.
  static Map<String, AttributeValue> revisionKey(FirmId firm, NoteId noteId, int revision) {
    return key(notePartition(firm, noteId), REVISION_PREFIX + "%010d".formatted(revision));
  }

  static String notePartition(FirmId firm, NoteId noteId) {
    return "F#" + firm + "#N#" + noteId;
  }

  static String tickerPartition(FirmId firm, String ticker) {
    return "F#" + firm + "#T#" + ticker;
  }

  static String monthPartition(FirmId firm, YearMonth month) {
    return "F#" + firm + "#D#" + month;
  }

  static Map<String, AttributeValue> monthsKey(FirmId firm) {
    return key("F#" + firm, "MONTHS");
  }

  static YearMonth month(Instant time) {
    return YearMonth.from(time.atZone(ZoneOffset.UTC));
  }

  /// The sort key of a feed entry at a place.
  static String sort(FeedPosition position) {
    return sort(position.time()) + "#" + position.noteId();
  }

  /// What sorts before all feed entries at or after `time`, and after all before it.
  static String sort(Instant time) {
    if (time.isBefore(FIRST_TIME)) {
      return KEY_TIME.format(FIRST_TIME);
    }
    if (time.isAfter(LAST_TIME)) {
      return KEY_TIME.format(LAST_TIME);
    }
    Instant floor = time.truncatedTo(ChronoUnit.MILLIS);
    return KEY_TIME.format(floor.isBefore(time) ? floor.plusMillis(1) : floor);
  }

  /// The keys of all entries that a note has in feeds.
  static List<Map<String, AttributeValue>> entryKeys(
      FirmId firm, NoteId noteId, NoteState.Contributed contributed) {
    String sort = sort(new FeedPosition(contributed.time(), noteId));
    TreeSet<String> partitions = new TreeSet<>();
    partitions.add(monthPartition(firm, month(contributed.time())));
    contributed.scores().forEach(each -> partitions.add(tickerPartition(firm, each.ticker())));
    return partitions.stream().map(partition -> key(partition, sort)).toList();
  }

  static String factsPartition(FirmId firm, FactIndex.Key key) {
    return "F#" + firm + "#E#" + key.entityId();
  }

  /// What the sort keys of all items begin with that list what notes report for a month.
  static String factsPrefix(FactIndex.Key key) {
    return "FACTS#" + key.month() + "#";
  }

  /// The key of the item that lists what a note of this position reports.
  static Map<String, AttributeValue> factsKey(
      FirmId firm, FactIndex.Key key, FeedPosition position) {
    return key(factsPartition(firm, key), factsPrefix(key) + sort(position));
  }

  static Map<String, AttributeValue> rollUpKey(FirmId firm, RollUp.Key key) {
    return key(tickerPartition(firm, key.ticker()), rollUpSort(key.month()));
  }

  /// The sort key of a roll-up.
  static String rollUpSort(YearMonth month) {
    return ROLL_UP_PREFIX + month;
  }
}
