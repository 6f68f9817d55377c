package io.readthrough.core.fact.check;

import io.readthrough.core.note.Check;
import io.readthrough.core.note.Check.Result;
import io.readthrough.core.note.Fact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Compares what a note reports with what the firm's earlier notes report on the same metric and
/// period.
public final class EarlierNotes {
  private static final String CHECK = "agrees_with_earlier_notes";

  private EarlierNotes() {}

  /// What an earlier note reports.
  ///
  /// @param noteId of that note
  public record Report(String noteId, ReportedFact fact) {}

  /// A check for each figure that differs from an earlier note's, and one for all that agree.
  public static List<Check> compare(List<Fact> facts, List<Report> earlier) {
    List<Check> checks = new ArrayList<>();
    List<String> agreeing = new ArrayList<>();
    Set<String> notes = new LinkedHashSet<>();
    for (Fact fact : facts) {
      ReportedFact here = ReportedFact.of(fact).orElse(null);
      if (here == null) {
        continue;
      }
      boolean differs = false;
      boolean known = false;
      for (Report report : earlier) {
        if (!here.isOfSame(report.fact())) {
          continue;
        }
        known = true;
        if (here.agreesWith(report.fact())) {
          notes.add(report.noteId());
        } else if (!differs) {
          differs = true;
          checks.add(difference(fact, here, report));
        }
      }
      if (known && !differs) {
        agreeing.add(fact.id());
      }
    }
    if (!agreeing.isEmpty()) {
      checks.add(
          new Check(
              CHECK,
              Result.PASS,
              "What earlier notes report of the same figures agrees: "
                  + String.join(", ", notes)
                  + ".",
              agreeing));
    }
    return checks;
  }

  private static Check difference(Fact fact, ReportedFact here, Report report) {
    return new Check(
        CHECK,
        Result.WARN,
        String.format(
            Locale.ROOT,
            "%s for the period to %s is %s %s here, and %s %s in the earlier note %s.",
            fact.label(),
            here.end(),
            FactChecks.plain(here.value()),
            here.unit(),
            FactChecks.plain(report.fact().value()),
            report.fact().unit(),
            report.noteId()),
        List.of(fact.id()));
  }
}
