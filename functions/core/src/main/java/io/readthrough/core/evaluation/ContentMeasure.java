package io.readthrough.core.evaluation;

/// What is measured of how well the content of notes was read.
///
/// Where gold items are matched with predicted ones, the matching is one-to-one and as large as it
/// can be. A share counts among the pairs of such a matching; it has no invented items, and its
/// recall is the accuracy.
public enum ContentMeasure {
  /// Securities, resolved: one of the codes that are right, or the name of a security without one.
  SECURITIES(false),
  /// Securities by name, whatever the code.
  NAMES(false),
  /// Groups of companies.
  GROUPS(false),
  /// Securities with their role: a pair with different roles is a role missed and one invented.
  ROLES(false),
  /// Securities and groups with their polarity: a pair with different polarities is one missed and
  /// one invented.
  TARGET_POLARITY(false),
  /// The pairs of securities and of groups with the same polarity.
  TARGET_POLARITY_OF_FOUND(true),
  /// Facts: overlapping spans, the same metric, value and unit.
  FACTS(false),
  /// Facts with any metric: overlapping spans, the same value and unit. The names of metrics that
  /// the vocabulary lacks are the annotator's own, and nothing can guess them.
  FACT_FIGURES(false),
  /// Facts by a number and its unit alone, wherever they stand, and be it a level or a change.
  FACT_VALUES(false),
  /// The pairs of [#FACTS] with the same kind.
  FACT_KIND(true),
  /// The pairs of [#FACTS] with the same change, or both without one.
  FACT_CHANGE(true),
  /// The pairs of [#FACTS] with the same period as printed, among those whose period the gold
  /// annotation tells.
  FACT_PERIOD(true),
  /// Claims: the same type, and at least half of the shorter one's text shared.
  CLAIMS(false),
  /// Claims by their text, whatever the type.
  CLAIM_SPANS(false),
  /// The pairs of [#CLAIM_SPANS] with the same polarity.
  CLAIM_POLARITY(true),
  /// The pairs of [#CLAIM_SPANS] with the same modality.
  CLAIM_MODALITY(true),
  /// The notes with the same overall polarity.
  OVERALL_POLARITY(true);

  private final boolean share;

  ContentMeasure(boolean share) {
    this.share = share;
  }

  /// Whether it is a share of pairs, with an accuracy, and not a detection, with precision and
  /// recall.
  public boolean isShare() {
    return share;
  }
}
