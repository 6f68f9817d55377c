package io.readthrough.core.score;

import io.readthrough.core.model.LogOdds;
import io.readthrough.core.note.TickerSentiment.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What a note comes to: for each name how the note as a whole sees it, and as a whole the mean of
/// the names that it is about. One that is about no name is read as other texts are.
final class NoteConclusions implements Conclusions {
  private final Names names;
  private final OutlookFeatures.Read read;
  private final Supplier<TextConclusions> text;
  private final int places;

  /// @param roles of the names
  /// @param text what the same would come to without the names
  NoteConclusions(Reading reading, List<Role> roles, Supplier<TextConclusions> text) {
    this.names = reading.names();
    this.read = OutlookFeatures.of(reading, roles);
    this.text = text;
    this.places = reading.expressions().size() + read.places().size();
  }

  @Override
  public UnitScore ofWhole(double[] importance, double[] signed) {
    List<LogOdds> subjects = new ArrayList<>();
    for (int name = 0; name < names.names.size(); name++) {
      if (names.isSubject(name)) {
        subjects.add(odds(name));
      }
    }
    return subjects.isEmpty()
        ? text.get().ofWhole(importance, signed)
        : UnitScore.ofSubjects(subjects, places, signed);
  }

  @Override
  public UnitScore ofName(int name, double[] signed) {
    return UnitScore.ofOutlook(odds(name), places, signed);
  }

  private LogOdds odds(int name) {
    return Outlooks.standard().odds(read.vectors().get(name), places);
  }

  @Override
  public List<OutlookCues.Place> wordings() {
    return read.places();
  }
}
