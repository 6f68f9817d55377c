package io.readthrough.train.labelled;

import io.readthrough.core.evaluation.Polarity;
import io.readthrough.core.note.TextSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text that people have labelled.
///
/// @param set the set of texts it comes from: the name of its file without the extension
/// @param id unique in its set
/// @param label of the text as a whole, when it has one
public record LabelledText(
    String set, String id, String text, @Nullable Polarity label, List<Target> targets) {
  public LabelledText {
    targets = List.copyOf(targets);
  }

  /// A name that the text is about.
  ///
  /// @param span where the text mentions it, when it does
  /// @param label of what the text says about it, when it has one
  public record Target(String name, @Nullable TextSpan span, @Nullable Polarity label) {
    /// Where `text` mentions it: where the labels say, else where the text has its name first, not
    /// inside a longer word, spelled the same or else in upper or lower case; null when it does
    /// not.
    public @Nullable TextSpan mentionIn(String text) {
      if (span != null) {
        return span;
      }
      TextSpan asItIs = firstMention(name, text, false);
      return asItIs == null ? firstMention(name, text, true) : asItIs;
    }

    private static @Nullable TextSpan firstMention(String name, String text, boolean ignoreCase) {
      if (name.isEmpty()) {
        return null;
      }
      for (int at = 0; at + name.length() <= text.length(); at++) {
        int end = at + name.length();
        if (text.regionMatches(ignoreCase, at, name, 0, name.length())
            && !isInsideWord(text, at)
            && !isInsideWord(text, end)) {
          return new TextSpan(at, end);
        }
      }
      return null;
    }

    /// Whether a word goes on over `index`.
    private static boolean isInsideWord(String text, int index) {
      return index > 0
          && index < text.length()
          && Character.isLetterOrDigit(text.charAt(index - 1))
          && Character.isLetterOrDigit(text.charAt(index));
    }
  }
}
