package io.readthrough.query;

import static io.readthrough.query.TestApi.ACME;
import static io.readthrough.query.TestApi.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.FirmId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Generated feeds, walked page by page.
class FeedPagingTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> TICKERS = List.of("AAPL", "MSFT", "BRK.B");

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  private int dropped;

  @Test
  void everyMatchingNoteComesOnceInOrderWhileNewNotesArrive() {
    System.out.println("FeedPagingTest: replay with -Dseed=" + seed);
    for (int round = 0; round < 40; round++) {
      TestApi api = new TestApi();
      List<TestNote> notes = new ArrayList<>();
      for (int i = random.nextInt(60); i > 0; i--) {
        notes.add(drop(api, ACME));
        drop(api, GLOBEX);
      }
      String ticker = random.nextBoolean() ? null : any(TICKERS);
      boolean latest = random.nextBoolean();
      String query =
          "sort="
              + (latest ? "latest" : "earliest")
              + (ticker == null ? "" : "&tickers=" + ticker)
              + "&score_gte=-0.5";

      List<String> walked = walk(api, query);

      Comparator<TestNote> order =
          Comparator.comparing(TestNote::published).thenComparing(n -> n.id().value());
      assertThat(walked)
          .isEqualTo(
              notes.stream()
                  .filter(n -> ticker == null || n.tickers().containsKey(ticker))
                  .filter(n -> n.score() >= -0.5)
                  .sorted(latest ? order.reversed() : order)
                  .map(n -> n.id().value())
                  .toList());
    }
  }

  /// The ids on all pages. Between pages notes arrive, before and after the place of the cursor.
  private List<String> walk(TestApi api, String query) {
    List<String> walked = new ArrayList<>();
    String asOf = "";
    String cursor = "";
    for (int page = 0; page < 100; page++) {
      TestAnswer answer =
          api.as(ACME).get("/v1/notes?" + query + "&limit=" + random.nextInt(1, 12) + cursor);
      assertThat(answer.status()).isEqualTo(200);
      asOf = page == 0 ? answer.text("/as_of") : asOf;
      assertThat(answer.text("/as_of")).isEqualTo(asOf);
      walked.addAll(answer.noteIds());
      if (answer.json().path("next_cursor").isNull()) {
        return walked;
      }
      cursor = "&cursor=" + answer.text("/next_cursor");
      api.now = api.now.plusSeconds(random.nextInt(1, 100));
      for (int i = random.nextInt(4); i > 0; i--) {
        drop(api, ACME);
      }
    }
    throw new AssertionError("100 pages and no end");
  }

  /// Few distinct times, so that ids decide often.
  private TestNote drop(TestApi api, FirmId firm) {
    Map<String, Double> tickers = new TreeMap<>();
    for (String ticker : TICKERS) {
      if (random.nextInt(3) > 0) {
        tickers.put(ticker, random.nextDouble(-1, 1));
      }
    }
    TestNote note =
        new TestNote(
            firm,
            "note-" + dropped++,
            START.plusSeconds(3600L * random.nextInt(12)),
            random.nextDouble(-1, 1),
            tickers);
    api.notes.apply(note.scored(), api.now);
    return note;
  }

  private String any(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
