package io.readthrough.core.claim;

import io.readthrough.core.choice.ChoiceWeights;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Claim.Modality;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What [ClaimFeatures] weigh for the type of claim that a sentence makes and for how firmly it is
/// held, and [PolarityFeatures] for which way it points. Learned from annotated notes; each ships
/// as a table.
public final class ClaimWeights {
  /// The class of a sentence that goes on with the claim of the one before.
  public static final String CONTINUES = "continues";

  /// The classes of the type of claim, against no claim.
  public static final List<String> TYPES =
      Stream.concat(
              Arrays.stream(Claim.Type.values()).map(ClaimWeights::lower), Stream.of(CONTINUES))
          .toList();

  /// The classes of the polarity, against neutral or mixed.
  public static final List<String> POLARITIES = List.of("positive", "negative");

  private static final List<Modality> WEIGHED =
      Arrays.stream(Modality.values()).filter(each -> each != Modality.ASSERTED).toList();

  /// The classes of the modality, against asserted.
  public static final List<String> MODALITIES = WEIGHED.stream().map(ClaimWeights::lower).toList();

  private static final class Standard {
    static final ClaimWeights WEIGHTS =
        new ClaimWeights(
            ChoiceWeights.read(ClaimWeights.class, "claim-weights.tsv", TYPES),
            ChoiceWeights.read(ClaimWeights.class, "polarity-weights.tsv", POLARITIES),
            ChoiceWeights.read(ClaimWeights.class, "modality-weights.tsv", MODALITIES));
  }

  final ChoiceWeights.Numbered types;
  final ChoiceWeights.Numbered polarities;
  final ChoiceWeights.Numbered modalities;

  /// Weights that were fitted.
  public ClaimWeights(ChoiceWeights types, ChoiceWeights polarities, ChoiceWeights modalities) {
    this.types = types.numbered(ClaimFeatures.names());
    this.polarities = polarities.numbered(PolarityFeatures.names());
    this.modalities = modalities.numbered(ClaimFeatures.names());
  }

  /// The weights that the product ships with.
  public static ClaimWeights standard() {
    return Standard.WEIGHTS;
  }

  /// The modality whose weights stand at `place` of [#MODALITIES].
  static Modality modality(int place) {
    return WEIGHED.get(place);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
