package io.readthrough.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.readthrough.local.demo.NoteDropper.Dropped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the API says of dropped files, as lines for a person.
public final class AnswerTable {
  private static final int MOST_NAMES = 3;
  private static final String NONE = "-";
  private static final String[] HEAD = {
    "file", "ms", "status", "subject", "score", "label", "names, by relevance"
  };

  private AnswerTable() {}

  /// A line for each file, under a head; columns aligned.
  public static List<String> lines(List<Dropped> notes) {
    List<String[]> rows = new ArrayList<>();
    rows.add(HEAD);
    notes.forEach(note -> rows.add(row(note)));
    int[] widths = new int[HEAD.length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  /// The median time from a drop to its answer; empty when nothing was dropped.
  public static Optional<Duration> median(List<Dropped> notes) {
    List<Duration> times = notes.stream().flatMap(n -> n.time().stream()).sorted().toList();
    return times.isEmpty() ? Optional.empty() : Optional.of(times.get(times.size() / 2));
  }

  private static String line(String[] row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.length; i++) {
      line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
    }
    return line.toString().stripTrailing();
  }

  private static String[] row(Dropped dropped) {
    String time = dropped.time().map(t -> String.valueOf(t.toMillis())).orElse("kept");
    return switch (dropped.answer()) {
      case Answer.Scored scored -> {
        JsonNode note = scored.note();
        yield new String[] {
          dropped.filename(),
          time,
          note.path("status").asText(),
          subject(note),
          score(note.path("overall_sentiment_score")),
          note.path("overall_sentiment_label").asText(),
          names(note)
        };
      }
      case Answer.Unpacked unpacked -> unscored(dropped, time, unpacked.detail());
      case Answer.Rejected rejected -> unscored(dropped, time, rejected.detail());
      case Answer.Absent absent -> unscored(dropped, time, absent.why());
    };
  }

  private static String[] unscored(Dropped dropped, String time, String why) {
    return new String[] {
      dropped.filename(), time, dropped.answer().status(), NONE, NONE, NONE, why
    };
  }

  private static String subject(JsonNode note) {
    List<String> subjects = new ArrayList<>();
    for (JsonNode name : note.path("ticker_sentiment")) {
      if (name.path("role").asText().equals("subject")) {
        subjects.add(label(name));
      }
    }
    return subjects.isEmpty() ? NONE : String.join(", ", subjects);
  }

  private static String names(JsonNode note) {
    List<JsonNode> names = new ArrayList<>();
    note.path("ticker_sentiment").forEach(names::add);
    names.sort(
        Comparator.comparingDouble((JsonNode n) -> n.path("relevance_score").asDouble())
            .reversed());
    List<String> printed =
        names.stream()
            .limit(MOST_NAMES)
            .map(n -> label(n) + " " + score(n.path("ticker_sentiment_score")))
            .toList();
    String more = names.size() > MOST_NAMES ? ", and " + (names.size() - MOST_NAMES) + " more" : "";
    return printed.isEmpty() ? NONE : String.join(", ", printed) + more;
  }

  private static String label(JsonNode name) {
    return name.path("ticker").asText(name.path("name").asText());
  }

  private static String score(JsonNode score) {
    return String.format(Locale.ROOT, "%+.2f", score.asDouble());
  }
}
