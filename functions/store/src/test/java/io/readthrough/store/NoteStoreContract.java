package io.readthrough.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.readthrough.core.claim.EarlierNote;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.SentimentLabel;
import io.readthrough.core.note.Sequencer;
import io.readthrough.store.NoteStore.Effect;
import io.readthrough.store.NoteStore.Orphan;
import io.readthrough.store.json.ScoredNoteInvariants;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What every [NoteStore] does: the fake keeps it, and so does the adapter.
public abstract class NoteStoreContract {
  private static final FirmId ACME = new FirmId("acme");
  private static final FirmId GLOBEX = new FirmId("globex");
  private static final Instant DAY = Instant.parse("2026-03-05T09:00:00Z");
  private static final Instant NOW = Instant.parse("2026-03-05T14:02:11.120Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final String KEY = "firms/acme/inbox/q2.txt";
  private static final NoteId ID = NoteId.of(ACME, KEY);

  /// A query for everything, newest first.
  private static final FeedQuery ALL =
      new FeedQuery(
          List.of(),
          List.of(),
          Instant.MIN,
          Instant.MAX,
          -1,
          1,
          Set.of(),
          FeedQuery.Order.LATEST,
          50,
          null,
          Instant.MAX);

  private NoteStore store;

  /// An empty store.
  protected abstract NoteStore emptyStore();

  @BeforeEach
  void open() {
    store = emptyStore();
  }

  @Test
  void knowsNothingOfANoteThatNeverWas() {
    assertThat(store.find(ACME, ID)).isEmpty();
    assertThat(store.feed(ACME, ALL)).isEqualTo(new FeedPage(List.of(), null));
  }

  @Test
  void storesTheFirstRevision() {
    ScoredNote note = note(KEY, "0A", DAY, 0.4, "CLSK", "BTC");
    assertThat(store.apply(note, NOW)).isEqualTo(new Effect.Applied(1, List.of()));
    StoredNote stored = store.find(ACME, ID).orElseThrow();
    assertThat(stored.status()).isEqualTo(StoredNote.Status.SCORED);
    assertThat(stored.revision()).isEqualTo(1);
    assertThat(stored.sequencer()).isEqualTo(new Sequencer("0A"));
    assertThat(stored.key()).isEqualTo(KEY);
    assertThat(stored.receivedAt()).isEqualTo(note.parsed().source().object().eventTime());
    assertThat(stored.availableAt()).isEqualTo(NOW);
    assertThat(stored.reason()).isNull();
    ScoredNoteInvariants.check(requireNonNull(stored.json()), note.parsed().text());
    assertThat(new String(requireNonNull(stored.json()), StandardCharsets.UTF_8))
        .contains("\"available_at\":\"" + NOW + "\"", "\"revision\":1");
    assertThat(store.feed(ACME, ALL).entries()).containsExactly(FeedEntry.of(note, 1, NOW));
    assertThat(tickers("CLSK")).containsExactly(ID);
    assertThat(tickers("BTC")).containsExactly(ID);
    assertThat(tickers("MARA")).isEmpty();
  }

  @Test
  void findsSeveralNotesAtOnce() {
    NoteId other = NoteId.of(ACME, "firms/acme/inbox/other.txt");
    NoteId never = NoteId.of(ACME, "firms/acme/inbox/never.txt");
    store.apply(note(KEY, "0A", DAY, 0.4, "CLSK"), NOW);
    store.apply(note("firms/acme/inbox/other.txt", "0A", DAY, 0.1, "BTC"), NOW);
    Map<NoteId, StoredNote> found = store.find(ACME, List.of(ID, never, other));
    assertThat(found).containsOnlyKeys(ID, other);
    assertThat(requireNonNull(found.get(ID)).revision()).isEqualTo(1);
    assertThat(store.find(ACME, List.<NoteId>of())).isEmpty();
    assertThat(store.find(GLOBEX, List.of(ID))).isEmpty();
  }

  @Test
  void keepsWhatANoteSaidUntilItIsRemoved() {
    store.apply(note(KEY, "0A", DAY, 0.4, "CLSK"), NOW);
    assertThat(store.replaced(ACME, ID, 1)).isEmpty();
    store.apply(note(KEY, "0B", DAY, -0.4, "CLSK"), LATER);
    StoredNote first = store.replaced(ACME, ID, 1).orElseThrow();
    assertThat(first.revision()).isEqualTo(1);
    assertThat(first.sequencer()).isEqualTo(new Sequencer("0A"));
    assertThat(first.availableAt()).isEqualTo(NOW);
    assertThat(first.json()).isNotNull();
    assertThat(store.replaced(ACME, ID, 3)).isEmpty();
    assertThat(store.replaced(GLOBEX, ID, 1)).isEmpty();
    store.apply(removed("0C"), LATER);
    assertThat(store.replaced(ACME, ID, 1)).isEmpty();
    assertThat(store.replaced(ACME, ID, 2)).isEmpty();
  }

  @Test
  void countsTheNotesOfEachDayOnAName() {
    LocalDate day = LocalDate.parse("2026-03-05");
    store.apply(note(KEY, "0A", DAY, 0.4, "CLSK", "BTC"), NOW);
    store.apply(note("firms/acme/inbox/b.txt", "0A", DAY, -0.2, "CLSK"), NOW);
    store.apply(
        note("firms/acme/inbox/c.txt", "0A", DAY.plus(Duration.ofDays(40)), 0, "CLSK"), NOW);
    SortedMap<LocalDate, RollUp> days = store.daily(ACME, "CLSK", day, day.plusDays(40));
    assertThat(days.sequencedKeySet()).containsExactly(day, day.plusDays(40));
    RollUp both = requireNonNull(days.get(day));
    assertThat(both.notes()).isEqualTo(2);
    assertThat(both.positive()).isEqualTo(1);
    assertThat(both.neutral()).isZero();
    assertThat(both.negative()).isEqualTo(1);
    assertThat(both.mean()).isCloseTo(0.1, within(1e-12));
    assertThat(both.dispersion()).isCloseTo(0.3, within(1e-12));
    assertThat(store.daily(ACME, "CLSK", day.plusDays(1), day.plusDays(39))).isEmpty();
    assertThat(store.daily(GLOBEX, "CLSK", day, day)).isEmpty();

    store.apply(note(KEY, "0B", DAY.plus(Duration.ofDays(1)), 0.4, "BTC"), NOW);
    store.apply(removed("firms/acme/inbox/b.txt", "0B"), NOW);
    assertThat(store.daily(ACME, "CLSK", day, day.plusDays(39))).isEmpty();
    assertThat(store.daily(ACME, "BTC", day, day.plusDays(39))).containsOnlyKeys(day.plusDays(1));
  }

  @Test
  void remembersWhatEarlierNotesSaidOfTheNamesTheyWereAbout() {
    NoteId none = NoteId.of(ACME, "firms/acme/inbox/none.txt");
    ScoredNote first = note(KEY, "0A", DAY, 0.4, "CLSK", "BTC");
    ScoredNote second = note("firms/acme/inbox/b.txt", "0A", DAY.plusSeconds(9), 0.4, "CLSK");
    store.apply(first, NOW);
    store.apply(second, NOW);
    NoteId secondId = second.parsed().source().noteId();
    assertThat(earlier("CLSK", DAY.plusSeconds(60), none)).containsExactly(secondId, ID);
    assertThat(earlier("CLSK", DAY.plusSeconds(60), secondId)).containsExactly(ID);
    assertThat(earlier("CLSK", DAY.plusSeconds(9), none)).containsExactly(ID);
    assertThat(earlier("CLSK", DAY, none)).isEmpty();
    // The note mentions it and is not about it.
    assertThat(earlier("BTC", DAY.plusSeconds(60), none)).isEmpty();
    store.apply(removed("0B"), LATER);
    assertThat(earlier("CLSK", DAY.plusSeconds(60), none)).containsExactly(secondId);
  }

  @Test
  void remembersClaimsAndViewsAsTheyWereMade() {
    Generated generated = Generated.withPrintedSeed("remembersClaimsAndViewsAsTheyWereMade");
    ScoredNote plain = note(KEY, "0A", DAY, 0.4, "CLSK");
    for (int round = 0; round < 20; round++) {
      ScoredNote other = generated.scored(plain.parsed(), 4);
      ScoredNote note = plain.with(other.claims(), other.views());
      NoteStore fresh = emptyStore();
      fresh.apply(note, NOW);
      assertThat(fresh.earlier(ACME, "CLSK", DAY.plusSeconds(1), NoteId.of(ACME, "x")))
          .containsExactly(EarlierNote.of(note, "equity:CLSK"));
    }
  }

  @Test
  void looksBackOverABoundedNumberOfNotes() {
    for (int i = 0; i < NoteStore.MAX_EARLIER + 2; i++) {
      store.apply(
          note("firms/acme/inbox/" + i + ".txt", "0A", DAY.plusSeconds(i), 0.4, "CLSK"), NOW);
    }
    assertThat(earlier("CLSK", DAY.plusSeconds(60), ID)).hasSize(NoteStore.MAX_EARLIER);
  }

  private List<NoteId> earlier(String ticker, Instant before, NoteId except) {
    return store.earlier(ACME, ticker, before, except).stream().map(EarlierNote::noteId).toList();
  }

  @Test
  void takesADuplicateForNothing() {
    ScoredNote note = note(KEY, "0A", DAY, 0.4, "CLSK");
    store.apply(note, NOW);
    assertThat(store.apply(note, LATER)).isEqualTo(new Effect.Stale(1, List.of()));
    assertThat(store.apply(note(KEY, "0A00", DAY, -0.4, "BTC"), LATER))
        .isEqualTo(new Effect.Stale(1, List.of()));
    assertThat(store.feed(ACME, ALL).entries()).containsExactly(FeedEntry.of(note, 1, NOW));
  }

  @Test
  void takesALateEventForNothing() {
    ScoredNote note = note(KEY, "0A2", DAY, 0.4, "CLSK");
    store.apply(note, NOW);
    assertThat(store.apply(note(KEY, "0A1FF", DAY, -0.4, "BTC"), LATER))
        .isEqualTo(new Effect.Stale(1, List.of()));
    assertThat(store.apply(rejected("0A1"), LATER)).isEqualTo(new Effect.Stale(1, List.of()));
    assertThat(store.apply(removed("0A1"), LATER)).isEqualTo(new Effect.Stale(1, List.of()));
    assertThat(store.feed(ACME, ALL).entries()).containsExactly(FeedEntry.of(note, 1, NOW));
  }

  @Test
  void replacesWhatTheRevisionBeforeContributed() {
    store.apply(note(KEY, "0A", DAY, 0.4, "CLSK", "BTC"), NOW);
    Instant nextMonth = DAY.plus(Duration.ofDays(40));
    ScoredNote revised = note(KEY, "0B", nextMonth, -0.2, "BTC", "MARA");
    assertThat(store.apply(revised, LATER)).isEqualTo(new Effect.Applied(2, List.of()));
    FeedEntry entry = FeedEntry.of(revised, 2, LATER);
    assertThat(store.feed(ACME, ALL).entries()).containsExactly(entry);
    assertThat(tickers("CLSK")).isEmpty();
    assertThat(tickers("BTC")).containsExactly(ID);
    assertThat(tickers("MARA")).containsExactly(ID);
  }

  @Test
  void replacesARevisionOfTheSameTimeAndTickers() {
    store.apply(note(KEY, "0A", DAY, 0.4, "CLSK"), NOW);
    ScoredNote revised = note(KEY, "0B", DAY, -0.2, "CLSK");
    store.apply(revised, LATER);
    assertThat(store.feed(ACME, ALL).entries()).containsExactly(FeedEntry.of(revised, 2, LATER));
    assertThat(tickers("CLSK")).containsExactly(ID);
  }

  @Test
  void tellsWhyANoteIsRejected() {
    store.apply(note(KEY, "0A", DAY, 0.4, "CLSK"), NOW);
    assertThat(store.apply(rejected("0B"), LATER)).isEqualTo(new Effect.Applied(2, List.of()));
    StoredNote stored = store.find(ACME, ID).orElseThrow();
    assertThat(stored.status()).isEqualTo(StoredNote.Status.REJECTED);
    assertThat(stored.reason()).isEqualTo("empty");
    assertThat(stored.detail()).isEqualTo("The object has no bytes: drop it again with text.");
    assertThat(stored.json()).isNull();
    assertThat(store.feed(ACME, ALL).entries()).isEmpty();
    assertThat(tickers("CLSK")).isEmpty();
  }

  @Test
  void scoresWhatWasRejectedBefore() {
    store.apply(rejected("0A"), NOW);
    ScoredNote note = note(KEY, "0B", DAY, 0.4, "CLSK");
    assertThat(store.apply(note, LATER)).isEqualTo(new Effect.Applied(2, List.of()));
    assertThat(store.feed(ACME, ALL).entries()).containsExactly(FeedEntry.of(note, 2, LATER));
  }

  @Test
  void removesAllButTheFact() {
    store.apply(note(KEY, "0A", DAY, 0.4, "CLSK"), NOW);
    store.apply(note(KEY, "0B", DAY, 0.5, "CLSK", "BTC"), NOW);
    assertThat(store.apply(removed("0C"), LATER)).isEqualTo(new Effect.Applied(3, List.of()));
    StoredNote stored = store.find(ACME, ID).orElseThrow();
    assertThat(stored.status()).isEqualTo(StoredNote.Status.DELETED);
    assertThat(stored.availableAt()).isEqualTo(LATER);
    assertThat(stored.json()).isNull();
    assertThat(store.feed(ACME, ALL).entries()).isEmpty();
    assertThat(tickers("CLSK")).isEmpty();
    assertThat(store.apply(removed("0C"), LATER)).isEqualTo(new Effect.Stale(3, List.of()));
  }

  @Test
  void knowsARemovalThatOvertookTheCreation() {
    assertThat(store.apply(removed("0B"), NOW)).isEqualTo(new Effect.Applied(1, List.of()));
    assertThat(store.apply(note(KEY, "0A", DAY, 0.4, "CLSK"), LATER))
        .isEqualTo(new Effect.Stale(1, List.of()));
    assertThat(store.find(ACME, ID).orElseThrow().status()).isEqualTo(StoredNote.Status.DELETED);
    assertThat(store.feed(ACME, ALL).entries()).isEmpty();
  }

  @Test
  void tellsThePartsThatARevisionLostUntilItIsSettled() {
    NoteId kept = NoteId.of(ACME, KEY, "a.pdf");
    NoteId lost = NoteId.of(ACME, KEY, "b.pdf");
    store.apply(unpacked("0A", kept, lost), NOW);
    List<Orphan> orphans = List.of(new Orphan(lost, new Sequencer("0B")));
    assertThat(store.apply(unpacked("0B", kept), NOW)).isEqualTo(new Effect.Applied(2, orphans));
    assertThat(store.apply(unpacked("0B", kept), NOW)).isEqualTo(new Effect.Stale(2, orphans));
    store.settle(ACME, ID, new Sequencer("0B"));
    assertThat(store.apply(unpacked("0B", kept), NOW)).isEqualTo(new Effect.Stale(2, List.of()));
    assertThat(store.apply(unpacked("0C", kept), NOW)).isEqualTo(new Effect.Applied(3, List.of()));
  }

  @Test
  void aNewerRevisionTellsThePartsOfOneThatWasNeverSettled() {
    NoteId lost = NoteId.of(ACME, KEY, "b.pdf");
    store.apply(unpacked("0A", lost), NOW);
    store.apply(unpacked("0B"), NOW);
    assertThat(store.apply(unpacked("0C"), NOW))
        .isEqualTo(new Effect.Applied(3, List.of(new Orphan(lost, new Sequencer("0C")))));
    store.settle(ACME, ID, new Sequencer("0B"));
    assertThat(store.apply(unpacked("0C"), NOW).orphans()).hasSize(1);
  }

  private static ParseOutcome.Unpacked unpacked(String sequencer, NoteId... parts) {
    return new ParseOutcome.Unpacked(
        ScoredNotes.source(ACME, KEY, new Sequencer(sequencer)), List.of(parts), List.of());
  }

  @Test
  void storesANoteDroppedAgainAfterItsRemoval() {
    store.apply(note(KEY, "0A", DAY, 0.4, "CLSK"), NOW);
    store.apply(removed("0B"), NOW);
    ScoredNote again = note(KEY, "0C", DAY, 0.1, "CLSK");
    assertThat(store.apply(again, LATER)).isEqualTo(new Effect.Applied(3, List.of()));
    assertThat(store.apply(removed("0B"), LATER)).isEqualTo(new Effect.Stale(3, List.of()));
    assertThat(store.feed(ACME, ALL).entries()).containsExactly(FeedEntry.of(again, 3, LATER));
  }

  @Test
  void neverShowsAFirmAnothersNotes() {
    store.apply(note(KEY, "0A", DAY, 0.4, "CLSK"), NOW);
    assertThat(store.find(GLOBEX, ID)).isEmpty();
    assertThat(store.feed(GLOBEX, ALL).entries()).isEmpty();
    assertThat(store.feed(GLOBEX, ofTickers("CLSK")).entries()).isEmpty();
    assertThat(store.feed(new FirmId("acm"), ALL).entries()).isEmpty();
  }

  @Test
  void leavesOutWhatBecameAvailableAfterAsOf() {
    store.apply(note(KEY, "0A", DAY, 0.4, "CLSK"), LATER);
    assertThat(store.feed(ACME, asOf(NOW)).entries()).isEmpty();
    assertThat(store.feed(ACME, asOf(LATER)).entries()).hasSize(1);
  }

  @Test
  void ordersNotesOfOneTimeByTheirIds() {
    List<NoteId> ids = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      ScoredNote note = note("firms/acme/inbox/" + i, "0A", DAY, 0.4, "CLSK");
      store.apply(note, NOW);
      ids.add(note.parsed().source().noteId());
    }
    ids.sort(Comparator.comparing(NoteId::value));
    assertThat(allPages(with(FeedQuery.Order.EARLIEST, 2))).containsExactlyElementsOf(ids);
    assertThat(allPages(with(FeedQuery.Order.LATEST, 4))).containsExactlyElementsOf(ids.reversed());
  }

