package io.readthrough.core.score.feature;

import io.readthrough.core.model.FeatureKeys;
import io.readthrough.core.text.Tokens;

/// Hashes a word without its ending; figures, names and links by what they are.
final class WordHash {
  static final long NAME = FeatureKeys.hash("<name>");
  static final long TARGET = FeatureKeys.hash("<target>");
  static final long EDGE = FeatureKeys.hash("<edge>");
  private static final long UP = FeatureKeys.hash("<+%>");
  private static final long DOWN = FeatureKeys.hash("<-%>");

  private WordHash() {}

  /// The hash of token `i`; 0 when it counts for nothing.
  static long of(Tokens tokens, int i) {
    return switch (tokens.kind(i)) {
      case WORD -> word(tokens, i);
      case CLITIC -> 0;
      case PERCENT ->
          switch (tokens.foldedAt(tokens.start(i))) {
            case '+' -> UP;
            case '-', '\u2212' -> DOWN;
            default -> tokens.kind(i).name().hashCode() * 31L;
          };
      case NUMBER, MONEY, BASIS_POINTS, MULTIPLE, RANGE, PERIOD, LINK, HANDLE ->
          tokens.kind(i).name().hashCode() * 31L;
      case CASHTAG -> NAME;
      case HASHTAG, EMOJI -> word(tokens, i);
      case PUNCTUATION, SYMBOL -> {
        char c = tokens.foldedAt(tokens.start(i));
        yield c == '?' || c == '!' || c == ':' || c == ';' ? c : 0;
      }
    };
  }

  private static long word(Tokens tokens, int i) {
    int start = tokens.start(i);
    int end = tokens.end(i);
    int length = end - start;
    if (length > 4) {
      char last = tokens.foldedAt(end - 1);
      char second = tokens.foldedAt(end - 2);
      if (last == 's' && second != 's' && second != 'u') {
        end--;
        if (end - start > 4 && tokens.foldedAt(end - 1) == 'e' && tokens.foldedAt(end - 2) == 'i') {
          end -= 2;
        }
      } else if (last == 'd' && second == 'e') {
        end -= 2;
      } else if (last == 'g' && second == 'n' && tokens.foldedAt(end - 3) == 'i' && length > 5) {
        end -= 3;
      }
      if (tokens.foldedAt(end - 1) == 'e' && end - start > 3) {
        end--;
      }
    }
    long hash = FeatureKeys.START;
    for (int k = start; k < end; k++) {
      hash = FeatureKeys.next(hash, tokens.foldedAt(k));
    }
    return hash;
  }
}
