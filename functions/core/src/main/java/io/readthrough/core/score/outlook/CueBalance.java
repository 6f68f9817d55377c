package io.readthrough.core.score.outlook;

import io.readthrough.core.score.reading.OutlookCues;
import java.util.List;
import java.util.Set;

/// What the wordings beside a name come to when they are set off against each other.
final class CueBalance {
  private static final Set<String> GOOD = OutlookCues.CONTRARIES.keySet();
  private static final Set<String> BAD = Set.copyOf(OutlookCues.CONTRARIES.values());

  /// Kinds that say of a name that the author has no view of it.
  private static final Set<String> NEITHER = Set.of("nothing", "compared");

  /// What counts a wording in a sentence that only goes on about a name.
  private static final double OF_TOPIC = 0.5;

  /// What is added to the gross, so that one wording is no certainty.
  private static final double UNSURE = 0.5;

  /// For each feature of [OutlookCues#features] how far it tells good, or bad where it is less than
  /// 0.
  private static final double[] SIGNS =
      OutlookCues.features().stream().mapToDouble(CueBalance::sign).toArray();

  /// For each how far it tells neither.
  private static final double[] NEUTRALS =
      OutlookCues.features().stream()
          .mapToDouble(name -> NEITHER.contains(kind(name)) ? weight(name) : 0)
          .toArray();

  private double gross;
  private double neutral;

  /// How far a wording tells good, or bad where it is less than 0.
  static double signed(OutlookCues.Found found) {
    return SIGNS[found.feature()] * found.value();
  }

  /// What the wordings that were found come to for each of `names` names.
  static CueBalance[] of(List<OutlookCues.Found> found, int names) {
    CueBalance[] balances = new CueBalance[names];
    for (int i = 0; i < names; i++) {
      balances[i] = new CueBalance();
    }
    for (OutlookCues.Found each : found) {
      balances[each.name()].gross += Math.abs(signed(each));
      balances[each.name()].neutral += NEUTRALS[each.feature()] * each.value();
    }
    return balances;
  }

  /// The share of a wording, so that all together stay in (-1, 1).
  double share(OutlookCues.Found found) {
    return signed(found) / (gross + UNSURE);
  }

  /// How far anything is told, in [0, 1).
  double told() {
    return gross / (gross + UNSURE);
  }

  /// How far it is told that the author has no view, in [0, 1].
  double neutral() {
    return Math.min(1, neutral);
  }

  private static double sign(String feature) {
    double sign = GOOD.contains(kind(feature)) ? 1 : BAD.contains(kind(feature)) ? -1 : 0;
    return (feature.contains(" denied") ? -sign : sign) * weight(feature);
  }

  /// The kind of "gains denied:after".
  private static String kind(String feature) {
    return feature.substring(0, feature.indexOf(':')).replace(" denied", "");
  }

  private static double weight(String feature) {
    return feature.endsWith(":topic") ? OF_TOPIC : 1;
  }
}
