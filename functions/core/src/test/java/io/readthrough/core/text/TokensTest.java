package io.readthrough.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          25%              | PERCENT:25%
          4.5 per cent     | PERCENT:4.5 per cent
          2 percentage points | PERCENT:2 percentage points
          -3.1%            | PERCENT:-3.1%
          220 basis points | BASIS_POINTS:220 basis points
          15bp             | BASIS_POINTS:15bp
          $136 million     | MONEY:$136 million
          $1.2bn           | MONEY:$1.2bn
          €3.4m            | MONEY:€3.4m
          Rs 279 cr        | MONEY:Rs 279 cr
          Rs. 279 crore    | MONEY:Rs. 279 crore
          US$2bn           | MONEY:US$2bn
          USD 40 million   | MONEY:USD 40 million
          -$5              | MONEY:-$5
          3,150p           | MONEY:3,150p
          1.2 billion euros| MONEY:1.2 billion euros
          13,561           | NUMBER:13,561
          1.8 million      | NUMBER:1.8 million
          30k              | NUMBER:30k
          7.4x             | MULTIPLE:7.4x
          28.7 times       | MULTIPLE:28.7 times
          $3.10-$3.20      | RANGE:$3.10-$3.20
          6-18             | RANGE:6-18
          4.35%            | PERCENT:4.35%
          Q2               | PERIOD:Q2
          1Q26             | PERIOD:1Q26
          FY26             | PERIOD:FY26
          H1               | PERIOD:H1
          2027E            | PERIOD:2027E
          2026             | PERIOD:2026
          $TSLA            | CASHTAG:$TSLA
          $BRK.B           | CASHTAG:$BRK.B
          #earnings        | HASHTAG:#earnings
          @desk            | HANDLE:@desk
          https://a.b/c?d  | LINK:https://a.b/c?d
          AT&T             | WORD:AT&T
          U.S.             | WORD:U.S.
          BAS.DE           | WORD:BAS.DE
          BRK.B            | WORD:BRK.B
          0358.HK          | WORD:0358.HK
          hotels.com       | WORD:hotels.com
          don’t            | WORD:don’t
          18A              | WORD:18A
          🚀               | EMOJI:🚀
          """)
  void isOneTokenOfItsKind(String text, String expected) {
    assertThat(printed(text)).containsExactly(expected);
  }

  @Test
  void splitsPossessivesAndHyphensAndPunctuation() {
    assertThat(printed("CleanCo’s better-than-expected result, up 3% (again)."))
        .containsExactly(
            "WORD:CleanCo",
            "CLITIC:’s",
            "WORD:better",
            "WORD:than",
            "WORD:expected",
            "WORD:result",
            "PUNCTUATION:,",
            "WORD:up",
            "PERCENT:3%",
            "PUNCTUATION:(",
            "WORD:again",
            "PUNCTUATION:)",
            "PUNCTUATION:.");
  }

  @Test
  void marksWhatAHyphenJoins() {
    Tokens tokens = Tokens.of("a non-cash charge");
    assertThat(tokens.joined(2)).isTrue();
    assertThat(tokens.joined(1)).isFalse();
    assertThat(tokens.joined(3)).isFalse();
  }

  @Test
  void keepsAFreeDashAsAToken() {
    assertThat(printed("Gold - dull")).containsExactly("WORD:Gold", "PUNCTUATION:-", "WORD:dull");
  }

  @Test
  void doesNotTakeTheDotOfASentenceIntoAFigure() {
    assertThat(printed("It made $1.2bn. Q2. Then"))
        .containsExactly(
            "WORD:It",
            "WORD:made",
            "MONEY:$1.2bn",
            "PUNCTUATION:.",
            "PERIOD:Q2",
            "PUNCTUATION:.",
            "WORD:Then");
  }

  @Test
  void aRateBetweenTwoCurrenciesIsNoMoney() {
    assertThat(printed("EUR/USD 1.08"))
        .containsExactly("WORD:EUR", "SYMBOL:/", "WORD:USD", "NUMBER:1.08");
  }

  @Test
  void separatesSentencesThatLostTheirSpace() {
    assertThat(printed("charges.Offsetting"))
        .containsExactly("WORD:charges", "PUNCTUATION:.", "WORD:Offsetting");
  }

  @Test
  void tokensAreOrderedDisjointAndCoverEverythingButSpaceAndHyphens() {
    long seed = Long.getLong("seed", 20260101L);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    String alphabet = "aZ9 .,-%$€\n'’&+x:;()#@🚀é\u200b\t/";
    int[] points = alphabet.codePoints().toArray();
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(40);
      for (int i = 0; i < length; i++) {
        text.appendCodePoint(points[random.nextInt(points.length)]);
      }
      Tokens tokens = Tokens.of(text.toString());
      int end = 0;
      for (int i = 0; i < tokens.size(); i++) {
        assertThat(tokens.start(i))
            .as("seed %d, text '%s'", seed, text)
            .isGreaterThanOrEqualTo(end);
        assertThat(tokens.end(i)).isGreaterThan(tokens.start(i));
        assertThat(text.substring(end, tokens.start(i)))
            .as("seed %d, between tokens of '%s'", seed, text)
            .matches("[\\s\\u200b-]*");
        end = tokens.end(i);
      }
    }
  }

  private static List<String> printed(String text) {
    Tokens tokens = Tokens.of(text);
    List<String> printed = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      printed.add(tokens.kind(i) + ":" + tokens.text(i));
    }
    return printed;
  }

  @Test
  void wordsThatStoodBeforeAreKnown() {
    Tokens tokens = Tokens.of("The bank and the Bank, 5% and 5%");
    int[] earlier = tokens.earlier();
    assertThat(earlier).containsExactly(0, 1, 2, 0, 1, 5, 6, 2, 6);
  }

  @Test
  void earlierWordsHaveTheSameCharacters() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append(Integer.toString(random.nextInt(5_000), 36)).append(' ');
    }
    Tokens tokens = Tokens.of(text.toString());
    int[] earlier = tokens.earlier();
    int known = 0;
    for (int i = 0; i < tokens.size(); i++) {
      assertThat(earlier[i]).isBetween(0, i);
      assertThat(tokens.folded(earlier[i])).isEqualTo(tokens.folded(i));
      assertThat(tokens.kind(earlier[i])).isEqualTo(tokens.kind(i));
      known += earlier[i] < i ? 1 : 0;
    }
    assertThat(known).isGreaterThan(tokens.size() / 2);
  }

  @Test
  void valuesOfEachTableAreKeptApart() {
    Tokens tokens = Tokens.of("up and down and up");
    WordTable moves = WordTable.of("up down");
    WordTable links = WordTable.of("and");
    int none = WordTable.ABSENT;
    assertThat(tokens.values(moves)).containsExactly(0, none, 0, none, 0);
    assertThat(tokens.values(links)).containsExactly(none, 0, none, 0, none);
    assertThat(tokens.values(moves))
        .isSameAs(tokens.values(moves))
        .containsExactly(0, none, 0, none, 0);
  }
}
