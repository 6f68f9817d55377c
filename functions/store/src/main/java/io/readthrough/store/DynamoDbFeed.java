package io.readthrough.store;

import static io.readthrough.store.TableKeys.PK;
import static io.readthrough.store.TableKeys.SK;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// Reads pages of a firm's feed: the partitions of the tickers asked for, merged, or the months one
/// after the other.
final class DynamoDbFeed {
  /// The most queries that a page may cost, beside one read of the months. Each advances the page
  /// or ends a partition, so that the next page begins further on, even when this one is empty.
  static final int MAX_QUERIES = 40;

  /// When no more queries of a page are begun: a table that is slow gives short pages, and no
  /// caller that waited for nothing.
  static final Duration MAX_TIME = Duration.ofSeconds(3);

  /// The bounds of a query's size, in entries: the first asks for what the page needs if nothing is
  /// filtered out, each following one for twice as much.
  private static final int MIN_ENTRIES = 10;

  private static final int MAX_ENTRIES = 1000;

  private static final NoteId LOWEST_ID = new NoteId("n_" + "2".repeat(26));

  private final DynamoDbClient client;
  private final String table;
  private final LongSupplier nanoTime;

  DynamoDbFeed(DynamoDbClient client, String table) {
    this(client, table, System::nanoTime);
  }

  /// @param nanoTime as [System#nanoTime]
  DynamoDbFeed(DynamoDbClient client, String table, LongSupplier nanoTime) {
    this.client = client;
    this.table = table;
    this.nanoTime = nanoTime;
  }

  FeedPage page(FirmId firm, FeedQuery query) {
    Range range = Range.of(query);
    return range.isEmpty()
        ? new FeedPage(List.of(), null)
        : new Merge(query, sources(firm, query, range), nanoTime).page();
  }

  private List<Source> sources(FirmId firm, FeedQuery query, Range range) {
    if (!query.allTickers().isEmpty()) {
      String any = query.allTickers().getFirst();
      return List.of(source(List.of(tickerPartition(firm, any)), query, range, 1));
    }
    if (!query.anyTickers().isEmpty()) {
      List<String> tickers = query.anyTickers().stream().distinct().toList();
      return tickers.stream()
          .map(
              ticker ->
                  source(List.of(tickerPartition(firm, ticker)), query, range, tickers.size()))
          .toList();
    }
    return List.of(source(months(firm, query, range), query, range, 1));
  }

  private static Partition tickerPartition(FirmId firm, String ticker) {
    return new Partition(TableKeys.tickerPartition(firm, ticker), null);
  }

  /// The firm's months within the range, in the order of the feed.
  private List<Partition> months(FirmId firm, FeedQuery query, Range range) {
    AttributeValue known =
        client
            .getItem(request -> request.tableName(table).key(TableKeys.monthsKey(firm)))
            .item()
            .get(TableKeys.MONTHS);
    if (known == null) {
      return List.of();
    }
    List<String> months = new ArrayList<>(new TreeSet<>(known.ss()));
    months.removeIf(month -> !range.touches(month));
    if (query.order() == FeedQuery.Order.LATEST) {
      Collections.reverse(months);
    }
    return months.stream()
        .map(YearMonth::parse)
        .map(
            month ->
                new Partition(TableKeys.monthPartition(firm, month), end(month, query.order())))
        .toList();
  }

  /// The place that a feed has come to when it has listed all of a month.
  private static FeedPosition end(YearMonth month, FeedQuery.Order order) {
    YearMonth edge =
        switch (order) {
          case LATEST -> month;
          case EARLIEST -> month.plusMonths(1);
        };
    Instant start = edge.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    return new FeedPosition(start, LOWEST_ID);
  }

  private Source source(List<Partition> partitions, FeedQuery query, Range range, int sources) {
    int entries = Math.clamp(query.limit() / sources + 1, MIN_ENTRIES, MAX_ENTRIES);
    return new Source(partitions.iterator(), query.order(), range, entries);
  }

  /// The sort keys that a page may touch, both inclusive.
  private record Range(String lowest, String highest) {
    static Range of(FeedQuery query) {
      String lowest = TableKeys.sort(query.from());
      String highest = TableKeys.sort(query.to());
      FeedPosition after = query.after();
      if (after == null) {
        return new Range(lowest, highest);
      }
      String place = TableKeys.sort(after);
      return switch (query.order()) {
        case LATEST -> new Range(lowest, min(place, highest));
        case EARLIEST -> new Range(max(place, lowest), highest);
      };
    }

    boolean isEmpty() {
      return lowest.compareTo(highest) > 0;
    }

    /// Whether a month, `yyyy-mm`, has times in the range.
    boolean touches(String month) {
      return lowest.substring(0, month.length()).compareTo(month) <= 0
          && month.compareTo(highest.substring(0, month.length())) <= 0;
    }

