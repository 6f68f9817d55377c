package io.readthrough.core.note;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a note says about one name.
///
/// @param ticker null for a name without one (a private company, a group)
/// @param entityId stable id of the name: "equity:CLSK", "crypto:BTC", "group:pure-miners"
/// @param exchangeMic ISO 10383 code of the primary listing, when known
/// @param relevance how much the note is about the name, in (0, 1]
/// @param explanation of this name's score, with its own baseline and contributions
/// @param byHorizon the score taken apart by when things should show; adds up to it
/// @param byAspect the score taken apart by what is spoken of; adds up to it
/// @param reasoning one sentence put together from the evidence
public record TickerSentiment(
    @Nullable String ticker,
    String entityId,
    String name,
    @Nullable String exchangeMic,
    AssetType assetType,
    Role role,
    Resolution resolution,
    double relevance,
    Sentiment sentiment,
    Explanation explanation,
    List<SentimentPart> byHorizon,
    List<SentimentPart> byAspect,
    String reasoning) {
  public TickerSentiment {
    byHorizon = List.copyOf(byHorizon);
    byAspect = List.copyOf(byAspect);
  }

  /// The ids of all evidence behind the score, in the text's order.
  public List<String> evidenceIds() {
    return explanation.contributions().stream().map(Contribution::evidenceId).toList();
  }

  /// What kind of thing the name is.
  public enum AssetType {
    EQUITY,
    ETF,
    INDEX,
    CRYPTO,
    FX,
    COMMODITY,
    RATE,
    PRIVATE,
    GROUP
  }

  /// What the name is to the note.
  public enum Role {
    SUBJECT,
    PEER,
    COMPETITOR,
    SUPPLIER,
    CUSTOMER,
    PARTNER,
    BENCHMARK,
    DRIVER,
    MENTIONED
  }

  /// How the name was recognised.
  ///
  /// @param confidence 0 to 1
  /// @param firstMention offset of the first mention in the text
  public record Resolution(Method method, double confidence, int firstMention, int mentions) {
    /// From the surest to the least sure.
    public enum Method {
      EXPLICIT_TICKER,
      ISIN,
      LEGAL_NAME,
      ALIAS,
      IMPLIED_GROUP
    }
  }
}