  @Test
  void listsManyNotesOfFarApartMonths() {
    List<NoteId> ids = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Instant time = DAY.minus(Duration.ofDays(400L * i));
      ScoredNote note = note("firms/acme/inbox/" + i, "0A", time, 0.4, "CLSK");
      store.apply(note, NOW);
      ids.add(note.parsed().source().noteId());
    }
    assertThat(allPages(with(FeedQuery.Order.LATEST, 100))).containsExactlyElementsOf(ids);
    assertThat(allPages(with(FeedQuery.Order.EARLIEST, 7)))
        .containsExactlyElementsOf(ids.reversed());
    for (int i = 5; i < 55; i++) {
      store.apply(removed("firms/acme/inbox/" + i, "0B"), LATER);
    }
    List<NoteId> left = new ArrayList<>(ids.subList(0, 5));
    left.addAll(ids.subList(55, 60));
    assertThat(allPages(with(FeedQuery.Order.LATEST, 3))).containsExactlyElementsOf(left);
    assertThat(allPages(with(FeedQuery.Order.EARLIEST, 100)))
        .containsExactlyElementsOf(left.reversed());
  }

  @Test
  void answersWhatFilteringAllNotesWould() {
    Generated generated = Generated.withPrintedSeed("answersWhatFilteringAllNotesWould");
    List<FeedEntry> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Instant time = DAY.plus(Duration.ofHours(generated.random().nextInt(24 * 90)));
      String[] tickers =
          generated.list(4, () -> generated.any("CLSK", "MARA", "RIOT", "BTC")).stream()
              .distinct()
              .toArray(String[]::new);
      double score = generated.random().nextDouble(-1, 1);
      ScoredNote note = note("firms/acme/inbox/" + i, "0A", time, score, tickers);
      Instant available = NOW.plusSeconds(generated.random().nextInt(100));
      store.apply(note, available);
      all.add(FeedEntry.of(note, 1, available));
    }
    for (int i = 0; i < 30; i++) {
      FeedQuery query = query(generated);
      assertThat(allPages(query))
          .as(query.toString())
          .containsExactlyElementsOf(
              all.stream()
                  .filter(query::accepts)
                  .map(FeedPosition::of)
                  .sorted(query.order().comparator())
                  .map(FeedPosition::noteId)
                  .toList());
    }
  }

  private static FeedQuery query(Generated generated) {
    Instant from = DAY.plus(Duration.ofHours(generated.random().nextInt(24 * 60)));
    double minScore = generated.random().nextDouble(-1, 0.3);
    return new FeedQuery(
        generated.list(3, () -> generated.any("CLSK", "MARA", "RIOT", "BTC", "NONE")),
        generated.list(1, () -> generated.any("CLSK", "BTC")),
        generated.any(Instant.MIN, from),
        generated.any(Instant.MAX, from.plus(Duration.ofDays(30))),
        generated.any(-1.0, minScore),
        generated.any(1.0, minScore + 0.7),
        generated.any(
            Set.of(),
            EnumSet.of(SentimentLabel.BULLISH, SentimentLabel.NEUTRAL, SentimentLabel.BEARISH)),
        generated.any(FeedQuery.Order.values()),
        generated.random().nextInt(1, 12),
        null,
        generated.any(Instant.MAX, NOW.plusSeconds(50)));
  }

  @Test
  void reportsFiguresThatDifferFromThoseOfEarlierNotes() {
    store.apply(revenue("first.txt", "0A", 136e6), NOW);
    assertThat(checks("first.txt")).isEmpty();
    store.apply(revenue("second.txt", "0A", 137.5e6), LATER);
    assertThat(checks("second.txt"))
        .containsExactly("warn 137,500,000 USD 136,000,000 USD " + id("first.txt"));
    store.apply(revenue("third.txt", "0A", 137.5e6), LATER);
    assertThat(checks("third.txt"))
        .containsExactly("warn 137,500,000 USD 136,000,000 USD " + id("first.txt"));
  }

  @Test
  void tellsWhenEarlierNotesReportTheSameFigures() {
    store.apply(revenue("first.txt", "0A", 136e6), NOW);
    store.apply(revenue("second.txt", "0A", 136.2e6), LATER);
    assertThat(checks("second.txt")).containsExactly("pass " + id("first.txt"));
  }

  @Test
  void comparesNoFiguresWithThoseThatAreGone() {
    store.apply(revenue("first.txt", "0A", 136e6), NOW);
    store.apply(revenue("first.txt", "0B", 140e6), NOW);
    store.apply(revenue("second.txt", "0A", 140e6), LATER);
    assertThat(checks("second.txt")).containsExactly("pass " + id("first.txt"));
    NoteSource gone = source("firms/acme/inbox/first.txt", "0C");
    store.apply(new ParseOutcome.Removed(gone), LATER);
    store.apply(new ParseOutcome.Removed(source("firms/acme/inbox/second.txt", "0C")), LATER);
    store.apply(revenue("third.txt", "0A", 150e6), LATER);
    assertThat(checks("third.txt")).isEmpty();
  }

  @Test
  void comparesNoFiguresOfOtherNamesPeriodsOrFirms() {
    store.apply(revenue("first.txt", "0A", 136e6), NOW);
    store.apply(
        facts(
            source("firms/acme/inbox/second.txt", "0A"),
            ScoredNotes.revenue("equity:MARA", JUNE, 150e6),
            ScoredNotes.revenue("equity:CLSK", JUNE.plusMonths(3), 150e6)),
        LATER);
    assertThat(checks("second.txt")).isEmpty();
    NoteSource foreign =
        ScoredNotes.source(GLOBEX, "firms/globex/inbox/first.txt", new Sequencer("0A"));
    store.apply(facts(foreign, ScoredNotes.revenue("equity:CLSK", JUNE, 150e6)), LATER);
    byte[] json = requireNonNull(store.find(GLOBEX, foreign.noteId()).orElseThrow().json());
    assertThat(JsonMapper.shared().readTree(json).get("checks")).isEmpty();
  }

  private static final YearMonth JUNE = YearMonth.of(2026, 6);

  private static ScoredNote revenue(String name, String sequencer, double value) {
    return facts(
        source("firms/acme/inbox/" + name, sequencer),
        ScoredNotes.revenue("equity:CLSK", JUNE, value));
  }

  private static ScoredNote facts(NoteSource source, Fact... facts) {
    return ScoredNotes.with(ScoredNotes.of(source, DAY, 0.4, List.of("CLSK")), List.of(facts));
  }

  private static NoteId id(String name) {
    return NoteId.of(ACME, "firms/acme/inbox/" + name);
  }

  /// The results of a note's checks with the figures and notes that they name.
  private List<String> checks(String name) {
    byte[] json = requireNonNull(store.find(ACME, id(name)).orElseThrow().json());
    List<String> checks = new ArrayList<>();
    for (JsonNode check : JsonMapper.shared().readTree(json).get("checks")) {
      assertThat(check.get("check").asString()).isEqualTo("agrees_with_earlier_notes");
      assertThat(check.get("fact_ids").get(0).asString()).isEqualTo("f1");
      String named =
          Pattern.compile("[0-9,]{5,} USD|n_[a-z2-7]{26}")
              .matcher(check.get("detail").asString())
              .results()
              .map(MatchResult::group)
              .collect(Collectors.joining(" "));
      checks.add(check.get("result").asString() + " " + named);
    }
    return checks;
  }

  @Test
  void findsANoteUnderItsMostRelevantTickersWhenItHasTooMany() {
    ScoredNote many = manyTickers("0A", DAY, "A");
    ScoredNote others = manyTickers("0B", DAY.plus(Duration.ofDays(40)), "B");
    assertThat(store.apply(many, NOW)).isEqualTo(new Effect.Applied(1, List.of()));
    assertThat(tickers("A00")).containsExactly(ID);
    assertThat(tickers("A" + (FeedEntry.MAX_TICKERS - 1))).containsExactly(ID);
    assertThat(tickers("A" + FeedEntry.MAX_TICKERS)).isEmpty();
    assertThat(store.apply(others, LATER)).isEqualTo(new Effect.Applied(2, List.of()));
    assertThat(tickers("A00")).isEmpty();
    assertThat(tickers("B00")).containsExactly(ID);
  }

  @Test
  void storesAMonstrousNote() {
    Generated generated = Generated.withPrintedSeed("storesAMonstrousNote");
    assertThat(store.apply(Monsters.note(generated, source(KEY, "0A")), NOW))
        .isEqualTo(new Effect.Applied(1, List.of()));
    ScoredNote revised = Monsters.note(generated, source(KEY, "0B"));
    assertThat(store.apply(revised, LATER)).isEqualTo(new Effect.Applied(2, List.of()));
    StoredNote stored = store.find(ACME, ID).orElseThrow();
    ScoredNoteInvariants.check(requireNonNull(stored.json()), revised.parsed().text());
    assertThat(new String(requireNonNull(stored.json()), StandardCharsets.UTF_8))
        .contains("\"status\":\"partial\"");
    assertThat(store.feed(ACME, ALL).entries()).hasSize(1);
  }

  @Test
  void listsNotesOfImpossibleTimes() {
    Instant[] times = {
      Instant.MIN,
      Instant.parse("0000-01-01T00:00:00Z"),
      DAY,
      Instant.parse("9999-12-31T23:59:59Z"),
      Instant.MAX
    };
    List<NoteId> ids = new ArrayList<>();
    for (int i = 0; i < times.length; i++) {
      ScoredNote note = note("firms/acme/inbox/" + i, "0A", times[i], 0.4, "CLSK");
      store.apply(note, NOW);
      ids.add(note.parsed().source().noteId());
    }
    assertThat(allPages(with(FeedQuery.Order.EARLIEST, 1)))
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(allPages(ofTickers("CLSK"))).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void endsInTheSameStateHoweverEventsArrive() {
    Generated generated = Generated.withPrintedSeed("endsInTheSameStateHoweverEventsArrive");
    List<History> histories = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      histories.add(History.generated(generated, "firms/acme/inbox/" + i));
    }
    NoteStore ordered = emptyStore();
    histories.forEach(history -> history.events().forEach(event -> event.applyTo(ordered, NOW)));
    for (History.Event event : History.delivered(generated, histories)) {
      event.applyTo(store, NOW);
    }
    assertThat(contents(store, histories)).isEqualTo(contents(ordered, histories));
  }

  /// What the store tells of some notes, but for the count of revisions: an event that came too
  /// late has none.
  private static List<Object> contents(NoteStore store, List<History> histories) {
    List<Object> contents = new ArrayList<>();
    for (History history : histories) {
      Optional<StoredNote> found = store.find(ACME, NoteId.of(ACME, history.key()));
      contents.add(found.map(note -> List.of(note.status(), note.sequencer())));
    }
    store.feed(ACME, ALL).entries().stream()
        .map(NoteStoreContract::withoutRevision)
        .forEach(contents::add);
    return contents;
  }

  /// Which of two notes that say the same is the later one depends on the order of events.
  private static FeedEntry withoutRevision(FeedEntry entry) {
    return new FeedEntry(
        entry.noteId(),
        0,
        entry.time(),
        entry.publishedAt(),
        entry.availableAt(),
        entry.title(),
        entry.summary(),
        entry.score(),
        entry.topics(),
        entry.tickers(),
        1);
  }

  private List<NoteId> tickers(String ticker) {
    return allPages(ofTickers(ticker));
  }

  /// The notes of all pages of a query.
  private List<NoteId> allPages(FeedQuery query) {
    List<NoteId> ids = new ArrayList<>();
    FeedPosition after = null;
    do {
      FeedPage page = store.feed(ACME, after(query, after));
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(query.limit());
      page.entries().forEach(entry -> ids.add(entry.noteId()));
      if (after != null) {
        assertThat(page.next()).isNotEqualTo(after);
      }
      after = page.next();
    } while (after != null);
    return ids;
  }

  private static FeedQuery after(FeedQuery q, @Nullable FeedPosition after) {
    return new FeedQuery(
        q.anyTickers(),
        q.allTickers(),
        q.from(),
        q.to(),
        q.minScore(),
        q.maxScore(),
        q.labels(),
        q.order(),
        q.limit(),
        after,
        q.asOf());
  }

  private static FeedQuery with(FeedQuery.Order order, int limit) {
    return new FeedQuery(
        List.of(),
        List.of(),
        Instant.MIN,
        Instant.MAX,
        -1,
        1,
        Set.of(),
        order,
        limit,
        null,
        Instant.MAX);
  }

  private static FeedQuery ofTickers(String... tickers) {
    return new FeedQuery(
        List.of(tickers),
        List.of(),
        Instant.MIN,
        Instant.MAX,
        -1,
        1,
        Set.of(),
        FeedQuery.Order.LATEST,
        50,
        null,
        Instant.MAX);
  }

  private static FeedQuery asOf(Instant asOf) {
    return new FeedQuery(
        List.of(),
        List.of(),
        Instant.MIN,
        Instant.MAX,
        -1,
        1,
        Set.of(),
        FeedQuery.Order.LATEST,
        50,
        null,
        asOf);
  }

  private static ScoredNote note(
      String key, String sequencer, Instant published, double score, String... tickers) {
    return ScoredNotes.of(source(key, sequencer), published, score, List.of(tickers));
  }

  private static ScoredNote manyTickers(String sequencer, Instant published, String prefix) {
    List<String> tickers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      tickers.add("%s%02d".formatted(prefix, i));
    }
    return ScoredNotes.of(source(KEY, sequencer), published, 0.4, tickers);
  }

  private static ParseOutcome.Rejected rejected(String sequencer) {
    return new ParseOutcome.Rejected(
        source(KEY, sequencer),
        ParseOutcome.Reason.EMPTY,
        "The object has no bytes: drop it again with text.");
  }

  private static ParseOutcome.Removed removed(String sequencer) {
    return removed(KEY, sequencer);
  }

  private static ParseOutcome.Removed removed(String key, String sequencer) {
    return new ParseOutcome.Removed(source(key, sequencer));
  }

  private static NoteSource source(String key, String sequencer) {
    return ScoredNotes.source(ACME, key, new Sequencer(sequencer));
  }
}
