package io.readthrough.core.score.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.readthrough.core.cue.CueExamples;
import io.readthrough.core.model.LogOdds;
import io.readthrough.core.model.SentimentModel;
import io.readthrough.core.score.NoteScorer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechFeaturesTest {
  private static final NoteScorer SCORER = NoteScorer.standard();
  private static final SentimentModel MODEL = SentimentModel.standard();

  @Test
  void findsEveryToneInItsExamples() {
    assertThat(CueExamples.missed(SpeechFeatures.table())).isEqualTo(List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes, our margins of the segment rose with volumes in the quarter.",
        "Sure. On tax, we see the rate of the year at about a quarter.",
        "I think the rate is about a quarter, and we would expect volumes to recover from there.",
        "You saw that volumes don't recover before the second half, as they're held back.",
        "That's the rate of the whole year, as I said.",
        "And we see volumes at the level of the spring.",
        "I'd say the rate of the year is in that range, more or less, for both of the segments.",
      })
  void hearsAnAnswer(String text) {
    assertThat(reader(text).isSpoken()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Orvel raises its outlook for the year as volumes recover.",
        // A headline, an address, a company, and an announcement.
        "You could see this stock double",
        "We raised our target for $ORVL today. You see it at https://example.com/orvel now.",
        "Yes Bank reports a profit for the quarter. Deposits rose 5%.",
        "Here's Why You Shouldn't Sell Orvel Inc. Shares Before Their Next Dividend.",
        "O'Reilly Automotive's profit rose 5% in the quarter. Sales were flat.",
        // Somebody is quoted.
        "\"We are on track, and I think we can do better,\" its chief executive said on Monday.",
        // Who writes says "we" too, and contracts.
        "Pricing held up, and costs fell again. We don't chase it here, but we don't sell it"
            + " either.",
        "It's the rate of the whole year.",
        // Nobody speaks, although it opens so.
        "Good, but not good enough: the quarter misses estimates.",
        // An answer is one paragraph, and has no title.
        "Well, I never\n\nI think you get paid to wait, and we would buy.",
        "We are bearish on oil.",
        // Notes say more figures than anybody speaks.
        "I see 35% of sales and 8.1x of EBITDA in 2027, against 28% and 7.4x, and $4.20 of"
            + " earnings.",
        "We raise our target, since our checks show that demand is better than we thought.",
        "Orvel reported revenue of $1.2bn for the third quarter, up 8% on the year before, with the"
            + " gross margin at 41.5%. We keep our rating at Hold with the shares at 17 times"
            + " earnings of next year, since the new plant opens only in the second half and orders"
            + " from the auto makers are still at the level of the spring.",
      })
  void takesNothingWrittenForAnAnswer(String text) {
    assertThat(reader(text).isSpoken()).isFalse();
  }

  @Test
  void readsAWholeTranscriptAsANoteIs() {
    assertThat(reader("Yes, we think you are right. ".repeat(40)).isSpoken()).isTrue();
    assertThat(reader("Yes, we think you are right. ".repeat(4000)).isSpoken()).isFalse();
  }

  @Test
  void hearsTheTone() {
    double glad = odds("Yes, we are really excited, and growth of our pipeline is great.").score();
    double plain =
        odds("Yes, the rate is at a quarter, as I said, and that's in our tables.").score();
    double sorry =
        odds("Yes, unfortunately the headwinds hurt us, and our volumes declined.").score();
    assertThat(glad).isGreaterThan(plain + 0.2);
    assertThat(sorry).isLessThan(plain);
  }

  @Test
  void whatSpansAddComesToTheScore() {
    String text =
        "Well, we're pleased with the growth, although demand is weak and I can't say how long.";
    TextReading reading = SCORER.read(text, List.of());
    LogOdds odds = odds(text);
    double sum = odds.baseline() + odds.ofTokens(0, reading.tokens().size());
    for (int i = 0; i < reading.expressions().size(); i++) {
      sum += odds.ofExpression(i);
    }
    assertThat(odds.ofTokens(0, reading.tokens().size())).isNotZero();
    assertThat(sum).isCloseTo(odds.score(), within(1e-12));
  }

  private static FeatureReader reader(String text) {
    return new FeatureReader(SCORER.read(text, List.of()), SCORER.keys(), MODEL);
  }

  private static LogOdds odds(String text) {
    TextReading reading = SCORER.read(text, List.of());
    int expressions = reading.expressions().size();
    double[] importance = new double[expressions];
    Arrays.fill(importance, 1);
    LogOdds odds = new LogOdds(MODEL, expressions, reading.tokens().size());
    reader(text).readSpeech(importance, odds);
    return odds;
  }
}
