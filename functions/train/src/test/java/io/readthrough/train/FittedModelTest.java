package io.readthrough.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.readthrough.core.evaluation.Polarity;
import io.readthrough.core.model.FeatureFamily;
import io.readthrough.core.model.FeatureIndex;
import io.readthrough.core.model.LogOdds;
import io.readthrough.core.model.ModelFile;
import io.readthrough.core.model.SentimentModel;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.core.score.feature.FeatureReader;
import io.readthrough.core.text.Tokens;
import io.readthrough.train.labelled.LabelledText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FittedModelTest {
  private static final NoteScorer SCORER = NoteScorer.standard();

  private final List<Example> examples = ExampleReader.read(SCORER, texts());

  @Test
  void learnsWhatTheLabelsSay() {
    FittedModel model = FittedModel.fit(examples, Settings.standard());
    for (Example example : examples) {
      assertThat(model.sums(example).prediction().label())
          .as("%s of %s", example.name(), example.id())
          .isEqualTo(example.label());
    }
  }

  @Test
  void givesTheSameBytesEveryTime() {
    byte[] once = FittedModel.fit(examples, Settings.standard()).bytes(0.9);
    List<Example> again = ExampleReader.read(SCORER, texts());
    assertThat(FittedModel.fit(again, Settings.standard()).bytes(0.9)).isEqualTo(once);
  }

  @Test
  void makesNoFeatureOfAName() {
    // "Zorvex" stands in every positive text, with a capital, and is no target of it.
    List<Example> named = ExampleReader.read(SCORER, withBystander("Zorvex"));
    List<Example> other = ExampleReader.read(SCORER, withBystander("Quillby"));
    for (int i = 0; i < named.size(); i++) {
      assertThat(named.get(i).keys()).isEqualTo(other.get(i).keys());
    }
  }

  @Test
  void aLeftOutFamilyHasNoWeight() {
    FittedModel all = FittedModel.fit(examples, Settings.standard());
    FittedModel fewer =
        FittedModel.fit(examples, Settings.standard().without(FeatureFamily.KIND_WORD));
    assertThat(fewer.size()).isLessThan(all.size());
  }

  @Test
  void theShippedFileSaysWhatTheFitSays() {
    FittedModel fitted = FittedModel.fit(examples, Settings.standard());
    SentimentModel shipped = ModelFile.read(fitted.bytes(1));
    for (Example example : examples) {
      LogOdds odds = new LogOdds(shipped, 1, 1);
      for (int i = 0; i < example.keys().length; i++) {
        odds.add(
            shipped.find(example.keys()[i]), example.direction()[i], example.intensity()[i], -1);
      }
      // Rounded weights, and the smallest left out.
      assertThat(odds.score()).isCloseTo(fitted.sums(example).prediction().score(), within(0.05));
    }
  }

  @Test
  void learnsOfSpeechBesideAllTexts() {
    List<Example> both = ExampleReader.read(SCORER, withAnswers(Settings.LEAST_SPOKEN));
    FittedModel model = FittedModel.fit(both, Settings.standard());
    Settings deaf = Settings.standard().without(FeatureFamily.SPEECH);
    FittedModel without = FittedModel.fit(both, deaf);
    int apart = 0;
    for (Example example : both) {
      if (example.isSpoken()) {
        assertThat(model.sums(example).prediction().label()).isEqualTo(example.label());
        double asText = without.sums(example).prediction().score();
        boolean clear = Math.abs(asText) >= FeatureReader.CLEAR_NEWS;
        assertThat(model.sums(example).equals(without.sums(example))).isEqualTo(clear);
        apart += clear ? 0 : 1;
      } else {
        assertThat(model.sums(example)).isEqualTo(without.sums(example));
      }
    }
    assertThat(apart).isGreaterThan(Settings.LEAST_SPOKEN / 4);
    SentimentModel shipped = ModelFile.read(model.bytes(1));
    String text = "Yes, I was glad to hear of it.";
    LogOdds odds = new LogOdds(shipped, 0, Tokens.of(text).size());
    new FeatureReader(SCORER.read(text, List.of()), SCORER.keys(), shipped)
        .readSpeech(new double[0], odds);
    assertThat(odds.score()).isGreaterThan(0.3);
  }

  @Test
  void itsFileTellsThatItKnowsSpeechHoweverSmallTheWeights() {
    List<Example> both = ExampleReader.read(SCORER, withAnswers(Settings.LEAST_SPOKEN));
    SentimentModel small =
        ModelFile.read(FittedModel.fit(both, Settings.standard()).bytes(Double.MIN_NORMAL));
    assertThat(small.size()).isEqualTo(1);
    assertThat(small.find(FeatureReader.OF_EVERY_ANSWER)).isNotEqualTo(FeatureIndex.ABSENT);
  }

  @Test
  void learnsNothingOfSpeechFromFewAnswers() {
    List<Example> few = ExampleReader.read(SCORER, withAnswers(Settings.LEAST_SPOKEN - 1));
    Settings deaf = Settings.standard().without(FeatureFamily.SPEECH);
    assertThat(FittedModel.fit(few, Settings.standard()).bytes(1))
        .isEqualTo(FittedModel.fit(few, deaf).bytes(1));
  }

  private static List<LabelledText> withAnswers(int answers) {
    List<LabelledText> texts = texts();
    List<Polarity> labels = List.of(Polarity.values());
    for (int i = 0; i < answers; i++) {
      Polarity label = labels.get(i % labels.size());
      String how =
          switch (label) {
            case POSITIVE -> "glad";
            case NEUTRAL -> "there";
            case NEGATIVE -> "sorry";
          };
      String text = "Yes, I was " + how + " to hear of it.";
      texts.add(new LabelledText("answers", "answer" + i, text, label, List.of()));
    }
    return texts;
  }

  private static List<LabelledText> texts() {
    List<LabelledText> texts = new ArrayList<>();
    String[] good = {"rose", "jumped", "gained", "climbed", "surged"};
    String[] bad = {"fell", "slumped", "dropped", "sank", "tumbled"};
    String[] when = {"on Monday", "after results", "in early trade", "this week"};
    for (int i = 0; i < good.length; i++) {
      for (int k = 0; k < when.length; k++) {
        String id = i + "-" + k;
        texts.add(text("a", "up" + id, "Acme " + good[i] + " " + when[k], Polarity.POSITIVE));
        texts.add(text("b", "down" + id, "Acme " + bad[i] + " " + when[k], Polarity.NEGATIVE));
        texts.add(text("a", "flat" + id, "Acme holds a meeting " + when[k], Polarity.NEUTRAL));
        texts.add(text("b", "same" + id, "Acme opens an office " + when[k], Polarity.NEUTRAL));
      }
    }
    return texts;
  }

  private static List<LabelledText> withBystander(String name) {
    List<LabelledText> texts = new ArrayList<>();
    for (LabelledText text : texts()) {
      String more =
          text.label() == Polarity.POSITIVE ? text.text() + " beside " + name : text.text();
      texts.add(new LabelledText(text.set(), text.id(), more, text.label(), text.targets()));
    }
    return texts;
  }

  private static LabelledText text(String set, String id, String text, Polarity label) {
    LabelledText.Target target = new LabelledText.Target("Acme", new TextSpan(0, 4), label);
    return new LabelledText(set, id, text, label, List.of(target));
  }
}
