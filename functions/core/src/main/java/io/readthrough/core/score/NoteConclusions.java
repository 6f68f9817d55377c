package io.readthrough.core.score;

import io.readthrough.core.model.LogOdds;
import io.readthrough.core.note.TickerSentiment.Role;
import io.readthrough.core.score.outlook.OutlookFeatures;
import io.readthrough.core.score.outlook.Outlooks;
import io.readthrough.core.score.reading.Names;
import io.readthrough.core.score.reading.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What a note comes to: for each name how the note as a whole sees it; as a whole the names that
/// it is about, and how it reads without regard to them.
final class NoteConclusions implements Conclusions {
  private final Names names;
  private final List<Role> roles;
  private final OutlookFeatures.Read read;
  private final TextConclusions text;
  private final int places;

  /// @param roles of the names
  /// @param read what tells how the note sees each of its names
  /// @param text what the same would come to without the names
  NoteConclusions(
      Reading reading, List<Role> roles, OutlookFeatures.Read read, TextConclusions text) {
    this.names = reading.names();
    this.roles = roles;
    this.read = read;
    this.text = text;
    this.places = reading.expressions().size() + read.places().size();
  }

  @Override
  public UnitScore ofWhole(double[] importance, double[] signed) {
    int[] subjects =
        IntStream.range(0, roles.size()).filter(name -> roles.get(name) == Role.SUBJECT).toArray();
    UnitScore whole = text.ofWhole(importance, signed);
    if (subjects.length == 0) {
      return whole;
    }
    List<LogOdds> odds = Arrays.stream(subjects).mapToObj(this::odds).toList();
    double[] relevance = Arrays.stream(subjects).mapToDouble(names::relevance).toArray();
    return UnitScore.ofSubjects(odds, relevance, whole, places);
  }

  @Override
  public UnitScore ofName(int name, double[] signed) {
    return UnitScore.ofOutlook(odds(name), places, signed);
  }

  private LogOdds odds(int name) {
    return Outlooks.standard().odds(read.vectors().get(name), places);
  }

  @Override
  public List<OutlookFeatures.Wording> wordings() {
    return read.places();
  }
}
