package io.readthrough.core.text;

import java.util.ArrayList;
import java.util.List;

/// A phrase as a stretch of tokens, of which there may be none.
///
/// @param from the first token
/// @param to the token after the last
public record Phrase(Tokens tokens, int from, int to) {
  private static final int USUAL_LENGTH = 24;

  /// Cuts phrases into tokens together: tables have thousands, and each by itself would take a
  /// tokenizer and its arrays.
  ///
  /// @param texts without line breaks
  public static List<Phrase> cut(List<String> texts) {
    StringBuilder all = new StringBuilder(texts.size() * USUAL_LENGTH);
    for (String text : texts) {
      all.append(text).append('\n');
    }
    Tokens tokens = Tokens.of(all.toString());
    List<Phrase> phrases = new ArrayList<>(texts.size());
    int end = 0;
    int from = 0;
    for (String text : texts) {
      end += text.length() + 1;
      int to = from;
      while (to < tokens.size() && tokens.start(to) < end) {
        to++;
      }
      phrases.add(new Phrase(tokens, from, to));
      from = to;
    }
    return phrases;
  }

  /// Cuts one phrase.
  public static Phrase of(String text) {
    return cut(List.of(text)).getFirst();
  }

  /// The phrase as printed.
  public String text() {
    return from == to ? "" : tokens.span(from, to).of(tokens.text());
  }
}
