package io.readthrough.core.score.role;

import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.score.reading.Name;
import io.readthrough.core.score.reading.Reading;
import io.readthrough.core.security.Security;
import io.readthrough.core.security.SecurityMentions;
import java.util.ArrayList;
import java.util.List;

/// A name of a note, and what tells its role.
///
/// @param firstMention offset in the text
/// @param features numbered as in [RoleFeatures#names]
public record RoleCandidate(Security security, int firstMention, FeatureVector features) {
  /// The names of a text that are no groups.
  public static List<RoleCandidate> of(Reading reading, SecurityMentions securities) {
    List<FeatureVector> vectors = RoleFeatures.of(reading, securities::sector);
    List<RoleCandidate> candidates = new ArrayList<>(vectors.size());
    for (int i = 0; i < vectors.size(); i++) {
      Name name = reading.names().names.get(i);
      if (name.security.assetType() != AssetType.GROUP) {
        candidates.add(new RoleCandidate(name.security, name.firstMention, vectors.get(i)));
      }
    }
    return candidates;
  }
}
