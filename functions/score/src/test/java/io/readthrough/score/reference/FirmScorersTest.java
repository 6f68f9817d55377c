package io.readthrough.score.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Publication;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.TickerSentiment;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.store.InMemoryReferenceStore;
import io.readthrough.store.ReferenceStore;
import io.readthrough.store.ScoredNotes;
import io.readthrough.store.log.JsonLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirmScorersTest {
  private static final FirmId ACME = new FirmId("acme");
  private static final FirmId OTHER = new FirmId("other");
  private static final String TEXT =
      "Kestrel Foods raised its guidance. Kestrel Foods beat expectations and margins rose.";

  private final InMemoryReferenceStore store = new InMemoryReferenceStore();
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final FirmScorers scorers = scorers(store);

  @Test
  void aFirmsOwnListTakesEffectAndNobodyElsesDoes() {
    assertThat(tickers(ACME)).isEmpty();
    store.put(ACME, "names.csv", "name,ticker,exchange\nKestrel Foods plc,KSTL,XLON\n");
    assertThat(tickers(ACME)).containsExactly("KSTL.L");
    assertThat(tickers(OTHER)).isEmpty();
    store.put(OTHER, "names.csv", "name,ticker\nKestrel Foods Inc,KFI\n");
    assertThat(tickers(OTHER)).containsExactly("KFI");
    assertThat(tickers(ACME)).containsExactly("KSTL.L");
  }

  @Test
  void aChangedListTakesEffectAndARemovedOneNoMore() {
    store.put(ACME, "names.csv", "name,ticker\nKestrel Foods,KSTL\n");
    assertThat(tickers(ACME)).containsExactly("KSTL");
    store.put(ACME, "names.csv", "name,ticker\nKestrel Foods,KFDS\n");
    assertThat(tickers(ACME)).containsExactly("KFDS");
    store.remove(ACME, "names.csv");
    assertThat(tickers(ACME)).isEmpty();
  }

  @Test
  void readsAFileOnceAsLongAsItIsTheSame() {
    store.put(ACME, "names.csv", "name,ticker\nKestrel Foods,KSTL\n");
    for (int i = 0; i < 5; i++) {
      assertThat(tickers(ACME)).containsExactly("KSTL");
    }
    assertThat(store.reads()).isEqualTo(1);
    assertThat(store.lists()).isEqualTo(5);
  }

  @Test
  void aBrokenListSaysWhyAndTheOneBeforeItCountsOn() {
    store.put(ACME, "names.csv", "name,ticker\nKestrel Foods,KSTL\n");
    assertThat(tickers(ACME)).containsExactly("KSTL");
    store.put(ACME, "names.csv", "name,ticker\nOrvel,ORVL\nKestrel Foods,kstl\n");
    assertThat(tickers(ACME)).containsExactly("KSTL");
    assertThat(scorers.current(ACME).warnings())
        .containsExactly(
            "The list of securities firms/acme/reference/names.csv was not taken (line 3, column"
                + " ticker: 'kstl' is no ticker: use at most 16 capitals and digits, with . - or &"
                + " between them); the one before it counts on.");
    assertThat(logged.toString(UTF_8))
        .contains("reference_rejected", "line 3, column ticker", "\"kept_rows\":1")
        .doesNotContain("kstl");
    store.put(ACME, "names.csv", "name,ticker\nKestrel Foods,KFDS\n");
    assertThat(tickers(ACME)).containsExactly("KFDS");
    assertThat(scorers.current(ACME).warnings()).isEmpty();
  }

  @Test
  void theListBeforeABrokenOneOutlivesTheFunction() {
    store.put(ACME, "names.csv", "name,ticker\nKestrel Foods,KSTL\n");
    assertThat(tickers(ACME)).containsExactly("KSTL");
    store.put(ACME, "names.csv", "no list at all");
    assertThat(tickers(scorers(store), ACME)).containsExactly("KSTL");
  }

  @Test
  void aFirstListThatIsBrokenLeavesTheBuiltInOnes() {
    store.put(ACME, "names.csv", "nonsense\n");
    assertThat(tickers(ACME)).isEmpty();
    assertThat(scorers.current(ACME).warnings())
        .singleElement()
        .asString()
        .contains("'nonsense' is no column", "nothing of it counts");
  }

  @Test
  void aBrokenFileLeavesItsNeighbourAlone() {
    store.put(ACME, "a.csv", "broken");
    store.put(ACME, "b.csv", "name,ticker\nKestrel Foods,KSTL\n");
    store.put(ACME, "readme.txt", "This is where our lists are.");
    assertThat(tickers(ACME)).containsExactly("KSTL");
    assertThat(scorers.current(ACME).warnings()).hasSize(2);
  }

  @Test
  void theFirmsRowsGoBeforeTheRegister() {
    store.put(
        ACME,
        "company_tickers_exchange.json",
        "{\"fields\":[\"cik\",\"name\",\"ticker\",\"exchange\"],\"data\":"
            + "[[1,\"KESTREL FOODS INC\",\"KSTL\",\"NYSE\"]]}");
    assertThat(tickers(ACME)).containsExactly("KSTL");
    store.put(ACME, "names.csv", "name,ticker\nKestrel Foods,KFDS\n");
    assertThat(tickers(ACME)).containsExactly("KFDS");
  }

  @Test
  void aFoldersMarkerIsNoFile() {
    store.put(ACME, "", "");
    assertThat(tickers(ACME)).isEmpty();
    assertThat(scorers.current(ACME).warnings()).isEmpty();
    assertThat(store.reads()).isZero();
  }

  @Test
  void filesThatAreTooManyTogetherAreNotTaken() {
    store.put(ACME, "a.csv", "name,ticker\nKestrel Foods,KSTL\nOrvel,ORVL\n");
    store.put(ACME, "b.csv", companies(ReferenceList.MOST_ROWS - 1));
    assertThat(tickers(ACME)).containsExactly("KSTL");
    assertThat(scorers.current(ACME).warnings())
        .singleElement()
        .asString()
        .contains("b.csv", "100001 rows are more than 100000");
  }

  @Test
  void aListBeforeABrokenOneCountsOnlyAsFarAsAllTogetherMayHaveRows() {
    store.put(ACME, "b.csv", companies(ReferenceList.MOST_ROWS));
    scorers.current(ACME);
    store.put(ACME, "b.csv", "broken");
    store.put(ACME, "a.csv", "name,ticker\nKestrel Foods,KSTL\n");
    assertThat(tickers(ACME)).containsExactly("KSTL");
    assertThat(scorers.current(ACME).warnings())
        .singleElement()
        .asString()
        .contains("b.csv", "nothing of it counts");
  }

  @Test
  void aFileThatIsTooLargeByItselfLeavesItsNeighboursAlone() {
    store.put(ACME, "a.csv", new byte[ReferenceList.MOST_BYTES + 1]);
    store.put(ACME, "b.csv", "name,ticker\nKestrel Foods,KSTL\n");
    assertThat(tickers(ACME)).containsExactly("KSTL");
    assertThat(scorers.current(ACME).warnings())
        .singleElement()
        .asString()
        .contains("a.csv", "33554433 bytes are more than 33554432");
  }

  private static String companies(int count) {
    StringBuilder csv = new StringBuilder("name,ticker\n");
    for (int i = 0; i < count; i++) {
      csv.append("Name of a company,T").append(i).append('\n');
    }
    return csv.toString();
  }

  @Test
  void saysThatThereAreMoreFilesThanAreRead() {
    for (int i = 10; i < 10 + ReferenceStore.MOST_FILES; i++) {
      store.put(ACME, i + ".csv", "name,ticker\nCompany of number " + i + ",T" + i + "\n");
    }
    assertThat(scorers.current(ACME).warnings()).isEmpty();
    store.put(ACME, "99.csv", "name,ticker\nKestrel Foods,KSTL\n");
    assertThat(tickers(ACME)).isEmpty();
    assertThat(scorers.current(ACME).warnings())
        .containsExactly(
            "Of the lists under firms/acme/reference/ only the first 32 count: put their rows into"
                + " fewer files.");
  }

  @Test
  void aFileThatChangesWhileItIsReadIsAskedForAgain() {
    store.put(ACME, "names.csv", "name,ticker\nKestrel Foods,KSTL\n");
    int[] lost = {2};
    ReferenceStore changing = losing(lost);
    assertThat(tickers(scorers(changing), ACME)).containsExactly("KSTL");
    assertThat(lost[0]).isZero();
    lost[0] = 100;
    assertThatIllegalStateException()
        .isThrownBy(() -> scorers(changing).current(ACME))
        .withMessageContaining("change faster");
  }

  /// Reads of files are answered as of another version, so many times.
  private ReferenceStore losing(int[] times) {
    return new ReferenceStore() {
      @Override
      public List<ReferenceFile> list(FirmId firm) {
        return store.list(firm);
      }

      @Override
      public Optional<byte[]> read(ReferenceFile file) {
        return times[0]-- > 0 ? Optional.empty() : store.read(file);
      }

      @Override
      public void keep(ReferenceFile file, byte[] content) {
        times[0] = Math.max(times[0], 0);
        store.keep(file, content);
      }

      @Override
      public Optional<byte[]> kept(ReferenceFile file) {
        return store.kept(file);
      }
    };
  }

  private FirmScorers scorers(ReferenceStore references) {
    JsonLog log =
        new JsonLog(new PrintStream(logged, true, UTF_8), InstantSource.fixed(Instant.EPOCH));
    return new FirmScorers(references, NoteScorer.standard(), log);
  }

  private List<String> tickers(FirmId firm) {
    return tickers(scorers, firm);
  }

  /// The tickers that the firm's note is found to name: a company that no list has is found
  /// without.
  private static List<String> tickers(FirmScorers scorers, FirmId firm) {
    return scorers.current(firm).scorer().score(note(firm)).tickers().stream()
        .map(TickerSentiment::ticker)
        .filter(Objects::nonNull)
        .toList();
  }

  private static ParsedNote note(FirmId firm) {
    return new ParsedNote(
        ScoredNotes.source(firm, "firms/" + firm + "/inbox/note.txt", new Sequencer("0A")),
        TEXT,
        "en",
        null,
        null,
        null,
        null,
        Publication.UNKNOWN,
        List.of(new Region(RegionKind.BODY, new TextSpan(0, TEXT.length()), null)),
        List.of(),
        "test",
        1,
        List.of());
  }
}