    private static String min(String a, String b) {
      return a.compareTo(b) <= 0 ? a : b;
    }

    private static String max(String a, String b) {
      return a.compareTo(b) >= 0 ? a : b;
    }
  }

  /// A partition of the table.
  ///
  /// @param end the place reached when it has been read; null where others are read beside it
  private record Partition(String key, @Nullable FeedPosition end) {}

  /// Entries in the feed's order, out of one partition after the other.
  private final class Source {
    final Deque<FeedEntry> entries = new ArrayDeque<>();

    /// The end of the last partition that was read whole.
    @Nullable FeedPosition passed;

    private final Iterator<Partition> partitions;
    private final FeedQuery.Order order;
    private final Range range;
    private int limit;
    private @Nullable Partition partition;
    private Map<String, AttributeValue> start = Map.of();

    Source(Iterator<Partition> partitions, FeedQuery.Order order, Range range, int limit) {
      this.partitions = partitions;
      this.order = order;
      this.range = range;
      this.limit = limit;
      this.partition = partitions.hasNext() ? partitions.next() : null;
    }

    boolean hasMore() {
      return partition != null;
    }

    /// Asks the table once.
    void query() {
      Partition from = partition;
      if (from == null) {
        throw new IllegalStateException("all partitions are read");
      }
      QueryResponse page =
          client.query(
              request ->
                  request
                      .tableName(table)
                      .keyConditionExpression("#pk = :pk AND #sk BETWEEN :lowest AND :highest")
                      .expressionAttributeNames(Map.of("#pk", PK, "#sk", SK))
                      .expressionAttributeValues(
                          Map.of(
                              ":pk", Attributes.text(from.key()),
                              ":lowest", Attributes.text(range.lowest()),
                              ":highest", Attributes.text(range.highest())))
                      .scanIndexForward(order == FeedQuery.Order.EARLIEST)
                      .exclusiveStartKey(start.isEmpty() ? null : start)
                      .limit(limit));
      page.items().stream().map(FeedEntryItem::entry).forEach(entries::add);
      start = page.lastEvaluatedKey();
      limit = Math.min(MAX_ENTRIES, 2 * limit);
      if (start.isEmpty()) {
        passed = from.end();
        partition = partitions.hasNext() ? partitions.next() : null;
      }
    }
  }

  /// Merges sources into a page.
  private static final class Merge {
    private final FeedQuery query;
    private final List<Source> sources;
    private final Comparator<FeedPosition> order;
    private final LongSupplier nanoTime;
    private final long start;
    private int queries;

    /// The entry looked at last, whether listed or not: the next page begins after it.
    private @Nullable FeedPosition place;

    Merge(FeedQuery query, List<Source> sources, LongSupplier nanoTime) {
      this.nanoTime = nanoTime;
      this.start = nanoTime.getAsLong();
      this.query = query;
      this.sources = sources;
      this.order = query.order().comparator();
      this.place = query.after();
    }

    FeedPage page() {
      List<FeedEntry> listed = new ArrayList<>();
      while (fill()) {
        Source next = next();
        if (next == null) {
          return new FeedPage(listed, null);
        }
        FeedPosition position = FeedPosition.of(next.entries.element());
        if (position.equals(place)) {
          // A note on two of the tickers, or the entry that the page before ended with.
          next.entries.remove();
          continue;
        }
        if (listed.size() == query.limit()) {
          return new FeedPage(listed, place);
        }
        place = position;
        FeedEntry entry = next.entries.remove();
        if (query.accepts(entry)) {
          listed.add(entry);
        }
      }
      return new FeedPage(listed, furthest());
    }

    /// Lets every source that has more know its next entry; false when that would take too many
    /// queries, or too long. Every source is asked once whatever it takes, for without its first
    /// entry the page would not advance.
    private boolean fill() {
      for (Source source : sources) {
        while (source.entries.isEmpty() && source.hasMore()) {
          boolean late =
              queries >= sources.size() && nanoTime.getAsLong() - start > MAX_TIME.toNanos();
          if (late || queries == MAX_QUERIES) {
            return false;
          }
          queries++;
          source.query();
        }
      }
      return true;
    }

    private @Nullable Source next() {
      Source first = null;
      for (Source source : sources) {
        if (!source.entries.isEmpty()
            && (first == null || order.compare(position(source), position(first)) < 0)) {
          first = source;
        }
      }
      return first;
    }

    private static FeedPosition position(Source source) {
      return FeedPosition.of(source.entries.element());
    }

    /// Where the feed stands: after the last entry looked at, or after the last month without any.
    private @Nullable FeedPosition furthest() {
      FeedPosition passed = sources.size() == 1 ? sources.getFirst().passed : null;
      if (passed == null || place == null) {
        return passed == null ? place : passed;
      }
      return order.compare(passed, place) > 0 ? passed : place;
    }
  }
}
