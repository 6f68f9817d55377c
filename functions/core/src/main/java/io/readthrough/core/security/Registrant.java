package io.readthrough.core.security;

import org.jspecify.annotations.Nullable;

/// A line of a security in a register of all that is listed, such as the SEC's
/// `company_tickers_exchange.json`: of a company of many lines there are as many.
///
/// @param name as the register prints it, which may be in capitals
/// @param code the exchange's own code: "BRK.B"
/// @param mic ISO 10383 code of the exchange; null where the register tells none
public record Registrant(String name, String code, @Nullable String mic) {}
