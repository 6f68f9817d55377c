package io.readthrough.core.lexicon;

import io.readthrough.core.lexicon.LexiconParts.Irregular;
import io.readthrough.core.text.ArrayReader;
import io.readthrough.core.text.ArrayWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The compiled lexicon's bytes: arrays in an order that [#read] and [#write] share.
final class LexiconFormat {
  /// Changes with the format.
  private static final int MAGIC = 0x52544c32;

  private static final List<PartOfSpeech> PARTS = List.of(PartOfSpeech.values());
  private static final List<Meaning> MEANINGS = List.of(Meaning.values());
  private static final List<Form> FORMS = List.of(Form.values());

  private LexiconFormat() {}

  static byte[] write(LexiconParts lexicon) {
    ArrayWriter out = new ArrayWriter(MAGIC);
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
    ArrayReader in = new ArrayReader(LexiconCompiler.COMPILED, MAGIC, bytes);
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
}
