package io.readthrough.core.score;

import io.readthrough.core.note.Sentiment;
import java.util.List;

/// The sentiment of a short text, and towards each of the mentions that were asked for, in their
/// order.
public record TextSentiment(Sentiment overall, List<Sentiment> mentions) {
  public TextSentiment {
    mentions = List.copyOf(mentions);
  }
}
