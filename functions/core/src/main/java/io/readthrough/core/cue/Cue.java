package io.readthrough.core.cue;

import java.util.List;

/// A row of a table of cues: what its wordings tell, and an example of it.
///
/// @param kind what the wordings tell
/// @param value how strongly, or in more detail; empty when the kind says it all
/// @param examples sentences that have one of the wordings, each a test
public record Cue(String kind, String value, List<String> examples) {
  /// The kind of a row whose wordings tell nothing: within them no other cue counts.
  public static final String NONE = "none";

  public Cue {
    examples = List.copyOf(examples);
  }

  /// The value as a number.
  public double weight() {
    return Double.parseDouble(value);
  }

  /// A place where a text has a wording of a cue.
  ///
  /// @param first the first token
  /// @param end the token after the last
  public record Hit(Cue cue, int first, int end) {
    /// Whether the cue is of `kind`.
    public boolean is(String kind) {
      return cue.kind().equals(kind);
    }
  }
}
