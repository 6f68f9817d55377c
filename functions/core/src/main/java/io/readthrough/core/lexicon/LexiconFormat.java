package io.readthrough.core.lexicon;

import io.readthrough.core.lexicon.LexiconParts.Irregular;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The compiled lexicon's bytes: arrays and strings, each with its length before it, in an order
/// that [#read] and [#write] share. Big-endian.
final class LexiconFormat {
  /// Changes with the format.
  private static final int MAGIC = 0x52544c31;

  private static final List<PartOfSpeech> PARTS = List.of(PartOfSpeech.values());
  private static final List<Meaning> MEANINGS = List.of(Meaning.values());
  private static final List<Form> FORMS = List.of(Form.values());

  private LexiconFormat() {}

  static byte[] write(LexiconParts lexicon) {
    Writer out = new Writer();
    out.number(MAGIC);
    out.strings(List.of(lexicon.digest()));
    out.strings(lexicon.words());
    List<Entry> entries = lexicon.entries();
    out.strings(entries.stream().map(Entry::term).toList());
    out.strings(entries.stream().map(Entry::sense).toList());
    out.numbers(entries.stream().mapToInt(e -> PARTS.indexOf(e.pos())).toArray());
    out.numbers(entries.stream().mapToInt(e -> MEANINGS.indexOf(e.meaning())).toArray());
    out.numbers(entries.stream().mapToInt(e -> upper(e.strength())).toArray());
    out.numbers(entries.stream().mapToInt(e -> lower(e.strength())).toArray());
    List<Irregular> irregulars = lexicon.irregulars();
    out.strings(irregulars.stream().map(Irregular::form).toList());
    out.numbers(irregulars.stream().mapToInt(Irregular::word).toArray());
    out.numbers(irregulars.stream().mapToInt(i -> FORMS.indexOf(i.how())).toArray());
    out.numbers(lexicon.gradable().stream().toArray());
    out.numbers(lexicon.trie().words());
    out.numbers(lexicon.trie().children());
    out.numbers(lexicon.trie().ends());
    out.numbers(lexicon.trie().entries());
    return out.bytes();
  }

  static LexiconParts read(byte[] bytes) {
    Reader in = new Reader(bytes);
    if (in.number() != MAGIC) {
      throw new IllegalStateException(
          LexiconCompiler.COMPILED + " is of another version of the format: build it again");
    }
    String digest = in.strings()[0];
    String[] words = in.strings();
    String[] terms = in.strings();
    String[] senses = in.strings();
    int[] parts = in.numbers();
    int[] meanings = in.numbers();
    int[] upper = in.numbers();
    int[] lower = in.numbers();
    Entry[] entries = new Entry[terms.length];
    for (int i = 0; i < entries.length; i++) {
      entries[i] =
          new Entry(
              i,
              terms[i],
              PARTS.get(parts[i]),
              MEANINGS.get(meanings[i]),
              strength(upper[i], lower[i]),
              senses[i]);
    }
    String[] forms = in.strings();
    int[] from = in.numbers();
    int[] how = in.numbers();
    List<Irregular> irregulars = new ArrayList<>(forms.length);
    for (int i = 0; i < forms.length; i++) {
      irregulars.add(new Irregular(forms[i], from[i], FORMS.get(how[i])));
    }
    BitSet gradable = new BitSet(words.length);
    for (int word : in.numbers()) {
      gradable.set(word);
    }
    Trie trie = new Trie(in.numbers(), in.numbers(), in.numbers(), in.numbers());
    return new LexiconParts(
        List.of(entries), Arrays.asList(words), irregulars, gradable, trie, digest);
  }

  private static int upper(double strength) {
    return (int) (Double.doubleToLongBits(strength) >>> 32);
  }

  private static int lower(double strength) {
    return (int) Double.doubleToLongBits(strength);
  }

  private static double strength(int upper, int lower) {
    return Double.longBitsToDouble(((long) upper << 32) | (lower & 0xffffffffL));
  }

  private static final class Writer {
    private byte[] bytes = new byte[1 << 20];
    private int size;

    void number(int number) {
      for (int shift = 24; shift >= 0; shift -= 8) {
        put((byte) (number >> shift));
      }
    }

    void numbers(int[] numbers) {
      number(numbers.length);
      for (int number : numbers) {
        number(number);
      }
    }

    void strings(List<String> strings) {
      numbers(strings.stream().mapToInt(String::length).toArray());
      for (String string : strings) {
        for (int i = 0; i < string.length(); i++) {
          if (string.charAt(i) > 255) {
            throw new IllegalStateException(
                "'" + string + "' has a character beyond Latin-1, which the lexicon cannot hold");
          }
          put((byte) string.charAt(i));
        }
      }
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes, size);
    }

    private void put(byte next) {
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, size * 2);
      }
      bytes[size++] = next;
    }
  }

  private static final class Reader {
    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    int number() {
      int number =
          (bytes[at] << 24)
              | ((bytes[at + 1] & 255) << 16)
              | ((bytes[at + 2] & 255) << 8)
              | (bytes[at + 3] & 255);
      at += 4;
      return number;
    }

    int[] numbers() {
      int[] numbers = new int[number()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = number();
      }
      return numbers;
    }

    String[] strings() {
      int[] lengths = numbers();
      String[] strings = new String[lengths.length];
      for (int i = 0; i < strings.length; i++) {
        strings[i] = new String(bytes, at, lengths[i], StandardCharsets.ISO_8859_1);
        at += lengths[i];
      }
      return strings;
    }
  }
}
