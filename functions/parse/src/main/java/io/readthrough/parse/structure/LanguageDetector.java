package io.readthrough.parse.structure;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Tells the language of a text: by its script where that decides, otherwise by the short words
/// that no sentence of a language does without, over the first [#SAMPLE] characters.
///
/// A language needs [#MIN_WORDS] different words of its own, [#MIN_SHARE] of all words, and more
/// than [#MIN_LEAD] times as many as the next; otherwise the language is "und", undetermined.
final class LanguageDetector {
  static final String UNDETERMINED = "und";

  private static final int SAMPLE = 20_000;
  private static final int MIN_WORDS = 3;
  private static final double MIN_SHARE = 0.05;
  private static final double MIN_LEAD = 1.2;

  /// Of all letters, the share that must belong to a script for it to decide.
  private static final double SCRIPT_SHARE = 0.3;

  /// Of the letters of a Japanese text, at least so many are syllables; a Chinese one has none.
  private static final double KANA_SHARE = 0.05;

  private static final List<Language> LANGUAGES =
      List.of(
          language(
              "en",
              "the of and to is that for with on are was as by from at we our its it this has have"
                  + " be not than will which their"),
          language(
              "de",
              "der die das und ist von mit auf für den dem des ein eine nicht im zu sich auch wird"
                  + " bei nach aus wir sind hat"),
          language(
              "fr",
              "le la les et des est une dans pour que qui sur du pas au par avec nous ont ses cette"
                  + " sont plus aux"),
          language(
              "es",
              "el los las de y que en una por con para del se es su al lo como más son pero ha esta"
                  + " sus"),
          language(
              "it",
              "il di che la per con del della una gli nel sono dei è si anche alla ha le al da non"
                  + " più delle"),
          language(
              "pt",
              "o a os as de que e do da em um uma para com não no na dos das por mais ao se foi"
                  + " são"),
          language(
              "nl",
              "de het een van en in op voor met zijn niet aan dat is te door ook bij naar wordt uit"
                  + " heeft"));

  private LanguageDetector() {}

  private record Language(String code, Set<String> words) {
    /// How often its words occur; 0 when fewer than [#MIN_WORDS] of them do.
    int hits(Map<String, Integer> counts) {
      int hits = 0;
      int different = 0;
      for (String word : words) {
        int count = counts.getOrDefault(word, 0);
        hits += count;
        different += count > 0 ? 1 : 0;
      }
      return different < MIN_WORDS ? 0 : hits;
    }
  }

  private static Language language(String code, String words) {
    return new Language(code, Set.copyOf(Arrays.asList(words.split(" ", -1))));
  }

  /// The ISO 639-1 code of the language of `text`, or "und".
  static String detect(String text) {
    String sample = text.substring(0, Math.min(text.length(), SAMPLE));
    String script = byScript(sample);
    return script == null ? byWords(sample) : script;
  }

  private static @Nullable String byScript(String sample) {
    int letters = 0;
    TreeMap<UnicodeScript, Integer> counts = new TreeMap<>();
    for (int i = 0; i < sample.length(); i++) {
      char c = sample.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        if (c >= '\u0250') {
          counts.merge(UnicodeScript.of(c), 1, Integer::sum);
        }
      }
    }
    int kana =
        counts.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
    int han = counts.getOrDefault(UnicodeScript.HAN, 0);
    double enough = SCRIPT_SHARE * letters;
    if (letters == 0) {
      return UNDETERMINED;
    }
    if (kana + han > enough) {
      return kana > KANA_SHARE * letters ? "ja" : "zh";
    }
    if (counts.getOrDefault(UnicodeScript.HANGUL, 0) > enough) {
      return "ko";
    }
    if (counts.getOrDefault(UnicodeScript.ARABIC, 0) > enough) {
      return "ar";
    }
    return counts.getOrDefault(UnicodeScript.CYRILLIC, 0) > enough ? "ru" : null;
  }

  private static String byWords(String sample) {
    Map<String, Integer> counts = new TreeMap<>();
    int words = 0;
    for (String word : sample.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
      counts.merge(word, 1, Integer::sum);
      words += word.isEmpty() ? 0 : 1;
    }
    int best = 0;
    int second = 0;
    String code = UNDETERMINED;
    for (Language language : LANGUAGES) {
      int hits = language.hits(counts);
      if (hits > best) {
        second = best;
        best = hits;
        code = language.code;
      } else {
        second = Math.max(second, hits);
      }
    }
    return best >= MIN_SHARE * words && best > MIN_LEAD * second ? code : UNDETERMINED;
  }
}
