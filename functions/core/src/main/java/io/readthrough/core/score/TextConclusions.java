package io.readthrough.core.score;

import io.readthrough.core.model.SentimentModel;
import io.readthrough.core.score.feature.FeatureReader;
import io.readthrough.core.score.feature.TextReading;
import io.readthrough.core.score.outlook.OutlookFeatures;
import io.readthrough.core.score.reading.Names;
import io.readthrough.core.score.reading.Reading;
import io.readthrough.core.score.reading.Stances;
import java.util.List;
import java.util.Map;

/// What a text of a few sentences comes to: what the learned weights make of its expressions and
/// words, and the stances that its author takes.
final class TextConclusions implements Conclusions {
  private final SentimentModel model;
  private final Names names;
  private final TextReading text;
  private final FeatureReader reader;
  private final Map<Integer, Stances.Conclusion> stances;
  private final int[] same;

  TextConclusions(SentimentModel model, Reading reading, TextReading text, FeatureReader reader) {
    this.model = model;
    this.names = reading.names();
    this.text = text;
    this.reader = reader;
    this.stances = reading.stances();
    this.same = new int[names.names.size()];
    for (int name = 0; name < same.length; name++) {
      same[name] = name;
    }
  }

  @Override
  public UnitScore ofWhole(double[] importance, double[] signed) {
    return UnitScore.ofWhole(
        model, text, reader, importance, signed, Stances.ofNote(stances, names));
  }

  @Override
  public UnitScore ofName(int name, double[] signed) {
    Stances.Conclusion stance =
        stances.getOrDefault(
            name, names.isSubject(name) ? Stances.Conclusion.NONE : Stances.Conclusion.MENTIONED);
    return UnitScore.ofName(model, text, reader, name, same, signed, stance);
  }

  @Override
  public List<OutlookFeatures.Wording> wordings() {
    return List.of();
  }
}
