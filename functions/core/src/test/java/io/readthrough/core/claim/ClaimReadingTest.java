package io.readthrough.core.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Claim.Lifecycle;
import io.readthrough.core.note.Claim.Modality;
import io.readthrough.core.note.Claim.Target;
import io.readthrough.core.note.Claim.Target.Direction;
import io.readthrough.core.note.Claim.Target.Relation;
import io.readthrough.core.note.Event;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.Horizon;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Publication;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.SourceObject;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.View;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.core.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a reader finds in sentences, and whether the program finds it too.
class ClaimReadingTest {
  private static final NoteScorer SCORER = NoteScorer.standard();

  /// So that the note is about somebody.
  private static final String ABOUT =
      "CleanSpark (NASDAQ: CLSK) is a miner. CleanSpark has sites. ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RISK          | The main risk is a delay at the second campus.",
        "RISK          | A strike at the plant would hurt deliveries.",
        "CATALYST      | The next catalyst is the vote on the merger.",
        "CATALYST      | The company reports on 4 February.",
        "CONTRARIAN    | The contrarian point is that the plant needs no new equity.",
        "CONTRARIAN    | Consensus is too cautious about how fast debt falls.",
        "SECOND_ORDER  | A knock-on effect is that lenders ask for less collateral.",
        "WHAT_TO_WATCH | The number to watch is the renewal rate.",
        "WHAT_TO_WATCH | A fall in orders would change our mind.",
        "VALUATION     | The shares trade on 14 times earnings.",
        "VALUATION     | That usually deserves a higher multiple.",
        "READ_THROUGH  | This is bad for regional banks and good for cable makers.",
        "THESIS        | We upgrade CleanSpark to Buy.",
      })
  void tellsWhatKindOfClaimASentenceMakes(Claim.Type type, String sentence) {
    assertThat(scored(ABOUT + sentence).claims())
        .filteredOn(claim -> claim.statement().contains(sentence))
        .extracting(Claim::type)
        .containsExactly(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It posted revenue of $136 million and a loss of $12 million.",
        "Analysts: A. Smith, B. Jones.",
        "Revenue was $20 million in Q2.",
      })
  void takesNoReportForAClaim(String sentence) {
    assertThat(scored(ABOUT + sentence).claims()).noneMatch(c -> c.statement().equals(sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "An analyst on the call asked whether Ford would merge its vans with a partner.",
        "A director said that the plant would close.",
        "Another bank warned the dividend would go.",
      })
  void whatOthersAskOrTellIsNoSuppositionOfTheAuthors(String sentence) {
    Tokens tokens = Tokens.of(sentence);
    assertThat(new ClaimSignals(tokens).conditions(0, tokens.size()).condition()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It deserves a higher multiple only after one signed lease, not before. | only after one"
            + " signed lease",
        "If it wins strong, large tenants, the shares should re-rate. | If it wins strong, large"
            + " tenants",
        "The shares should re-rate if it wins tenants.                | if it wins tenants",
        "Should tenants sign, the shares would re-rate.               | Should tenants sign",
        "The shares should re-rate, provided tenants sign.            | provided tenants sign",
        "The shares would re-rate, should the tenants sign.           | should the tenants sign",
        "We expect demand, led by data centres, should grow 3%.       | ",
        "The shares could halve if the court agrees (ruling due in May). | if the court agrees",
        "The stock trades at 9 times earnings as if growth were over. | ",
        "A strike at the plant would hurt deliveries.       | A strike at the plant",
        "The main risk: a recession in building would cost $1.10. | a recession in building",
        "We believe a signed lease would re-rate the shares. | a signed lease",
        "A recovery in orders is what we expect.            | ",
        "If rates fall, incentives halve and margins recover in two quarters. | If rates fall",
        "A new chief executive could cut the dividend, which would hurt the shares. | ",
        "We see no lease until March 2028.                  | ",
      })
  void quotesTheConditionThatAClaimHangsOn(String sentence, String condition) {
    Claim claim = scored(ABOUT + sentence).claims().getLast();
    assertThat(claim.condition()).isEqualTo(condition);
    assertThat(claim.modality() == Modality.CONDITIONAL).isEqualTo(condition != null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The risk for the next 6-18 months is a delay.       | 6-18m       | 6  | 18",
        "The main risk is a breach within two quarters.      | 3-6m        | 0  | 6",
        "The main risk is a delay over a six-month horizon.  | 3-6m        | 0  | 6",
        "The main risk is a breach in 2028.                  | 18m+        | 15 | 27",
        "The main risk is a delay in November.               | 0-3m        | 1  | 3",
        "The main risk is a delay in the near term.          | 0-3m        |    |",
        "The main risk is structural.                        | 18m+        |    |",
        "The main risk is a repeat of the last six months.   | unspecified |    |",
        "The main risk is the vote on 14 December.           | 0-3m        | 2  | 3",
        "The main risk is a multiple above the ten-year average. | unspecified | |",
        "The main risk is now a delay.                       | unspecified |    |",
        "The main risk is that today's price is not held.    | unspecified |    |",
        "The main risk is a delay.                           | unspecified |    |",
        "The main risk is the vote on 20 March 2028.         | 6-18m       | 17 | 18",
        "The main risk is the vote on March 20, 2028.        | 6-18m       | 17 | 18",
        "The main risk is that bookings in June were weak.   | unspecified |    |",
        "The main risk is that debt rose for the first time in six years. | unspecified | |",
        "The main risk is that debt has doubled in 26 months. | unspecified |   |",
        "The main risk is a first loss in five quarters.     | unspecified |    |",
        "The main risk is a repeat of the second half of 2025. | unspecified |  |",
      })
  void readsWhenAClaimShouldShow(String sentence, String bucket, Double min, Double max) {
    Claim claim = scored(ABOUT + sentence).claims().getLast();
    assertThat(claim.horizon().bucket().printed()).isEqualTo(bucket);
    assertThat(claim.horizon().minMonths()).isEqualTo(min);
    assertThat(claim.horizon().maxMonths()).isEqualTo(max);
    assertThat(claim.horizon().stated()).isEqualTo(!bucket.equals("unspecified"));
  }

  @Test
  void aDateMeansNothingWhileThePublicationIsUnknown() {
    ScoredNote note =
        SCORER.score(parsed(ABOUT + "The main risk is a breach in 2028.", Publication.UNKNOWN));
    assertThat(note.claims().getLast().horizon()).isEqualTo(Horizon.UNSPECIFIED);
  }

  @Test
  void namesWhoGainsAndWhoLosesAndWhy() {
    ScoredNote note =
        scored(
            ABOUT
                + "The plan implies more demand for electrical and prefab supply-chain partners."
                + " This is bad for small lenders and good for cable makers.");
    assertThat(note.claims().stream().flatMap(claim -> claim.targets().stream()))
        .contains(
            new Target(
                "group:prefab-supply-chain-partners",
                Relation.SUPPLIER,
                Direction.POSITIVE,
                "more demand for"))
        .anyMatch(
            target ->
                target.entityId().equals("group:small-lenders")
                    && target.direction() == Direction.NEGATIVE)
        .anyMatch(
            target ->
                target.entityId().equals("group:cable-makers")
                    && target.direction() == Direction.POSITIVE
                    && target.relation() == Relation.SUPPLIER);
  }

  @Test
  void givesTheThesisItsFalsifierAndTheSectionItsType() {
    ScoredNote note =
        scored(
            ABOUT
                + "We upgrade CleanSpark to Buy.\n\nRisks\n\n"
                + "Hash prices fall again and power costs more.\n\n"
                + "What would change our mind\n\nTwo quarters without a lease.");
    assertThat(note.claims())
        .anyMatch(
            claim ->
                claim.type() == Claim.Type.THESIS
                    && "Two quarters without a lease.".equals(claim.falsifier()))
        .anyMatch(
            claim ->
                claim.type() == Claim.Type.RISK && claim.statement().startsWith("Hash prices"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What would make us wrong: a second lease by June.  | a second lease by June.",
        "A second lease by June would change our mind.      | A second lease by June",
        "Short it is; we would cover above $190.            | we would cover above $190.",
        "Target 22% on the spread, stop at 8%.              | stop at 8%.",
        "A close below $20 ends it and invalidates the case. | A close below $20 ends it",
        "We would turn more cautious if yields slipped below 4%. | if yields slipped below 4%",
      })
  void quotesWhatWouldChangeTheView(String sentence, String falsifier) {
    List<Claim> claims = scored(ABOUT + "We upgrade CleanSpark to Buy. " + sentence).claims();
    assertThat(claims)
        .filteredOn(claim -> claim.type() == Claim.Type.THESIS)
        .extracting(Claim::falsifier)
        .containsOnly(falsifier);
    assertThat(claims.getLast().falsifier()).isEqualTo(falsifier);
  }

  @Test
  void whatWouldChangeOneViewFalsifiesNoOther() {
    ScoredNote note =
        scored(
            "1. We upgrade CleanSpark (NASDAQ: CLSK) to Buy.\n\n"
                + "2. Short Coinbase (NASDAQ: COIN) remains our trade; we would cover Coinbase"
                + " above $190.");
    assertThat(note.claims())
        .filteredOn(claim -> claim.statement().contains("CleanSpark"))
        .extracting(Claim::falsifier)
        .containsOnlyNulls();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We are at $4.05 for the year, the Street at $3.88.     | 1",
        "Consensus has $1.6bn of profit; we are at $1.15 billion. | -1",
        "Consensus has an EBIT of $1.6bn. We are at $1.15bn.    | -1",
        "We look for a margin of 5.6%, consensus for 5.2%.      | 1",
        "We look for a loss of $60m, the Street for $72m.       | 1",
        "We put capex at $900m against consensus of $700m.      | -1",
        "Our 2027 EPS estimate is $4.05 after lower tax, the Street is at $3.88. | 1",
      })
  void aFigureBesideTheStreetsTellsWhichWayAClaimPoints(String sentence, int sign) {
    assertThat(scored(ABOUT + "We think it is so. " + sentence).claims().getLast())
        .extracting(claim -> (int) Math.signum(claim.polarity()))
        .isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Our 2027 EPS estimate is $4.05 after lower tax, the Street is at $3.88. | 1",
        "We expect organic growth of 6%; analysts expect a margin of 9%. | 0",
        "We put the stake at $900m against a market cap of $700m. | 0",
        "We put capex at $900m against consensus of $700m.        | -1",
        "We look for $60m of losses, the Street for $72m.         | 1",
      })
  void comparesOnlyFiguresOfOneThing(String sentence, double sign) {
    Tokens tokens = Tokens.of(sentence);
    assertThat(new StreetGap().of(tokens, 0, tokens.size())).isEqualTo(sign);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The main risk is that Coinbase (NASDAQ: COIN) cuts its fees.",
        "We upgrade Coinbase (NASDAQ: COIN) to Buy.",
        "Coinbase (NASDAQ: COIN) stays our least preferred name.",
      })
  void whatIsSaidOfAnotherCompanyIsNoCaseForTheSubject(String sentence) {
    assertThat(scored(ABOUT + sentence).claims())
        .filteredOn(claim -> claim.statement().contains("Coinbase"))
        .isNotEmpty()
        .allSatisfy(
            claim ->
                assertThat(claim.targets())
                    .extracting(Target::entityId)
                    .containsExactly("equity:COIN"));
  }

  @Test
  void aRiskDoesNotPointWithTheAuthorsStance() {
    assertThat(scored(ABOUT + "We upgrade CleanSpark to Buy. The main risk is growth.").claims())
        .filteredOn(claim -> claim.type() == Claim.Type.RISK)
        .flatExtracting(Claim::targets)
        .extracting(Target::direction)
        .containsExactly(Direction.NEGATIVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Risks", "3. Risks", "B. Risks"})
  void aHeadingIsNoClaimAndTellsWhatStandsUnderIt(String heading) {
    ScoredNote note =
        scored(
            ABOUT
                + "We upgrade CleanSpark to Buy.\n\n"
                + heading
                + "\n\nHash prices fall again and power costs more.");
    assertThat(note.claims())
        .extracting(Claim::type)
        .containsExactly(Claim.Type.THESIS, Claim.Type.RISK);
  }

  @Test
  void findsInTheHybridMinerNoteWhatAReaderFinds() throws IOException {
    ScoredNote note =
        scored(Files.readString(Path.of("../../events/notes/cleanspark-hybrid-power.txt")));
    assertThat(note.claims()).hasSizeBetween(9, 18);
    assertThat(note.claims())
        .extracting(Claim::type)
        .contains(
            Claim.Type.THESIS,
            Claim.Type.SECOND_ORDER,
            Claim.Type.RISK,
            Claim.Type.READ_THROUGH,
            Claim.Type.CONTRARIAN);
    assertThat(note.claims())
        .anyMatch(claim -> claim.horizon().equals(Horizon.months(6, 18)))
        .anyMatch(
            claim ->
                claim.type() == Claim.Type.READ_THROUGH
                    && claim.targets().stream()
                        .anyMatch(
                            target ->
                                target.entityId().contains("vendors")
                                    && target.direction() == Direction.POSITIVE));
    // A charge stands beside the loss that it is a part of.
    assertThat(note.facts())
        .extracting(Fact::metric)
        .contains("net_loss", "mark_to_market_charge", "net_loss_before_charge");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Acme reported Q2 revenue of $5 million.           | earnings.reported    | FACT",
        "We think management could cut its guidance.       | guidance.lowered     | OPINION",
        "CleanSpark is reportedly exploring a sale of its fleet; a takeover bid came in. |"
            + " m_and_a.bid | RUMOUR",
        "CleanSpark denied that it received a takeover bid. | m_and_a.bid         | DENIAL",
        "Management expects new guidance and raised its outlook. | guidance.raised | GUIDANCE",
      })
  void tellsHowSureAnEventIs(String sentence, String type, Event.FactLevel level) {
    assertThat(scored(ABOUT + sentence).events())
        .filteredOn(event -> event.type().equals(type))
        .extracting(Event::level)
        .containsExactly(level);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We cut CleanSpark to Underweight from Neutral and our price target to $92 from $128. |"
            + " analyst.downgraded analyst.target_lowered",
        "We upgrade CleanSpark to Buy from Hold, TP $165 from $120.      |"
            + " analyst.upgraded analyst.target_raised",
        "Our price target is $40 (from $40).                | analyst.target_maintained",
        "We stay Underweight.                               | analyst.rating_maintained",
        "We raise our copper outlook by 16%.                | ",
        "CleanSpark raised its outlook by 16%.              | guidance.raised",
        "Its customer exits Chapter 11 next week.           | ",
        "Its customer filed for Chapter 11.                 | credit.bankruptcy",
        "Order intake fell 38% and customers wait before placing new orders. |"
            + " operations.demand_change",
        "The CFO is leaving after eight months.             | management.cfo_change",
        "The FTC issued a second request on Friday.         | regulation.antitrust",
        "The shares trade on 19x 2027 EPS of $9.            | ",
        "Handle does not come back by accident.             | ",
        "Dealers cannot lay off a run like this.            | ",
      })
  void tellsWhatHappened(String sentence, String types) {
    List<String> expected = types == null ? List.of() : List.of(types.split(" ", -1));
    assertThat(scored(ABOUT + sentence).events())
        .extracting(Event::type)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theSameEventHasTheSameKeyInAnotherNote() {
    String one = "CleanSpark reported Q2 revenue of $136 million.";
    String other = "For Q2 CleanSpark posted revenue growth; it reported revenue that rose 2%.";
    assertThat(keys(scored(ABOUT + one))).containsAnyElementsOf(keys(scored(ABOUT + other)));
    assertThat(keys(scored(ABOUT + one)))
        .doesNotContainAnyElementsOf(keys(scored(ABOUT + one.replace("Q2", "Q3"))));
  }

  private static List<String> keys(ScoredNote note) {
    return note.events().stream()
        .filter(event -> event.type().equals("earnings.reported"))
        .map(Event::similarityKey)
        .toList();
  }

  @Test
  void recognisesWhatTheNoteItselfSaysHasChanged() {
    ScoredNote note =
        scored(
            ABOUT
                + "We downgrade CleanSpark to Underweight from Neutral."
                + " We cut our target to $27 from $34.");
    assertThat(note.views())
        .extracting(View::kind, View::value, View::previous, View::change)
        .contains(
            tuple(View.Kind.RATING, "Underweight", "Neutral", View.Change.LOWERED),
            tuple(View.Kind.PRICE_TARGET, "$27", "$34", View.Change.LOWERED));
  }

  @Test
  void givesAViewAndItsEventToTheCompanyThatTheParagraphSpeaksOf() {
    ScoredNote note =
        scored(
            ABOUT
                + "\n\n"
                + "Freeport-McMoRan (FCX US) has the most leverage to copper. We lift our target to"
                + " $62 from $52, Buy. Antofagasta plc (ANTO.L) enters its growth phase. Target"
                + " 3,150p from 2,700p.\n\n"
                + "We cut our target to $9 from $12.");
    assertThat(note.views())
        .extracting(View::kind, View::entityId, View::value, View::change)
        .containsExactly(
            tuple(View.Kind.PRICE_TARGET, "equity:FCX", "$62", View.Change.RAISED),
            tuple(View.Kind.RATING, "equity:FCX", "Buy", View.Change.NEW),
            tuple(View.Kind.PRICE_TARGET, "equity:ANTO.L", "3,150p", View.Change.RAISED),
            tuple(View.Kind.PRICE_TARGET, "equity:CLSK", "$9", View.Change.LOWERED));
    assertThat(note.events())
        .filteredOn(event -> event.type().startsWith("analyst.target"))
        .extracting(Event::type, Event::entityIds)
        .containsExactly(
            tuple("analyst.target_raised", List.of("equity:FCX")),
            tuple("analyst.target_raised", List.of("equity:ANTO.L")),
            tuple("analyst.target_lowered", List.of("equity:CLSK")));
  }

  @Test
  void anEventMadeOfAViewIsOfTheViewsCompanyWhereverTheSentenceLeans() {
    ScoredNote note =
        scored(
            ABOUT
                + "\n\n"
                + "For CleanSpark the sums are harder. Freeport-McMoRan lost share, so CleanSpark"
                + " is paying for a brand that shrinks. We downgrade to Neutral from Buy.");
    assertThat(note.events())
        .filteredOn(event -> event.type().equals("analyst.downgraded"))
        .extracting(Event::entityIds, event -> event.similarityKey().split("\\|", -1)[1])
        .containsExactly(tuple(List.of("equity:CLSK"), "equity:CLSK"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We stay Underweight.                         | Underweight    | UNCHANGED",
        "We repeat our Outperform rating.             | Outperform     | UNCHANGED",
        "We retain our Buy.                           | Buy            | UNCHANGED",
        "Our Hold rating is rich. Hold (unchanged).   | Hold           | UNCHANGED",
        "We stay away and go to Sell.                 | Sell           | NEW",
        "Commercial keeps us from a Sell.             |                |",
        "We initiate coverage with a Sell.            | Sell           | NEW",
        "Underperform. Target €39.                    | Underperform   | NEW",
        "Neutral rates are near.                      |                |",
      })
  void tellsWhatBecameOfARating(String sentence, String rating, View.Change change) {
    assertThat(scored(ABOUT + "\n\n" + sentence).views())
        .filteredOn(view -> view.kind() == View.Kind.RATING)
        .extracting(View::value, View::change)
        .isEqualTo(rating == null ? List.of() : List.of(tuple(rating, change)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Price target raised to $46 from $41.  | $46    | $41    | RAISED",
        "Price target cut to $41 from $46.     | $41    | $46    | LOWERED",
        "Underperform. Target €39.             | €39    |        | NEW",
        "Target 3,150p from 2,700p, Buy.       | 3,150p | 2,700p | RAISED",
      })
  void readsAPriceTarget(String sentence, String value, String previous, View.Change change) {
    assertThat(scored(ABOUT + "\n\n" + sentence).views())
        .filteredOn(view -> view.kind() == View.Kind.PRICE_TARGET)
        .extracting(View::value, View::previous, View::change)
        .containsExactly(tuple(value, previous, change));
  }

  @Test
  void takesWhatARatingWasFromTheTextWhereTheHeadlineDoesNotTell() {
    ScoredNote note =
        scored(
            "CleanSpark: downgrade to UNDERWEIGHT\n\n"
                + ABOUT
                + "We cut CleanSpark to Underweight from Neutral.");
    assertThat(note.views())
        .extracting(View::kind, View::previous, View::change)
        .containsExactly(tuple(View.Kind.RATING, "Neutral", View.Change.LOWERED));
  }

  @Test
  void comparesANoteWithTheFirmsEarlierNotes() {
    String rated = "We rate CleanSpark Neutral, with a price target of $20. ";
    String lease = "The main risk is that the second campus lease slips again. ";
    ScoredNote before =
        scored(
            ABOUT + rated + lease + "The contrarian point is that plant financing dilutes nobody.");
    ScoredNote now =
        scored(
            ABOUT
                + "We rate CleanSpark Buy, with a price target of $25. "
                + "The risk is over: the second campus lease was signed. "
                + "The contrarian point is that plant financing dilutes nobody. "
                + "The main risk is a drought in Georgia.");
    ScoredNote compared =
        Continuity.compare(
            now, Map.of("equity:CLSK", List.of(EarlierNote.of(before, "equity:CLSK"))));
    assertThat(lifecycle(compared, "second campus")).isEqualTo(Lifecycle.RESOLVED);
    assertThat(lifecycle(compared, "contrarian")).isEqualTo(Lifecycle.REPEATED);
    assertThat(lifecycle(compared, "drought")).isEqualTo(Lifecycle.NEW);
    assertThat(compared.views())
        .allMatch(view -> view.change() == View.Change.RAISED)
        .extracting(View::previous)
        .containsExactlyInAnyOrder("Neutral", "$20");
    assertThat(now.claims()).allMatch(claim -> claim.lifecycle() == Lifecycle.NEW);
  }

  @Test
  void whatIsSettledResolvesAnEarlierClaimOfAnyTypeAndIsToldOnce() {
    String settled = "The risk is over: the second campus lease was signed.";
    ScoredNote before = scored(ABOUT + "The main risk is that the second campus lease slips.");
    ScoredNote now = scored(ABOUT + settled);
    for (Claim.Type type : Claim.Type.values()) {
      EarlierNote earlier = EarlierNote.of(before, "equity:CLSK");
      List<EarlierNote.Made> claims =
          earlier.claims().stream()
              .map(
                  made ->
                      new EarlierNote.Made(type, made.direction(), made.modality(), made.words()))
              .toList();
      EarlierNote retyped = new EarlierNote(earlier.noteId(), claims, List.of());
      ScoredNote compared = Continuity.compare(now, Map.of("equity:CLSK", List.of(retyped)));
      assertThat(lifecycle(compared, "second campus")).isEqualTo(Lifecycle.RESOLVED);
    }
    ScoredNote again =
        Continuity.compare(
            scored(ABOUT + settled),
            Map.of("equity:CLSK", List.of(EarlierNote.of(now, "equity:CLSK"))));
    assertThat(lifecycle(again, "second campus")).isEqualTo(Lifecycle.REPEATED);
  }

  private static Lifecycle lifecycle(ScoredNote note, String words) {
    return note.claims().stream()
        .filter(claim -> claim.statement().contains(words))
        .findFirst()
        .orElseThrow()
        .lifecycle();
  }

  private static ScoredNote scored(String text) {
    return SCORER.score(
        parsed(
            text,
            new Publication(Instant.parse("2026-09-30T08:00:00Z"), Publication.Basis.DOCUMENT)));
  }

  private static ParsedNote parsed(String text, Publication publication) {
    FirmId firm = new FirmId("acme");
    String key = "firms/acme/inbox/note.txt";
    return new ParsedNote(
        new NoteSource(
            firm,
            NoteId.of(firm, key),
            new SourceObject("notes", key, null, null, new Sequencer("01"), Instant.EPOCH),
            "note.txt",
            "",
            "text/plain",
            text.length()),
        text,
        "en",
        null,
        null,
        null,
        null,
        publication,
        List.of(new Region(RegionKind.BODY, new TextSpan(0, text.length()), null)),
        List.of(),
        "text/1",
        1,
        List.of());
  }
}
