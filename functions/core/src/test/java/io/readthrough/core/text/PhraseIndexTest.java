package io.readthrough.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhraseIndexTest {
  private static final int MAGIC = 0x52545431;

  @Test
  void findsTheLongestPhrase() {
    PhraseIndex index = new PhraseIndex();
    add(index, "Dow", 3);
    add(index, "Dow Jones Average", 4);
    assertFound(index, "the dow jones fell", 1, 3, 2);
    assertFound(index, "the dow jones average fell", 1, 4, 4);
    assertThat(index.find(Tokens.of("Jones"), 0)).isEqualTo(PhraseIndex.NONE);
  }

  @Test
  void findsTheSameWhenItIsReadBack() {
    Random random = new Random(1);
    PhraseIndex index = new PhraseIndex();
    List<Tokens> phrases = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      StringBuilder phrase = new StringBuilder("w" + random.nextInt(900));
      for (int more = random.nextInt(4); more > 0; more--) {
        phrase.append(" ź").append(random.nextInt(40));
      }
      phrases.add(Tokens.of(phrase.toString()));
      index.add(phrases.getLast(), 0, phrases.getLast().size(), i);
    }
    PhraseIndex read = readBack(index);
    for (Tokens phrase : phrases) {
      Tokens text = Tokens.of(phrase.text() + " ź1 ź2 other");
      for (int i = 0; i < text.size(); i++) {
        assertThat(read.find(text, i)).as(text.text()).isEqualTo(index.find(text, i));
      }
    }
  }

  @Test
  void growsAfterItIsReadBack() {
    PhraseIndex index = new PhraseIndex();
    add(index, "Dow Jones", 1);
    PhraseIndex read = readBack(readBack(index));
    for (int i = 2; i < 500; i++) {
      add(read, "Dow " + "x".repeat(i), i);
      add(read, "y".repeat(i), 1000 + i);
    }
    assertFound(read, "Dow Jones", 0, 1, 2);
    for (int i = 2; i < 500; i++) {
      assertFound(read, "Dow " + "x".repeat(i), 0, i, 2);
      assertFound(read, "y".repeat(i), 0, 1000 + i, 1);
    }
  }

  @Test
  void aReadTableKnowsItsWords() {
    WordTable table = new WordTable();
    for (int i = 0; i < 300; i++) {
      table.add("word" + i, 7 * i);
    }
    ArrayWriter out = new ArrayWriter(MAGIC);
    table.write(out);
    WordTable read = WordTable.read(new ArrayReader("words.bin", MAGIC, out.bytes()));
    assertThat(read.size()).isEqualTo(300);
    for (int i = 0; i < 300; i++) {
      assertThat(read.word(i)).isEqualTo("word" + i);
      assertThat(read.find("word" + i)).isEqualTo(7 * i);
      assertThat(read.find(Tokens.of("Word" + i), 0)).isEqualTo(7 * i);
    }
    assertThat(read.find("word300")).isEqualTo(WordTable.ABSENT);
  }

  @Test
  void aTableFindsAWordInsideALineAndKeepsLargeValues() {
    WordTable table = new WordTable();
    String longest = "x".repeat(Character.MAX_VALUE + 2);
    table.add("margin", Integer.MAX_VALUE);
    table.add(longest, Character.MAX_VALUE + 1);
    table.add("", 7);
    assertThat(table.find("net margin up", 4, 10)).isEqualTo(Integer.MAX_VALUE);
    assertThat(table.find("net margin up", 4, 9)).isEqualTo(WordTable.ABSENT);
    assertThat(table.find("net margin up", 3, 10)).isEqualTo(WordTable.ABSENT);
    assertThat(table.find("net margin up", 4, 4)).isEqualTo(7);
    assertThat(table.find(longest)).isEqualTo(Character.MAX_VALUE + 1);
    assertThat(table.find(longest.substring(2))).isEqualTo(WordTable.ABSENT);
    assertThat(table.word(1)).isEqualTo(longest);
  }

  private static PhraseIndex readBack(PhraseIndex index) {
    ArrayWriter out = new ArrayWriter(MAGIC);
    index.write(out);
    return PhraseIndex.read(new ArrayReader("words.bin", MAGIC, out.bytes()));
  }

  private static void add(PhraseIndex index, String phrase, int value) {
    Tokens tokens = Tokens.of(phrase);
    assertThat(index.add(tokens, 0, tokens.size(), value)).isEqualTo(value);
  }

  private static void assertFound(PhraseIndex index, String text, int at, int value, int end) {
    long found = index.find(Tokens.of(text), at);
    assertThat(found).as(text).isNotEqualTo(PhraseIndex.NONE);
    assertThat(PhraseIndex.value(found)).as(text).isEqualTo(value);
    assertThat(PhraseIndex.end(found)).as(text).isEqualTo(end);
  }
}
