package io.readthrough.core.score;

import io.readthrough.core.score.outlook.OutlookFeatures;
import java.util.List;

/// What a note comes to: as a whole, and for each of its names.
sealed interface Conclusions permits TextConclusions, NoteConclusions {
  /// The score of the note.
  ///
  /// @param importance of each expression, in [0, 1]
  /// @param signed what each expression says, weighed, for the amount of evidence
  UnitScore ofWhole(double[] importance, double[] signed);

  /// The score of a name.
  ///
  /// @param signed what each expression says of it, weighed, for the amount of evidence
  UnitScore ofName(int name, double[] signed);

  /// The places that scores are made of beside the expressions.
  List<OutlookFeatures.Wording> wordings();
}
