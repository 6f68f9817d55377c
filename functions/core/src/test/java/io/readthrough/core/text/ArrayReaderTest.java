package io.readthrough.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArrayReaderTest {
  private static final int MAGIC = 0x52545431;

  private final ArrayWriter out = new ArrayWriter(MAGIC);

  @Test
  void readsTheNumbersThatWereWritten() {
    int[] extremes = {0, 1, -1, 63, 64, -64, -65, Integer.MAX_VALUE, Integer.MIN_VALUE, -1};
    int[] many = new Random(1).ints(1000).toArray();
    out.numbers(extremes);
    out.numbers();
    out.numbers(many);
    ArrayReader in = read(out.bytes());
    assertThat(in.numbers()).containsExactly(extremes);
    assertThat(in.numbers()).isEmpty();
    assertThat(in.numbers()).containsExactly(many);
  }

  @Test
  void readsCharactersOfEveryScript() {
    String text = "Lowe’s, Polska Miedź, Nestlé, 任天堂, \uD83D\uDCC8 \0\uFFFF";
    List<String> strings = List.of("", text, "plain", "ş", "");
    out.chars(text);
    out.strings(strings);
    out.chars("");
    ArrayReader in = read(out.bytes());
    assertThat(in.chars()).containsExactly(text.toCharArray());
    assertThat(in.strings()).containsExactlyElementsOf(strings);
    assertThat(in.chars()).isEmpty();
  }

  @Test
  void takesAByteForANumberNearTheOneBefore() {
    int[] places = new int[1000];
    Arrays.setAll(places, i -> 3 * i);
    int before = out.bytes().length;
    out.numbers(places);
    assertThat(out.bytes().length - before).isLessThan(1010);
  }

  @Test
  void refusesAFileThatIsCutShortAnywhere() {
    out.strings(List.of("some", "words"));
    byte[] whole = out.bytes();
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatIllegalStateException()
          .isThrownBy(() -> read(part))
          .withMessageContaining("words.bin")
          .withMessageContaining("build it again");
    }
  }

  @Test
  void refusesAFileWithSomethingBehindIt() {
    out.numbers(7);
    byte[] whole = out.bytes();
    assertThatIllegalStateException()
        .isThrownBy(() -> read(Arrays.copyOf(whole, whole.length + 1)))
        .withMessage(
            "words.bin has %d bytes of %d: build it again", whole.length + 1, whole.length);
  }

  @Test
  void refusesAnotherFile() {
    byte[] other = new ArrayWriter(MAGIC + 1).bytes();
    assertThatIllegalStateException()
        .isThrownBy(() -> read(other))
        .withMessageContaining("words.bin is another file");
  }

  private static ArrayReader read(byte[] bytes) {
    return new ArrayReader("words.bin", MAGIC, bytes);
  }
}
