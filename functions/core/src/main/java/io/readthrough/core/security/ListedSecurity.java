package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of a firm's own list of securities.
///
/// @param code the exchange's own code: "KSTL"; null for a name without a listing
/// @param mic ISO 10383 code of the exchange; null where there is none
/// @param name the legal name; without Inc., plc, AG and the like it names the security too
/// @param aliases other sure names; one in capitals counts only in capitals
/// @param ambiguous names that are common words or other things as well
/// @param listings other lines of the same security
/// @param isin with the right check digit
public record ListedSecurity(
    @Nullable String code,
    @Nullable String mic,
    String name,
    List<String> aliases,
    AssetType type,
    @Nullable String sector,
    List<String> ambiguous,
    List<Listing> listings,
    @Nullable String isin) {
  public ListedSecurity {
    aliases = List.copyOf(aliases);
    ambiguous = List.copyOf(ambiguous);
    listings = List.copyOf(listings);
  }

  /// A line of a security on an exchange.
  public record Listing(String mic, String code) {}
}
