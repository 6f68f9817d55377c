package io.readthrough.core.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.claim.ClaimFeatures.Candidate;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Publication;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.SourceObject;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.score.NoteScorer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is told of the sentences of a note, by the names of the features.
class ClaimFeaturesTest {
  private static final NoteScorer SCORER = NoteScorer.standard();

  private static final String TEXT =
      """
      CleanSpark (NASDAQ: CLSK) is a miner. CleanSpark owns its sites.

      Riot Platforms loses tenants to CleanSpark. That hurts its rents.

      Risks

      Would a strike at one of the sites cost the company 12% of sales?\
      """;

  @Test
  void tellsWhomASentenceNames() {
    assertThat(features("CleanSpark owns"))
        .contains("names:subject first")
        .doesNotContain("names:for the first time", "names:other first");
    assertThat(features("Riot Platforms loses"))
        .contains("names:other first", "names:for the first time", "names:opens with other");
    assertThat(features("That hurts")).contains("names:nobody", "named before:other");
  }

  @Test
  void tellsWhatIsSaidTogetherWithWhomItIsSaidOf() {
    assertThat(features("Riot Platforms loses")).contains("sign:effect");
    assertThat(polarity("Riot Platforms loses"))
        .contains("signed:balance and names:other first", "signed:of others")
        .doesNotContain("signed:balance and names:nobody", "says:nothing");
    assertThat(polarity("That hurts"))
        .contains("says:nothing", "names:nobody")
        .doesNotContain("signed:balance and names:nobody");
  }

  @Test
  void tellsWhatWordingsOfWorthAndFateSayAndWhatIsDenied() {
    assertThat(views("Orvel is undervalued and takes share."))
        .containsEntry("signed:view:value", 1)
        .containsEntry("signed:view:fate", 1)
        .doesNotContainKeys("views:both", "signed:view denied:value");
    assertThat(views("Orvel is never undervalued."))
        .containsEntry("signed:view denied:value", 1)
        .containsEntry("signed:views", -1)
        .doesNotContainKey("signed:view:value");
    assertThat(views("Orvel takes share, but the shares are expensive."))
        .containsKeys("views:both", "turns and views:both")
        .containsEntry("signed:views after the turn", -1);
    assertThat(views("For Orvel it is a rounding error."))
        .containsKeys("even:effect", "views:none")
        .doesNotContainKey("signed:views");
  }

  @Test
  void tellsWhichWayFiguresMovedByWhetherThatIsGood() {
    assertThat(views("CleanSpark (NASDAQ: CLSK) grew revenue 12% to $136 million."))
        .containsEntry("signed:moved:former", 1);
    assertThat(views("CleanSpark's (NASDAQ: CLSK) net debt rose 12% to $136 million."))
        .containsEntry("signed:moved:former", -1);
    assertThat(views("CleanSpark (NASDAQ: CLSK) owns its sites."))
        .doesNotContainKey("signed:moved:former");
  }

  @Test
  void aSentenceIsSeenAsTheNameThatItIsAboutIs() {
    ReadNote read = SCORER.readForClaims(parsed(TEXT));
    double[] outlooks = new double[read.names().size()];
    for (int i = 0; i < outlooks.length; i++) {
      outlooks[i] = read.names().get(i).isSubject() ? 1 : -1;
    }
    List<Candidate> seen = ClaimFeatures.candidates(read.withOutlooks(outlooks));
    assertThat(outlook(seen, "CleanSpark owns")).isEqualTo(1);
    assertThat(outlook(seen, "Riot Platforms loses")).isEqualTo(-1);
    assertThat(outlook(seen, "That hurts")).isEqualTo(-1);
  }

  private static double outlook(List<Candidate> candidates, String opening) {
    int feature = PolarityFeatures.names().indexOf("signed:outlook and type:thesis");
    for (Candidate candidate : candidates) {
      if (TEXT.startsWith(opening, candidate.span().start())) {
        FeatureVector features = candidate.polarities().apply(Claim.Type.THESIS);
        for (int i = 0; i < features.size(); i++) {
          if (features.feature(i) == feature) {
            return features.value(i);
          }
        }
      }
    }
    throw new AssertionError("no sentence, or no outlook: " + opening);
  }

