package io.readthrough.core.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.text.Tokens;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionPropertiesTest {
  private static final int TEXTS = 400;

  /// Pieces that forms are made of, and what breaks readers of forms.
  private static final String[] PIECES = {
    "Apple",
    "Target",
    "Gap",
    "$TSLA",
    "$",
    "(",
    ")",
    "[",
    "NYSE",
    "NASDAQ",
    ":",
    ": ",
    "D",
    "BA",
    "US",
    "GY",
    "0358",
    "HK",
    "JPM.N",
    "BRK.B",
    ".",
    ",",
    ";",
    "&",
    "Inc",
    "Inc.",
    "Corp",
    "plc",
    "Holdings",
    "The",
    "the",
    "and",
    "of",
    "US0378331005",
    "shares",
    "rose",
    "'s",
    "\u2019s",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "-",
    "\u2013",
    "5%",
    "$84",
    "GOLD",
    "gold",
    "S&P",
    "500",
    "miners",
    "pure",
    "bank",
    "holders",
    "\ud83d",
    "\ude00",
    "\ud83d\ude00",
    "\u0000",
    "\u202e",
    "\ufeff",
    "e\u0301",
    "\u0130",
    "\u1e9e",
    "\u0661",
    "ABCD",
    "Foobar",
    "Therapeutics",
    "(FBR)",
    "A",
    "I"
  };

  private final SecurityMentions mentions = SecurityMentions.standard();

  @Test
  void mentionsStandInOrderInTheTextAndAreTheSameEveryTime() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("MentionPropertiesTest: -Dseed=" + seed + " replays this run");
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int n = 0; n < TEXTS; n++) {
      StringBuilder text = new StringBuilder();
      int pieces = random.nextInt(60);
      for (int i = 0; i < pieces; i++) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
        if (random.nextInt(3) > 0) {
          text.append(' ');
        }
      }
      check(text.toString());
    }
  }

  private void check(String text) {
    List<Mention> found = mentions.find(Tokens.of(text));
    int end = 0;
    for (Mention mention : found) {
      assertThat(mention.span().start()).as(text).isGreaterThanOrEqualTo(end);
      assertThat(mention.span().end()).as(text).isLessThanOrEqualTo(text.length());
      assertThat(mention.span().length()).as(text).isPositive();
      assertThat(mention.confidence()).as(text).isBetween(0.01, 1.0);
      assertThat(mention.security().entityId()).as(text).doesNotEndWith(":");
      end = mention.span().end();
    }
    assertThat(mentions.find(Tokens.of(text))).isEqualTo(found);
  }

  /// A reader that is not linear would need hours for some of these.
  @ParameterizedTest
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  @ValueSource(
      strings = {
        "Apple ",
        "Apple Inc. (NASDAQ: AAPL) ",
        "(",
        "((NYSE: ",
        "Foobar Inc. (ABCD) ",
        "Foobar Foobar ",
        "NYSE : ",
        "Target. ",
        "TARGET ",
        "A & B & ",
        "Corp. ",
        "miners of power ",
        "pure-pure-",
        "$A",
        "A.B.",
        "AI FP ",
        "\ud83d",
        "JPM "
      })
  void longRepeatsStayLinear(String unit) {
    String text = unit.repeat(100_000);
    List<Mention> found = mentions.find(Tokens.of(text));
    assertThat(found.size()).isLessThanOrEqualTo(300_000);
  }
}
