package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.Tokens;
import org.jspecify.annotations.Nullable;

/// The securities that texts are searched for, by ticker, ISIN and name. There are two sources: the
/// list that the product ships with, and a firm's own, which goes before it ([FirmSecurities]).
/// Built once, then read by any number of threads.
public sealed interface SecurityMaster permits SecurityList, FirmSecurities {
  /// The security whose ticker, as [Security#ticker] writes it, or other listing is `ticker`.
  @Nullable Security byTicker(String ticker);

  /// The security with this ISIN.
  @Nullable Security byIsin(String isin);

  /// The sector of a listed security: "technology".
  @Nullable String sector(Security security);

  /// Whether the ticker is a common word or abbreviation too: "ALL", "IT".
  boolean isWord(String ticker);

  /// Whether the ticker alone, in capitals amid a sentence, may name its security where nothing
  /// else in the text does. A list of all tickers holds most abbreviations: "EPS", "GDP".
  boolean standsAlone(String ticker);

  /// The longest name that starts at token `i`; null when none does.
  @Nullable FoundName findName(Tokens tokens, int i);

  /// A name in a text.
  ///
  /// @param end the token after it
  /// @param name null for a phrase in which a word only looks like a name
  record FoundName(int end, @Nullable Name name) {
    /// The company that the name names, if it ends at token `to` and one is.
    @Nullable Security companyUpTo(int to) {
      boolean company =
          end == to && name != null && name.security().assetType() == AssetType.EQUITY;
      return company ? name.security() : null;
    }
  }
}
