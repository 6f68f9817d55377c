package io.readthrough.core.fact.table;

import io.readthrough.core.fact.metric.Metric;
import io.readthrough.core.fact.period.PrintedPeriod;
import io.readthrough.core.note.Fact.Change;
import io.readthrough.core.note.Fact.Kind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the heading of a row or a column says of its figures.
///
/// @param scale of plain numbers under it; null where none is printed
/// @param entityId the company that it names; null when it names none
/// @param label as printed
/// @param basis what changes under it are against
record TableHeading(
    @Nullable Metric metric,
    @Nullable PrintedPeriod period,
    @Nullable Kind kind,
    @Nullable TableScale scale,
    Use use,
    @Nullable String entityId,
    String label,
    Change.Basis basis) {
  /// What figures are to the metric.
  enum Use {
    LEVEL,
    PRIOR,
    CHANGE,
    AGAINST_CONSENSUS
  }

  /// Says nothing.
  static final TableHeading NONE =
      new TableHeading(null, null, null, null, Use.LEVEL, null, "", Change.Basis.UNSPECIFIED);

  /// Whether it says anything of the figures under it.
  boolean tells() {
    return metric != null || period != null || kind != null || scale != null || use != Use.LEVEL;
  }

  /// Whether it heads levels and says no more of them than a name.
  boolean isName() {
    return kind == null && period == null && metric == null && use == Use.LEVEL;
  }

  /// "New", beside what was before.
  boolean isNew() {
    return hasWord(label.toLowerCase(Locale.ROOT), "new");
  }

  TableHeading withKind(Kind kind) {
    return new TableHeading(metric, period, kind, scale, use, entityId, label, basis);
  }

  TableHeading withPeriod(PrintedPeriod period) {
    return new TableHeading(metric, period, kind, scale, use, entityId, label, basis);
  }

  /// It for the metric of `of`, and for its period where it has none.
  TableHeading forMetricOf(TableHeading of) {
    return new TableHeading(
        of.metric, period == null ? of.period : period, kind, scale, use, entityId, label, basis);
  }

  /// It for levels of `metric`.
  TableHeading forPart(Metric metric) {
    return new TableHeading(
        metric, period, kind, scale, Use.LEVEL, entityId, label, Change.Basis.UNSPECIFIED);
  }

  /// It with what `of` says where it says nothing: of which metric, and whose figures.
  TableHeading filledFrom(TableHeading of) {
    return new TableHeading(
        metric == null ? of.metric : metric,
        period == null ? of.period : period,
        kind == null ? of.kind : kind,
        scale,
        use,
        entityId,
        label,
        basis);
  }

  /// Whether `text` has `word` with no letter beside it.
  static boolean hasWord(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean whole =
          (at == 0 || !Character.isLetter(text.charAt(at - 1)))
              && (end == text.length() || !Character.isLetter(text.charAt(end)));
      if (whole) {
        return true;
      }
    }
    return false;
  }

  /// Whether `text` has one of `words` with no letter beside it.
  static boolean hasAnyWord(String text, List<String> words) {
    return words.stream().anyMatch(word -> hasWord(text, word));
  }
}
