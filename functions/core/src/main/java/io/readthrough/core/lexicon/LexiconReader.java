package io.readthrough.core.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads the lexicon's files: one entry a line, columns separated by tabs, `#` before a comment.
/// The examples, which are for people and tests, are never looked at here.
final class LexiconReader {
  /// The files of the lexicon, in the order of their entries.
  static final List<String> FILES =
      List.of(
          "direction.tsv",
          "metrics.tsv",
          "composition.tsv",
          "events.tsv",
          "market.tsv",
          "evaluation.tsv",
          "idioms.tsv",
          "uncertainty.tsv",
          "credit.tsv",
          "macro.tsv",
          "rates.tsv",
          "crypto.tsv",
          "commodities.tsv");

  /// Inflected form, dictionary form, how it is inflected.
  static final String IRREGULAR = "irregular.tsv";

  private static final Map<String, PartOfSpeech> PARTS = new HashMap<>();
  private static final Map<String, Meaning> MEANINGS = new HashMap<>();

  static {
    for (PartOfSpeech part : PartOfSpeech.values()) {
      PARTS.put(part.name().toLowerCase(Locale.ROOT), part);
    }
    for (Meaning meaning : Meaning.values()) {
      MEANINGS.put(meaning.family().word() + '\t' + meaning.word(), meaning);
    }
  }

  private final MessageDigest digest = sha256();
  private final List<Entry> entries = new ArrayList<>();

  private LexiconReader() {}

  static LexiconParts readStandard() {
    return new LexiconReader().read();
  }

  private LexiconParts read() {
    for (String file : FILES) {
      String text = content(file);
      int line = 1;
      for (int start = 0; start < text.length(); line++) {
        int end = text.indexOf('\n', start);
        if (text.charAt(start) != '#' && end > start) {
          entry(file, line, text, start);
        }
        start = end + 1;
      }
    }
    List<String[]> irregulars =
        content(IRREGULAR)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t", -1))
            .toList();
    String hex = HexFormat.of().formatHex(digest.digest());
    return LexiconParts.of(List.copyOf(entries), irregulars, hex);
  }

  private void entry(String file, int line, String text, int start) {
    int term = text.indexOf('\t', start);
    int pos = text.indexOf('\t', term + 1);
    int family = text.indexOf('\t', pos + 1);
    int value = text.indexOf('\t', family + 1);
    int strength = text.indexOf('\t', value + 1);
    int sense = text.indexOf('\t', strength + 1);
    try {
      Entry entry =
          new Entry(
              entries.size(),
              text.substring(start, term),
              known(PARTS, text.substring(term + 1, pos)),
              known(MEANINGS, text.substring(pos + 1, value)),
              Double.parseDouble(text.substring(value + 1, strength)),
              text.substring(strength + 1, sense));
      entries.add(entry);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          file
              + " line "
              + line
              + " is not an entry: it needs a term, a part of speech, a class, a value of that"
              + " class, a strength, a sense and examples, separated by tabs",
          e);
    }
  }

  private static <T> T known(Map<String, T> values, String word) {
    T value = values.get(word);
    if (value == null) {
      throw new IllegalArgumentException("'" + word + "' is not one of " + values.keySet());
    }
    return value;
  }

  private String content(String file) {
    try (InputStream in = LexiconReader.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing beside " + LexiconReader.class);
      }
      byte[] bytes = in.readAllBytes();
      digest.update(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
