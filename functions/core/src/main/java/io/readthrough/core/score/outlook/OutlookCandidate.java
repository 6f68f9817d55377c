package io.readthrough.core.score.outlook;

import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.security.Security;

/// A name or group of a note, and what tells how the note as a whole sees it.
///
/// @param firstMention offset in the text
/// @param features numbered as in [OutlookFeatures#names]
public record OutlookCandidate(Security security, int firstMention, FeatureVector features) {}
