package io.readthrough.parse.structure;

import static io.readthrough.parse.RawNotes.parsed;
import static io.readthrough.parse.RawNotes.regions;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.RatingBox;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.TextSpan;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingBoxFinderTest {
  private static final String FULL =
      "Acme said last night that revenue in its third quarter had risen by three percent, which is"
          + " ahead of the two that we had pencilled in, and that costs fell.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Rating: Buy. Price target $520 (from $480). ~ Buy ~ ~ 520 ~ 480 ~ USD",
        "Underperform. Target €39 (was €47). Last close €44.60. ~ Underperform ~ ~ 39 ~ 47 ~ EUR",
        "Upgrade to Outperform from Neutral; target $38.50 (was $27) ~ Outperform ~ Neutral ~ 38.50"
            + " ~ 27 ~ USD",
        "Buy | CMP Rs 1,018 | TP Rs 1,240 | 19 October 2026 ~ Buy ~ ~ 1240 ~ ~ INR",
        "Buy reiterated | Target price $860 (from $905) | Price $702 | Market cap $1.77 trillion ~"
            + " Buy ~ Buy ~ 860 ~ 905 ~ USD",
        "Overweight, 12-month price target US$195 (C$267), upside 24% ~ Overweight ~ ~ 195 ~ ~ USD",
        "UPS.N | $96.20 | Sell (Hold) | fair value $78 | 12 Oct 26 ~ Sell ~ Hold ~ 78 ~ ~ USD",
        "Outperform. PT $96 (unchanged). Some Biotech, October 5th, 2026 ~ Outperform ~ ~ 96 ~ 96 ~"
            + " USD",
        "Rating: Neutral. Price target raised to $46 from $41. Last close: $43.10 ~ Neutral ~ ~ 46"
            + " ~ 41 ~ USD",
        "Acme plc (ACM LN): Market Perform; target price 480p (530p) ~ Market Perform ~ ~ 480 ~ 530"
            + " ~ GBX",
        "Recommendation: Hold (previously Buy). Fair value estimate: CHF 1’250 ~ Hold ~ Buy ~ 1250"
            + " ~ ~ CHF",
        "Rating stays Equal-weight | Target price (EUR): 49.00 ~ Equal-weight ~ ~ 49.00 ~ ~ EUR",
        "Strong Buy · Previous rating: Hold · PT: ¥3,400 · Prior PT: ¥2,900 ~ Strong Buy ~ Hold ~"
            + " 3400 ~ 2900 ~ JPY",
        "Rating: Attractive ~ Attractive ~ ~ ~ ~"
      })
  void readsALineUnderTheTitle(
      String line,
      String rating,
      @Nullable String previousRating,
      @Nullable BigDecimal target,
      @Nullable BigDecimal previousTarget,
      @Nullable String currency) {
    String text = "The title of it\n\n" + line + "\n\n" + FULL;
    ParsedNote note = parsed("a.txt", text);
    int start = text.indexOf(line);
    assertThat(note.ratingBox())
        .isEqualTo(
            new RatingBox(
                rating,
                previousRating,
                target,
                previousTarget,
                currency,
                new TextSpan(start, start + line.length())));
    assertThat(regions(note, RegionKind.RATING_BOX)).containsExactly(line);
    assertThat(regions(note, RegionKind.LEAD)).containsExactly(FULL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We initiate at Buy with a 12-month price target of $114, which is 30% above the close.",
        "Management raised its target to $3 billion by 2030, and we hold it to that",
        "The target is ambitious",
        "Buy the dips, sell the rallies, and hold nothing in between",
        "Shares of Acme hold at $38",
        "Neutral rates, higher debt, lower growth, and a target of 2% that nobody believes in"
      })
  void aSentenceIsNoBox(String line) {
    ParsedNote note = parsed("a.txt", "The title of it\n\n" + line + "\n\n" + FULL);
    assertThat(note.ratingBox()).isNull();
    assertThat(regions(note, RegionKind.RATING_BOX)).isEmpty();
  }

  @Test
  void aRatingInTheTextIsNoBox() {
    ParsedNote note = parsed("a.txt", "The title of it\n\n" + FULL + "\n\nRating: Buy\n\n" + FULL);
    assertThat(note.ratingBox()).isNull();
  }

  @Test
  void readsATableOfNewAndOld() {
    ParsedNote note =
        parsed(
            "a.md",
            "# The title of it\n\n"
                + "| | Old | New |\n|---|---|---|\n| Rating | Neutral | Underweight |\n"
                + "| Price target | $34 | $27 |\n| 2026E EPS | $2.15 | $1.70 |\n\n"
                + FULL);
    assertBox(note, "Underweight", "Neutral", "27", "34", "USD");
    assertThat(regions(note, RegionKind.RATING_BOX)).hasSize(1);
    assertThat(regions(note, RegionKind.TABLE)).isEmpty();
  }

  @Test
  void readsATableOfLabels() {
    ParsedNote note =
        parsed(
            "a.md",
            "# The title of it\n\n"
                + FULL
                + "\n\n| Rating | Buy (from Hold) |\n|---|---|\n| Target price (EUR) | 49.00 |\n"
                + "| Previous target price (EUR) | 60.00 |\n| Price (EUR) | 41.20 |\n\n"
                + FULL
                + "\n\n"
                + FULL);
    assertBox(note, "Buy", "Hold", "49.00", "60.00", "EUR");
  }

  @Test
  void readsARowOfLabelsOverARowOfValues() {
    ParsedNote note =
        parsed(
            "a.md",
            "# The title of it\n\n| Rating | Old | Price target | Old |\n|---|---|---|---|\n"
                + "| Buy | Hold | £4.80 | £5.30 |\n\n"
                + FULL);
    assertBox(note, "Buy", "Hold", "4.80", "5.30", "GBP");
  }

  @Test
  void readsALabelAboveItsValue() {
    ParsedNote note =
        parsed("a.txt", "The title of it\n\nRating\nBuy\nPrice target\n$58 (from $52)\n\n" + FULL);
    assertBox(note, "Buy", null, "58", "52", "USD");
    assertThat(regions(note, RegionKind.RATING_BOX))
        .containsExactly("Rating\nBuy\nPrice target\n$58 (from $52)");
  }

  @Test
  void aTableOfManyNamesIsNoBox() {
    ParsedNote note =
        parsed(
            "a.md",
            "# The title of it\n\n| | Rating | Target |\n|---|---|---|\n| Acme | Buy | $34 |\n"
                + "| Orvel | Hold | $5 |\n\n"
                + FULL);
    assertThat(note.ratingBox()).isNull();
    assertThat(regions(note, RegionKind.TABLE)).hasSize(1);
  }

  @Test
  void whatRatingsMeanIsNoBox() {
    ParsedNote note =
        parsed(
            "a.md",
            "# The title of it\n\n| Rating | Definition |\n|---|---|\n| Buy | more than 15% |\n\n"
                + FULL);
    assertThat(note.ratingBox()).isNull();
  }

  private static void assertBox(
      ParsedNote note,
      String rating,
      @Nullable String previousRating,
      String target,
      String previousTarget,
      String currency) {
    RatingBox box = Objects.requireNonNull(note.ratingBox());
    assertThat(box.rating()).isEqualTo(rating);
    assertThat(box.previousRating()).isEqualTo(previousRating);
    assertThat(box.target()).isEqualTo(new BigDecimal(target));
    assertThat(box.previousTarget()).isEqualTo(new BigDecimal(previousTarget));
    assertThat(box.currency()).isEqualTo(currency);
  }
}
