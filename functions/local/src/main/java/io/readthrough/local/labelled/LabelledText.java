package io.readthrough.local.labelled;

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
  public record Target(String name, @Nullable TextSpan span, @Nullable Polarity label) {}
}
