package io.readthrough.core.lexicon;

import io.readthrough.core.lexicon.LexiconParts.Irregular;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      strings(out, List.of(lexicon.digest()));
      strings(out, lexicon.words());
      List<Entry> entries = lexicon.entries();
      strings(out, entries.stream().map(Entry::term).toList());
      strings(out, entries.stream().map(Entry::sense).toList());
      for (Entry entry : entries) {
        out.writeByte(PARTS.indexOf(entry.pos()));
        out.writeByte(MEANINGS.indexOf(entry.meaning()));
        out.writeDouble(entry.strength());
      }
      List<Irregular> irregulars = lexicon.irregulars();
      strings(out, irregulars.stream().map(Irregular::form).toList());
      ints(out, irregulars.stream().mapToInt(Irregular::word).toArray());
      ints(out, irregulars.stream().mapToInt(i -> FORMS.indexOf(i.how())).toArray());
      ints(out, lexicon.gradable().stream().toArray());
      ints(out, lexicon.trie().words());
      ints(out, lexicon.trie().children());
      ints(out, lexicon.trie().ends());
      ints(out, lexicon.trie().entries());
    } catch (IOException e) {
      throw new UncheckedIOException("an array takes all that is written", e);
    }
    return bytes.toByteArray();
  }

  static LexiconParts read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (in.getInt() != MAGIC) {
      throw new IllegalStateException(
          LexiconCompiler.COMPILED + " is of another version of the format: build it again");
    }
    String digest = strings(in, bytes)[0];
    String[] words = strings(in, bytes);
    String[] terms = strings(in, bytes);
    String[] senses = strings(in, bytes);
    Entry[] entries = new Entry[terms.length];
    for (int i = 0; i < entries.length; i++) {
      entries[i] =
          new Entry(
              i, terms[i], PARTS.get(in.get()), MEANINGS.get(in.get()), in.getDouble(), senses[i]);
    }
    String[] forms = strings(in, bytes);
    int[] from = ints(in);
    int[] how = ints(in);
    List<Irregular> irregulars = new ArrayList<>(forms.length);
    for (int i = 0; i < forms.length; i++) {
      irregulars.add(new Irregular(forms[i], from[i], FORMS.get(how[i])));
    }
    BitSet gradable = new BitSet(words.length);
    for (int word : ints(in)) {
      gradable.set(word);
    }
    Trie trie = new Trie(ints(in), ints(in), ints(in), ints(in));
    return new LexiconParts(
        List.of(entries), Arrays.asList(words), irregulars, gradable, trie, digest);
  }

  private static void strings(DataOutputStream out, List<String> strings) throws IOException {
    out.writeInt(strings.size());
    for (String string : strings) {
      out.writeShort(string.length());
    }
    for (String string : strings) {
      if (!string.chars().allMatch(c -> c < 256)) {
        throw new IllegalStateException(
            "'" + string + "' has a character beyond Latin-1, which the lexicon cannot hold");
      }
      out.write(string.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static String[] strings(ByteBuffer in, byte[] bytes) {
    String[] strings = new String[in.getInt()];
    int at = in.position() + strings.length * Short.BYTES;
    for (int i = 0; i < strings.length; i++) {
      int length = in.getShort();
      strings[i] = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
      at += length;
    }
    in.position(at);
    return strings;
  }

  private static void ints(DataOutputStream out, int[] ints) throws IOException {
    out.writeInt(ints.length);
    for (int value : ints) {
      out.writeInt(value);
    }
  }

  private static int[] ints(ByteBuffer in) {
    int[] ints = new int[in.getInt()];
    in.asIntBuffer().get(ints);
    in.position(in.position() + ints.length * Integer.BYTES);
    return ints;
  }
}
