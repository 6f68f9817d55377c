package io.readthrough.core.evaluation;

import static io.readthrough.core.evaluation.Polarity.NEGATIVE;
import static io.readthrough.core.evaluation.Polarity.NEUTRAL;
import static io.readthrough.core.evaluation.Polarity.POSITIVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.evaluation.NoteContent.Figure;
import io.readthrough.core.evaluation.NoteContent.Group;
import io.readthrough.core.evaluation.NoteContent.Security;
import io.readthrough.core.evaluation.NoteContent.Statement;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.TickerSentiment.Role;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentComparisonTest {
  private static final Change UP_5 = change(5, Change.Unit.PERCENT, Change.Direction.UP);

  @Test
  void agreesWithFiguresWorkedOutByHand() {
    ContentComparison comparison =
        new ContentComparison(
            new NoteContent(
                List.of(
                    security("Nike", "NKE", 0, Role.SUBJECT, NEGATIVE),
                    security("Deckers", "DECK", 20, Role.COMPETITOR, POSITIVE),
                    security("Brent", null, 40, Role.DRIVER, NEUTRAL)),
                List.of(new Group("pure miners", List.of(new TextSpan(60, 71)), NEGATIVE)),
                List.of(
                    level(0, "revenue", 11.2e9, "USD", UP_5),
                    level(30, "eps", 0.49, "USD", null),
                    level(50, "gross_margin", 42.1, "%", null)),
                List.of(
                    statement(0, 40, Claim.Type.THESIS, NEGATIVE),
                    statement(50, 90, Claim.Type.RISK, NEGATIVE)),
                NEGATIVE),
            new NoteContent(
                List.of(
                    security("NIKE, Inc.", "NKE", 0, Role.SUBJECT, NEGATIVE),
                    security("Deckers Outdoor", "DECK", 20, Role.PEER, NEUTRAL),
                    security("Brent crude oil", null, 99, Role.DRIVER, NEUTRAL),
                    security("Gap", "GAP", 80, Role.MENTIONED, NEUTRAL)),
                List.of(new Group("miners", List.of(new TextSpan(65, 66)), NEGATIVE)),
                List.of(
                    level(4, "revenue", 11.2e9, "USD", null),
                    level(30, "net_income", 0.49, "USD", null),
                    level(90, "gross_margin", 42.1, "%", null)),
                List.of(
                    statement(10, 60, Claim.Type.THESIS, POSITIVE),
                    statement(50, 90, Claim.Type.VALUATION, NEGATIVE)),
                NEUTRAL));

    assertThat(comparison.detection(ContentMeasure.SECURITIES)).isEqualTo(new Detection(3, 0, 1));
    assertThat(comparison.detection(ContentMeasure.NAMES)).isEqualTo(new Detection(3, 0, 1));
    assertThat(comparison.detection(ContentMeasure.GROUPS)).isEqualTo(new Detection(1, 0, 0));
    // Deckers has another role and another polarity: each is missed and invented.
    assertThat(comparison.detection(ContentMeasure.ROLES)).isEqualTo(new Detection(2, 1, 2));
    assertThat(comparison.detection(ContentMeasure.TARGET_POLARITY))
        .isEqualTo(new Detection(3, 1, 2));
    assertThat(comparison.detection(ContentMeasure.TARGET_POLARITY_OF_FOUND))
        .isEqualTo(new Detection(3, 1, 0));
    // The earnings have another metric, the margin stands elsewhere.
    assertThat(comparison.detection(ContentMeasure.FACTS)).isEqualTo(new Detection(1, 2, 2));
    assertThat(comparison.detection(ContentMeasure.FACT_FIGURES)).isEqualTo(new Detection(2, 1, 1));
    assertThat(comparison.detection(ContentMeasure.FACT_VALUES)).isEqualTo(new Detection(3, 0, 0));
    assertThat(comparison.detection(ContentMeasure.FACT_CHANGE)).isEqualTo(new Detection(0, 1, 0));
    assertThat(comparison.detection(ContentMeasure.FACT_KIND)).isEqualTo(new Detection(1, 0, 0));
    assertThat(comparison.detection(ContentMeasure.CLAIMS)).isEqualTo(new Detection(1, 1, 1));
    assertThat(comparison.detection(ContentMeasure.CLAIM_SPANS)).isEqualTo(new Detection(2, 0, 0));
    assertThat(comparison.detection(ContentMeasure.CLAIM_POLARITY))
        .isEqualTo(new Detection(1, 1, 0));
    assertThat(comparison.detection(ContentMeasure.OVERALL_POLARITY))
        .isEqualTo(new Detection(0, 1, 0));
    assertThat(comparison.inventedSecurities()).extracting(Security::name).containsExactly("Gap");
    assertThat(comparison.missedFacts())
        .extracting(Figure::metric)
        .containsExactly("eps", "gross_margin");
    assertThat(comparison.wrongPolarities())
        .containsExactly(new ContentComparison.WrongPolarity("Deckers", POSITIVE, NEUTRAL));
  }

  @Test
  void measuresFollowFromTheCounts() {
    Detection counts = new Detection(6, 2, 4);
    assertThat(counts.precision()).hasValue(0.6);
    assertThat(counts.recall()).hasValue(0.75);
    // 2 * 0.6 * 0.75 / 1.35.
    assertThat(counts.f1().orElseThrow()).isEqualTo(12 / 18.0);
    assertThat(counts.plus(new Detection(1, 1, 1))).isEqualTo(new Detection(7, 3, 5));
    assertThat(Detection.NONE.precision()).isEmpty();
    assertThat(Detection.NONE.recall()).isEmpty();
    assertThat(Detection.NONE.f1()).isEmpty();
    assertThat(new Detection(0, 3, 0).f1()).hasValue(0);
  }

  @Test
  void aSecurityWithTheWrongCodeIsFoundByNameAlone() {
    Security gold = security("Block", "XYZ", 0, Role.SUBJECT, NEUTRAL);
    Security predicted = security("Block", "HRB", 0, Role.SUBJECT, NEUTRAL);
    Security unresolved = security("Block", null, 0, Role.SUBJECT, NEUTRAL);
    assertThat(gold.isSame(predicted)).isFalse();
    assertThat(gold.isSame(unresolved)).isFalse();
    assertThat(gold.isSameName(predicted)).isTrue();
    assertThat(gold.isSameName(unresolved)).isTrue();
  }

  @Test
  void aPrivateCompanyIsNotTheListedOneOfItsName() {
    Security gold = security("Catalent", null, 0, Role.MENTIONED, NEUTRAL);
    assertThat(gold.isSame(security("Catalent", "CTLT", 0, Role.MENTIONED, NEUTRAL))).isFalse();
    assertThat(gold.isSame(security("Catalent", null, 9, Role.MENTIONED, NEUTRAL))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          1.8  | GW    | 1800 | MW  | true
          1.8  | GW    | 1.8  | MW  | false
          5    | count | 5    | -   | true
          5    | USD   | 5    | EUR | false
          5    | USD   | -5   | USD | false
          1e10 | USD   | 10000000001 | USD | true
          0    | %     | 0    | %   | true
          """)
  void aLevelIsTheSameInTheSameUnit(
      double value, String unit, double other, @Nullable String otherUnit, boolean same) {
    assertThat(level(0, "m", value, unit, null).hasSameValue(level(0, "m", other, otherUnit, null)))
        .isEqualTo(same);
  }

  @Test
  void aChangeIsNoLevelButSharesItsNumber() {
    Figure change = new Figure(spans(0), "m", Fact.Kind.ACTUAL, null, null, null, UP_5, null);
    Figure level = level(0, "m", 5, "%", null);
    Figure fall =
        new Figure(
            spans(0),
            "m",
            Fact.Kind.ACTUAL,
            null,
            null,
            null,
            change(5, Change.Unit.PERCENT, Change.Direction.DOWN),
            null);
    assertThat(change.hasSameValue(change)).isTrue();
    assertThat(change.hasSameValue(level)).isFalse();
    assertThat(level.hasSameValue(change)).isFalse();
    assertThat(change.hasSameValue(fall)).isFalse();
    assertThat(change.sharesANumber(level)).isTrue();
    assertThat(level.sharesANumber(change)).isTrue();
    assertThat(change.sharesANumber(fall)).isTrue();
    assertThat(change.sharesANumber(level(0, "m", 5, "bps", null))).isFalse();
    assertThat(change.sharesANumber(level(0, "m", 6, "%", null))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0,10,0,10,true", "0,10,5,100,true", "0,10,6,100,false", "0,10,10,20,false"})
  void halfOfTheShorterStatementIsEnough(int start, int end, int from, int to, boolean same) {
    Statement one = statement(start, end, Claim.Type.THESIS, NEUTRAL);
    Statement other = statement(from, to, Claim.Type.RISK, NEUTRAL);
    assertThat(one.standsWith(other)).isEqualTo(same);
    assertThat(other.standsWith(one)).isEqualTo(same);
  }

  @Test
  void anIndexIsFoundByItsNameToo() {
    Set<String> codes = Set.of("SPX");
    Security index = new Security("S&P 500", codes, false, spans(0), Role.BENCHMARK, NEUTRAL);
    assertThat(index.isSame(security("S&P 500", null, 0, Role.BENCHMARK, NEUTRAL))).isTrue();
    assertThat(index.isSame(security("SPX", "SPX", 9, Role.BENCHMARK, NEUTRAL))).isTrue();
    assertThat(index.isSame(security("S&P 500", "SPY", 0, Role.BENCHMARK, NEUTRAL))).isFalse();
  }

  private static Security security(
      String name, @Nullable String code, int at, Role role, Polarity polarity) {
    Set<String> codes = code == null ? Set.of() : Set.of(code);
    return new Security(name, codes, code != null, spans(at), role, polarity);
  }

  private static Figure level(
      int at, String metric, double value, @Nullable String unit, @Nullable Change change) {
    return new Figure(spans(at), metric, Fact.Kind.ACTUAL, value, value, unit, change, null);
  }

  private static Statement statement(int start, int end, Claim.Type type, Polarity polarity) {
    return new Statement(new TextSpan(start, end), type, polarity, Claim.Modality.ASSERTED);
  }

  private static List<TextSpan> spans(int at) {
    return List.of(new TextSpan(at, at + 10));
  }

  private static Change change(double value, Change.Unit unit, Change.Direction direction) {
    return new Change(value, unit, direction, Change.Basis.UNSPECIFIED);
  }
}
