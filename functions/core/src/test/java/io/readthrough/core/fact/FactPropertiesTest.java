package io.readthrough.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.fact.sentence.FoundFact;
import io.readthrough.core.note.Fact;
import io.readthrough.core.security.SecurityMentions;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactPropertiesTest {
  private static final int TEXTS = 400;

  private static final String[] PIECES = {
    "revenue",
    "net loss",
    "EPS",
    "margin",
    "gross margin",
    "liquidity",
    "treasury",
    "deployment",
    "target",
    "of",
    "to",
    "from",
    "by",
    "at",
    "was",
    "(was",
    ")",
    "a",
    "the",
    "about",
    "our",
    "consensus",
    "guidance",
    "we expect",
    "rose",
    "fell",
    "drop",
    "less than",
    "above",
    "below",
    "$84",
    "$1.2 billion",
    "-$3",
    "5%",
    "-5%",
    "90 basis points",
    "7.4x",
    "1.8",
    "GW",
    "14-",
    "18",
    "month",
    "13,561",
    "1,2,3",
    "Bitcoin",
    "averaging",
    "Q2",
    "2027E",
    "third quarter",
    ",",
    ";",
    ".",
    ":",
    "|",
    "\n",
    "\n\n",
    "999999999999999999999999999999",
    "$.",
    "\u20ac5.7\u20136.0bn",
    "\u0661\u0662",
    "\ud83d",
    "\u202e",
    "15:50",
    "worth",
    "earned",
    "a share",
    "$9,99",
    "Rs 5 cr"
  };

  private final FactFinder finder = FactFinder.standard();
  private final SecurityMentions mentions = SecurityMentions.standard();

  @Test
  void factsStandInTheTextAndAreTheSameEveryTime() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("FactPropertiesTest: -Dseed=" + seed + " replays this run");
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int n = 0; n < TEXTS; n++) {
      StringBuilder text = new StringBuilder();
      int pieces = random.nextInt(60);
      for (int i = 0; i < pieces; i++) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
        if (random.nextInt(4) > 0) {
          text.append(' ');
        }
      }
      check(text.toString());
    }
  }

  private void check(String text) {
    List<FoundFact> found = find(text);
    for (FoundFact each : found) {
      Fact fact = each.fact();
      assertThat(each.span().end()).as(text).isLessThanOrEqualTo(text.length());
      assertThat(each.span().length()).as(text).isPositive();
      assertThat(fact.metric()).as(text).matches("[a-z][a-z0-9_]*");
      assertThat(fact.value() != null || fact.valueLow() != null || fact.change() != null)
          .as(text)
          .isTrue();
      assertThat(fact.valueLow() == null).as(text).isEqualTo(fact.valueHigh() == null);
      if (fact.change() != null && fact.change().value() != null) {
        assertThat(fact.change().value()).as(text).isNotNegative();
      }
    }
    assertThat(find(text)).isEqualTo(found);
  }

  /// A reader that is not linear would need hours for some of these.
  @ParameterizedTest
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  @ValueSource(
      strings = {
        "revenue of $5 ",
        "revenue ",
        "$5 ",
        "5% ",
        "the about the ",
        "Apple revenue rose 5% ",
        "14- to ",
        "1,",
        "Bitcoin averaging $5, ",
        "a share $5 earned "
      })
  void longRepeatsStayLinear(String unit) {
    assertThat(find(unit.repeat(100_000)).size()).isLessThanOrEqualTo(400_000);
  }

  private List<FoundFact> find(String text) {
    Tokens tokens = Tokens.of(text);
    return finder.find(tokens, Sentences.of(tokens), List.of(), mentions.find(tokens)).facts();
  }
}
