package io.readthrough.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTest {
  private static final String[] PIECES = {"net", "debt's", "R&D", "to-go", "U.S.", " ", "-", "s&p"};

  @Test
  void cutsPhrasesThatHaveNoTokens() {
    List<Phrase> phrases = Phrase.cut(List.of("", "net debt", " ", "ebitda"));
    assertThat(phrases.stream().map(Phrase::text)).containsExactly("", "net debt", "", "ebitda");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void cutsPhrasesTogetherAsEachByItself(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<String> texts =
        IntStream.range(0, 50)
            .mapToObj(i -> PIECES[random.nextInt(8)] + PIECES[random.nextInt(8)])
            .toList();
    assertThat(Phrase.cut(texts).stream().map(PhraseTest::folded).toList())
        .isEqualTo(texts.stream().map(Phrase::of).map(PhraseTest::folded).toList());
  }

  private static List<String> folded(Phrase phrase) {
    return IntStream.range(phrase.from(), phrase.to()).mapToObj(phrase.tokens()::folded).toList();
  }
}
