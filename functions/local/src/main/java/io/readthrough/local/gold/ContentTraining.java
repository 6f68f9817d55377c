package io.readthrough.local.gold;

import io.readthrough.core.choice.ChoiceWeights;
import io.readthrough.core.claim.ClaimFeatures;
import io.readthrough.core.claim.ClaimFinder;
import io.readthrough.core.claim.ClaimWeights;
import io.readthrough.core.claim.FoundClaim;
import io.readthrough.core.claim.PolarityFeatures;
import io.readthrough.core.claim.ViewFinder;
import io.readthrough.core.evaluation.ContentComparison;
import io.readthrough.core.evaluation.ContentComparison.Confusion;
import io.readthrough.core.evaluation.ContentMeasure;
import io.readthrough.core.evaluation.Detection;
import io.readthrough.core.evaluation.NoteContent;
import io.readthrough.core.evaluation.NoteContent.Statement;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.SentimentLabel;
import io.readthrough.core.note.TickerSentiment.Role;
import io.readthrough.core.score.outlook.OutlookFeatures;
import io.readthrough.core.score.outlook.Outlooks;
import io.readthrough.core.score.role.RoleFeatures;
import io.readthrough.core.score.role.Roles;
import io.readthrough.local.gold.ContentExamples.NamedExample;
import io.readthrough.train.ChoiceFitter;
import io.readthrough.train.ChoiceFitter.Example;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Fits the weights of claims, roles and outlooks to annotated notes, and measures what such
/// weights are worth on notes that they were not fitted to.
public final class ContentTraining {
  /// Every so many notes are left out together.
  private static final int FOLDS = 12;

  /// How strongly weights are held at 0; found by cross-validation, in coarse steps.
  private static final double TYPE_PENALTY = 10;

  private static final double POLARITY_PENALTY = 8;
  private static final double MODALITY_PENALTY = 6;

  private static final double ROLE_PENALTY = 6;
  private static final double OUTLOOK_PENALTY = 3;

  /// What the tables of cues and sections say outright. Examples correct it.
  private static final double CUE_PRIOR = 1.5;

  private static final double NAMED_PRIOR = 2;
  private static final double SECTION_PRIOR = 2;

  /// Under other headings than those of risks stands more than they say.
  private static final double RISKS_PRIOR = 4;

  private static final double ROLE_PRIOR = 2;

  /// Annotated notes name few indices, and most of them for their members.
  private static final double INDEX_PRIOR = 4;

  /// What wordings like "good for" say outright of which way a claim points.
  private static final double TOLD_PRIOR = 1.5;

  private static final ChoiceFitter.Prior NO_PRIOR = (feature, choice) -> 0;

  private static final List<ContentMeasure> MEASURES =
      List.of(
          ContentMeasure.CLAIMS,
          ContentMeasure.CLAIM_SPANS,
          ContentMeasure.CLAIM_POLARITY,
          ContentMeasure.CLAIM_MODALITY);

  private ContentTraining() {}

  /// The weights of everything.
  public record Fitted(
      ChoiceWeights types,
      ChoiceWeights polarities,
      ChoiceWeights modalities,
      ChoiceWeights roles,
      ChoiceWeights outlooks) {}

  /// What was measured on notes that were left out.
  ///
  /// @param roles the share of the names whose role is right, as counts of found and missed
  /// @param outlooks the same of the names and groups whose polarity is right
  /// @param confusions how many claims that were found are of a type, polarity or modality and were
  ///   taken for another
  public record Measured(
      Map<ContentMeasure, Detection> claims,
      Detection roles,
      Detection outlooks,
      Map<Confusion, Integer> confusions) {}

  /// Fits all weights to `notes`. Which way a claim points depends on how its note sees the names,
  /// and is learned from notes whose names were seen by weights fitted to other notes.
  public static Fitted fit(List<ContentExamples> notes) {
    return fitAsSeen(seenByOthers(notes));
  }

  /// The notes, the names of each seen by weights that were fitted to other notes.
  private static List<ContentExamples> seenByOthers(List<ContentExamples> notes) {
    List<ContentExamples> seen = new ArrayList<>(notes);
    for (int fold = 0; fold < FOLDS; fold++) {
      List<ContentExamples> others = new ArrayList<>();
      for (int i = 0; i < notes.size(); i++) {
        if (i % FOLDS != fold) {
          others.add(notes.get(i));
        }
      }
      Outlooks weights = new Outlooks(outlooks(others));
      for (int i = fold; i < notes.size(); i += FOLDS) {
        seen.set(i, notes.get(i).seenBy(weights));
      }
    }
    return seen;
  }

  private static Fitted fitAsSeen(List<ContentExamples> notes) {
    List<String> features = ClaimFeatures.names();
    return new Fitted(
        ChoiceFitter.fit(
            ClaimWeights.TYPES,
            features,
            all(notes, note -> note.claims().types()),
            ContentTraining::typePrior,
            TYPE_PENALTY),
        ChoiceFitter.fit(
            ClaimWeights.POLARITIES,
            PolarityFeatures.names(),
            all(notes, note -> note.claims().polarities()),
            ContentTraining::polarityPrior,
            POLARITY_PENALTY),
        ChoiceFitter.fit(
            ClaimWeights.MODALITIES,
            features,
            all(notes, note -> note.claims().modalities()),
            ContentTraining::modalityPrior,
            MODALITY_PENALTY),
        ChoiceFitter.fit(
            Roles.classes(),
            RoleFeatures.names(),
            all(notes, ContentExamples::roleExamples),
            ContentTraining::rolePrior,
            ROLE_PENALTY),
        outlooks(notes));
  }

