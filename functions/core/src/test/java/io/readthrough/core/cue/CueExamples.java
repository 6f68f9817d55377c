package io.readthrough.core.cue;

import io.readthrough.core.cue.Cue.Hit;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/// Holds the examples of a table against its wordings.
public final class CueExamples {
  private CueExamples() {}

  /// The examples in which the table does not find the cue that they are given for.
  public static List<String> missed(CueTable table) {
    List<String> missed = new ArrayList<>();
    for (Cue cue : table.cues()) {
      if (cue.examples().isEmpty()) {
        missed.add(cue.kind() + " has no example");
      }
      for (String example : cue.examples()) {
        boolean silent = cue.kind().equals(Cue.NONE);
        List<Hit> hits = hits(table, example);
        boolean found = hits.stream().anyMatch(hit -> hit.cue().equals(cue));
        if (found == silent || example.isBlank()) {
          missed.add(cue.kind() + ": " + example + " has " + kinds(hits));
        }
      }
    }
    return missed;
  }

  /// All cues of a text, sentence by sentence.
  public static List<Hit> hits(CueTable table, String text) {
    Tokens tokens = Tokens.of(text);
    Sentences sentences = Sentences.of(tokens);
    int[] ids = table.ids(tokens);
    List<Hit> hits = new ArrayList<>();
    for (int s = 0; s < sentences.size(); s++) {
      hits.addAll(table.find(tokens, ids, sentences.first(s), sentences.end(s)));
    }
    return hits;
  }

  private static List<String> kinds(List<Hit> hits) {
    return hits.stream().map(hit -> hit.cue().kind()).toList();
  }
}
