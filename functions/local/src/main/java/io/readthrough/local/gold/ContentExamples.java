package io.readthrough.local.gold;

import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.claim.ClaimFeatures;
import io.readthrough.core.claim.ClaimFeatures.Candidate;
import io.readthrough.core.claim.ClaimWeights;
import io.readthrough.core.claim.PolarityFeatures;
import io.readthrough.core.claim.ReadNote;
import io.readthrough.core.evaluation.NoteContent;
import io.readthrough.core.evaluation.NoteContent.Security;
import io.readthrough.core.evaluation.NoteContent.Statement;
import io.readthrough.core.evaluation.Polarity;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Claim.Modality;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.note.TickerSentiment.Role;
import io.readthrough.core.score.NoteScorer;
import io.readthrough.core.score.outlook.OutlookCandidate;
import io.readthrough.core.score.outlook.Outlooks;
import io.readthrough.core.score.role.RoleCandidate;
import io.readthrough.core.score.role.Roles;
import io.readthrough.parse.NoteParser;
import io.readthrough.train.ChoiceFitter.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The sentences and names of an annotated note as examples to learn claims, roles and outlooks
/// from.
///
/// @param claims the sentences that may make claims
/// @param roles names that the annotation has too
/// @param outlooks names and groups that the annotation has too, with how the note sees them
/// @param names what tells how the note sees each of its names, in the order of `read`
/// @param note as the parser made it
/// @param gold what the annotation says
/// @param read what claims are found in
public record ContentExamples(
    Claims claims,
    List<NamedExample> roles,
    List<Example> outlooks,
    List<FeatureVector> names,
    ParsedNote note,
    NoteContent gold,
    ReadNote read) {
  /// A name, and what kind of thing it is.
  public record NamedExample(AssetType type, Example example) {}

  /// The sentences of a note as examples.
  ///
  /// @param types with the type of the claim that they make or go on with
  /// @param polarities those that make claims, with their polarity, and their mirror images
  /// @param modalities the same with their modality
  public record Claims(List<Example> types, List<Example> polarities, List<Example> modalities) {}

  private static final int CONTINUES = ClaimWeights.TYPES.indexOf(ClaimWeights.CONTINUES);
  private static final int NONE = -1;

  /// The examples of all notes of a folder, or of each folder of notes in it.
  ///
  /// @throws MalformedGoldException when an annotation is not complete
  public static List<ContentExamples> read(Path folder, NoteScorer scorer)
      throws IOException, MalformedGoldException {
    NoteParser parser = new NoteParser();
    List<ContentExamples> all = new ArrayList<>();
    for (Path half :
        GoldNote.isFolderOfNotes(folder) ? List.of(folder) : GoldEvaluation.folders(folder)) {
      for (GoldNote note : GoldNote.readAll(half)) {
        if (parser.parse(GoldEvaluation.raw(note)).getFirst() instanceof ParseOutcome.Parsed it) {
          all.add(of(note, it.note(), scorer));
        }
      }
    }
    return all;
  }

  private static ContentExamples of(GoldNote note, ParsedNote parsed, NoteScorer scorer) {
    NoteContent gold = Contents.of(note, parsed.text(), quote -> {});
    ReadNote read = scorer.readForClaims(parsed);
    List<NamedExample> roles = new ArrayList<>();
    for (RoleCandidate candidate : scorer.readForRoles(parsed)) {
      Security security = annotated(candidate.security(), candidate.firstMention(), gold);
      if (security != null) {
        roles.add(
            new NamedExample(
                candidate.security().assetType(),
                new Example(candidate.features(), label(security.role()))));
      }
    }
    List<OutlookCandidate> names = scorer.readForOutlooks(parsed);
    return new ContentExamples(
        claims(read, gold),
        roles,
        outlooks(names, gold),
        names.stream().map(OutlookCandidate::features).toList(),
        parsed,
        gold,
        read);
  }

  /// The same note, its names seen as `weights` say.
  ContentExamples seenBy(Outlooks weights) {
    ReadNote seen = read.withOutlooks(names.stream().mapToDouble(weights::score).toArray());
    return new ContentExamples(claims(seen, gold), roles, outlooks, names, note, gold, seen);
  }

  private static Claims claims(ReadNote read, NoteContent gold) {
    List<Candidate> candidates = ClaimFeatures.candidates(read);
    List<Example> polarities = new ArrayList<>();
    List<Example> modalities = new ArrayList<>();
    int[] types = new int[candidates.size()];
    Arrays.fill(types, NONE);
    for (Statement claim : gold.statements()) {
      boolean first = true;
      for (int i = 0; i < types.length; i++) {
        Statement candidate =
            new Statement(
                candidates.get(i).span(), claim.type(), claim.polarity(), claim.modality());
        if (!claim.standsWith(candidate)) {
          continue;
        }
        if (first) {
          types[i] = label(claim.type());
          FeatureVector polarity = candidates.get(i).polarities().apply(claim.type());
          polarities.add(new Example(polarity, label(claim.polarity())));
          polarities.add(
              new Example(PolarityFeatures.mirrored(polarity), label(opposite(claim.polarity()))));
          modalities.add(new Example(candidates.get(i).features(), label(claim.modality())));
        } else if (types[i] == NONE) {
          types[i] = CONTINUES;
        }
        first = false;
      }
    }
    List<Example> sentences = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      sentences.add(new Example(candidates.get(i).features(), types[i]));
    }
    return new Claims(sentences, polarities, modalities);
  }

  private static List<Example> outlooks(List<OutlookCandidate> candidates, NoteContent gold) {
    List<Example> outlooks = new ArrayList<>();
    for (OutlookCandidate candidate : candidates) {
      Polarity polarity = polarity(candidate, gold);
      if (polarity != null) {
        int label = Outlooks.classes().indexOf(polarity.name().toLowerCase(Locale.ROOT));
        outlooks.add(new Example(candidate.features(), label));
      }
    }
    return outlooks;
  }

  private static @Nullable Polarity polarity(OutlookCandidate candidate, NoteContent gold) {
    if (candidate.security().assetType() != AssetType.GROUP) {
      Security security = annotated(candidate.security(), candidate.firstMention(), gold);
      return security == null ? null : security.polarity();
    }
    int first = candidate.firstMention();
    TextSpan span = new TextSpan(first, first + candidate.security().name().length());
    for (NoteContent.Group group : gold.groups()) {
      if (group.mentions().stream().anyMatch(span::overlaps)) {
        return group.polarity();
      }
    }
    return null;
  }

  /// The names without what kind of thing each is.
  List<Example> roleExamples() {
    return roles.stream().map(NamedExample::example).toList();
  }

  /// The annotation of a name: by its ticker where it is listed, else by where it stands.
  private static @Nullable Security annotated(
      io.readthrough.core.security.Security found, int firstMention, NoteContent gold) {
    AssetType type = found.assetType();
    boolean listed = type == AssetType.EQUITY || type == AssetType.ETF || type == AssetType.CRYPTO;
    for (Security each : gold.securities()) {
      boolean same =
          listed
              ? Contents.codes(found.ticker()).stream().anyMatch(each.codes()::contains)
              : each.mentions().stream()
                  .anyMatch(span -> span.start() <= firstMention && firstMention < span.end());
      if (same) {
        return each;
      }
    }
    return null;
  }

  private static int label(Claim.Type type) {
    return ClaimWeights.TYPES.indexOf(type.name().toLowerCase(Locale.ROOT));
  }

  private static int label(Polarity polarity) {
    return ClaimWeights.POLARITIES.indexOf(polarity.name().toLowerCase(Locale.ROOT));
  }

  private static Polarity opposite(Polarity polarity) {
    return switch (polarity) {
      case POSITIVE -> Polarity.NEGATIVE;
      case NEUTRAL -> Polarity.NEUTRAL;
      case NEGATIVE -> Polarity.POSITIVE;
    };
  }

  private static int label(Modality modality) {
    return ClaimWeights.MODALITIES.indexOf(modality.name().toLowerCase(Locale.ROOT));
  }

  /// The number of a role among those that have weights, or -1.
  static int label(Role role) {
    return Roles.classes().indexOf(role.name().toLowerCase(Locale.ROOT));
  }
}