  private static ChoiceWeights outlooks(List<ContentExamples> notes) {
    return ChoiceFitter.fit(
        Outlooks.classes(),
        OutlookFeatures.names(),
        withContraries(all(notes, ContentExamples::outlooks)),
        NO_PRIOR,
        OUTLOOK_PENALTY);
  }

  /// The names of notes, and each again as if the note said the contrary: what speaks for one side
  /// must speak against the other as much, and what says neither cannot lean to one.
  private static List<Example> withContraries(List<Example> outlooks) {
    List<Example> all = new ArrayList<>(outlooks);
    for (Example each : outlooks) {
      int label = each.label() < 0 ? each.label() : 1 - each.label();
      all.add(new Example(OutlookFeatures.contrary(each.features()), label));
    }
    return all;
  }

  private static double typePrior(String feature, String type) {
    boolean falsifier = feature.equals("section:falsifier") || feature.equals("falsifies");
    if (feature.equals("cue:" + type)) {
      return CUE_PRIOR;
    }
    if (feature.equals("named:" + type)) {
      return NAMED_PRIOR;
    }
    if (feature.equals("section:risk") && type.equals("risk")) {
      return RISKS_PRIOR;
    }
    boolean watched = falsifier && type.equals("what_to_watch");
    return watched || feature.equals("section:" + type) ? SECTION_PRIOR : 0;
  }

  private static double polarityPrior(String feature, String polarity) {
    double good = polarity.equals("positive") ? 1 : -1;
    return feature.equals("signed:told") ? TOLD_PRIOR * good : 0;
  }

  private static double modalityPrior(String feature, String modality) {
    return feature.equals("modality:" + modality) ? 1 : 0;
  }

  private static double rolePrior(String feature, String role) {
    String usual =
        switch (feature) {
          case "type:index" -> "benchmark";
          case "type:crypto", "type:fx", "type:commodity", "type:rate" -> "driver";
          case "salient subject" -> "subject";
          case "industry:sells_to" -> "supplier";
          case "industry:buys_from" -> "customer";
          default -> feature.startsWith("told:") ? feature.substring("told:".length()) : "";
        };
    double prior = feature.equals("type:index") ? INDEX_PRIOR : ROLE_PRIOR;
    return usual.equals(role) ? prior : 0;
  }

  /// Fits the weights to most notes and reads the others with them, until all have been read.
  public static Measured crossValidate(List<ContentExamples> notes) {
    List<ContentExamples> seen = seenByOthers(notes);
    Map<ContentMeasure, Detection> sums = new EnumMap<>(ContentMeasure.class);
    Map<Confusion, Integer> confusions = new LinkedHashMap<>();
    Detection roles = Detection.NONE;
    Detection outlooks = Detection.NONE;
    for (int fold = 0; fold < FOLDS; fold++) {
      List<ContentExamples> fitted = new ArrayList<>();
      List<ContentExamples> left = new ArrayList<>();
      for (int i = 0; i < notes.size(); i++) {
        (i % FOLDS == fold ? left : fitted).add(seen.get(i));
      }
      if (fitted.isEmpty() || left.isEmpty()) {
        continue;
      }
      Fitted weights = fitAsSeen(fitted);
      ClaimWeights claims =
          new ClaimWeights(weights.types(), weights.polarities(), weights.modalities());
      for (ContentExamples note : left) {
        ContentComparison comparison = new ContentComparison(note.gold(), predicted(note, claims));
        for (ContentMeasure measure : MEASURES) {
          sums.merge(measure, comparison.detection(measure), Detection::plus);
        }
        comparison.claimConfusions().forEach(each -> confusions.merge(each, 1, Integer::sum));
        roles = roles.plus(roles(note, weights.roles().numbered(RoleFeatures.names())));
        outlooks = outlooks.plus(outlooks(note, new Outlooks(weights.outlooks())));
      }
    }
    return new Measured(sums, roles, outlooks, confusions);
  }

  private static NoteContent predicted(ContentExamples note, ClaimWeights weights) {
    List<Statement> statements = new ArrayList<>();
    for (FoundClaim found : ClaimFinder.find(note.read(), ViewFinder.find(note.read()), weights)) {
      Claim claim = found.claim();
      statements.add(
          new Statement(claim.span(), claim.type(), Contents.polarity(claim), claim.modality()));
    }
    return new NoteContent(List.of(), List.of(), List.of(), statements, note.gold().overall());
  }

  private static Detection roles(ContentExamples note, ChoiceWeights.Numbered weights) {
    int right = 0;
    for (NamedExample name : note.roles()) {
      Role role = Roles.likeliest(weights, name.example().features(), name.type());
      right += ContentExamples.label(role) == name.example().label() ? 1 : 0;
    }
    return new Detection(right, note.roles().size() - right, 0);
  }

  private static Detection outlooks(ContentExamples note, Outlooks weights) {
    int right = 0;
    for (Example name : note.outlooks()) {
      double score = weights.score(name.features());
      String read =
          score >= SentimentLabel.MILD
              ? "positive"
              : score <= -SentimentLabel.MILD ? "negative" : "neutral";
      right += Outlooks.classes().indexOf(read) == name.label() ? 1 : 0;
    }
    return new Detection(right, note.outlooks().size() - right, 0);
  }

  private static List<Example> all(
      List<ContentExamples> notes, Function<ContentExamples, List<Example>> examples) {
    return notes.stream().flatMap(note -> examples.apply(note).stream()).toList();
  }
}
