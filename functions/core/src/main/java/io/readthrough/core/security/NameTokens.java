package io.readthrough.core.security;

import io.readthrough.core.text.Tokens;
import java.util.List;

/// Names cut into tokens together, which costs a third of cutting each by itself when the code is
/// cold. Each name is a stretch of the tokens.
final class NameTokens {
  private static final int USUAL_NAME = 24;

  private final Tokens tokens;

  /// Where the tokens of each name start, and after the last name their number.
  private final int[] bounds;

  private NameTokens(Tokens tokens, int[] bounds) {
    this.tokens = tokens;
    this.bounds = bounds;
  }

  static NameTokens of(List<String> names) {
    StringBuilder text = new StringBuilder(names.size() * USUAL_NAME);
    int[] bounds = new int[names.size() + 1];
    for (int i = 0; i < names.size(); i++) {
      bounds[i + 1] = text.append(names.get(i)).append('\n').length();
    }
    Tokens tokens = Tokens.of(text.toString());
    int token = 0;
    for (int i = 1; i < bounds.length; i++) {
      while (token < tokens.size() && tokens.start(token) < bounds[i]) {
        token++;
      }
      bounds[i] = token;
    }
    return new NameTokens(tokens, bounds);
  }

  Tokens tokens() {
    return tokens;
  }

  /// The first token of the name that comes after `i` others.
  int from(int i) {
    return bounds[i];
  }

  /// The token after that name, which may have none at all.
  int to(int i) {
    return bounds[i + 1];
  }

  /// The first token of a legal name without the article before it.
  int fromAfterArticle(int i) {
    int from = from(i);
    return to(i) - from > 1 && tokens.is(from, "the") ? from + 1 : from;
  }
}
