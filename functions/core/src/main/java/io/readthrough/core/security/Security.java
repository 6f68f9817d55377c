package io.readthrough.core.security;

import io.readthrough.core.note.TickerSentiment.AssetType;
import org.jspecify.annotations.Nullable;

/// Something that a note can speak of and a person can hold or follow.
///
/// @param entityId stable id: "equity:CLSK", "crypto:BTC", "group:pure-miners"
/// @param ticker null for a name without one (a private company, a group)
/// @param exchangeMic ISO 10383 code of the primary listing, when known
public record Security(
    String entityId,
    @Nullable String ticker,
    String name,
    @Nullable String exchangeMic,
    AssetType assetType) {}