  @Test
  void whoGainsNothingDoesNotGainAndOppositeFatesAreMixed() {
    assertThat(views("Kestrel Foods plc gains nothing from it."))
        .doesNotContainKey("signed:told")
        .containsKey("told:mixed");
    assertThat(views("This is good for cable makers and bad for small lenders."))
        .containsKey("told:mixed");
  }

  @Test
  void aWordingInsideOfAnotherDoesNotCount() {
    assertThat(views("Orvel is no longer cheap.")).containsEntry("signed:view:value", -1);
  }

  @Test
  void theMirrorImageOfAClaimTurnsWhatIsGoodOrBadAndNothingElse() {
    FeatureVector claim = candidate("Riot Platforms loses").polarities().apply(Claim.Type.RISK);
    FeatureVector mirrored = PolarityFeatures.mirrored(claim);
    List<String> all = PolarityFeatures.names();
    for (int i = 0; i < claim.size(); i++) {
      boolean signed = all.get(claim.feature(i)).startsWith("signed:");
      assertThat(mirrored.feature(i)).isEqualTo(claim.feature(i));
      assertThat(mirrored.value(i)).isEqualTo(signed ? -claim.value(i) : claim.value(i));
    }
    assertThat(names(claim, all)).contains("type:risk", "signed:of others");
  }

  @Test
  void tellsCommonWordsButNoNames() {
    assertThat(features("Riot Platforms loses")).contains("word:loses", "word:to");
    assertThat(features("That hurts")).contains("opens with:that");
    assertThat(features("CleanSpark owns")).noneMatch(name -> name.startsWith("opens with:"));
  }

  @Test
  void tellsWhereASentenceStands() {
    assertThat(features("CleanSpark (NASDAQ"))
        .contains("sentences before:0", "before in the paragraph:0", "after in the paragraph:1");
    assertThat(features("Would a strike"))
        .contains("section:risk", "sentences after:0", "after in the paragraph:0", "tenth:6");
  }

  @Test
  void tellsWhatItsTokensAre() {
    assertThat(features("Would a strike"))
        .contains("asks", "figures:one", "figure:percent", "tense:future", "length:usual");
  }

  private static List<String> features(String opening) {
    return names(candidate(opening).features(), ClaimFeatures.names());
  }

  private static List<String> polarity(String opening) {
    FeatureVector features = candidate(opening).polarities().apply(Claim.Type.READ_THROUGH);
    return names(features, PolarityFeatures.names());
  }

  /// The signs of what the wordings of a sentence say, by the names of the features.
  private static Map<String, Integer> views(String sentence) {
    Candidate candidate =
        ClaimFeatures.candidates(SCORER.readForClaims(parsed(sentence))).getFirst();
    FeatureVector features = candidate.polarities().apply(Claim.Type.THESIS);
    Map<String, Integer> signs = new HashMap<>();
    for (int i = 0; i < features.size(); i++) {
      signs.put(
          PolarityFeatures.names().get(features.feature(i)), (int) Math.signum(features.value(i)));
    }
    return signs;
  }

  private static Candidate candidate(String opening) {
    for (Candidate candidate : ClaimFeatures.candidates(SCORER.readForClaims(parsed(TEXT)))) {
      if (candidate.span().of(TEXT).startsWith(opening)) {
        return candidate;
      }
    }
    throw new AssertionError("no sentence opens with " + opening);
  }

  private static List<String> names(FeatureVector vector, List<String> all) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < vector.size(); i++) {
      names.add(all.get(vector.feature(i)));
    }
    return names;
  }

  private static ParsedNote parsed(String text) {
    FirmId firm = new FirmId("acme");
    String key = "firms/acme/inbox/note.txt";
    return new ParsedNote(
        new NoteSource(
            firm,
            NoteId.of(firm, key),
            new SourceObject("notes", key, null, null, new Sequencer("01"), Instant.EPOCH),
            "note.txt",
            "",
            "text/plain",
            text.length()),
        text,
        "en",
        null,
        null,
        null,
        null,
        Publication.UNKNOWN,
        List.of(new Region(RegionKind.BODY, new TextSpan(0, text.length()), null)),
        List.of(),
        "text/1",
        1,
        List.of());
  }
}
