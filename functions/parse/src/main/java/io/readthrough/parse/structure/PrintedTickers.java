package io.readthrough.parse.structure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the tickers that a note's title and the lines around it print as its subjects, in the
/// forms of the trade: `(NYSE: NWD)`, `(BAS.DE)`, `(EVK GY)`, `(VKTX)`, `$PLTR`, and `UPS.N` at the
/// head of a line. What the text below says is the scorer's to find.
final class PrintedTickers {
  private static final int MAX_TICKERS = 20;

  /// No line around a title is longer.
  private static final int MAX_LINE = 240;

  private static final String CODE = "[A-Z][A-Z\\d]{0,5}|\\d{3,6}";
  private static final Pattern TICKER =
      Pattern.compile(
          "(?<listed>\\b(?:NYSE(?: American|"
              + " Arca)?|NASDAQ|Nasdaq|NasdaqGS|LSE|AIM|TSX|TSXV|ASX|HKEX|SEHK"
              + "|XETRA|Xetra|FRA|EPA|Euronext|BME|SIX|TSE|NSE|BSE|OTC|CBOE)\\s?:\\s?(?:"
              + CODE
              + ")(?:\\.[A-Z])?\\b)"
              + "|\\((?<bracketed>(?:"
              + CODE
              + ")(?:[.:][A-Z]{1,2}| [A-Z]{2})?)(?: Equity)?\\)"
              + "|\\$(?<cashtag>[A-Z]{1,5})\\b"
              + "|(?<=^|[|] ?)(?<head>[A-Z][A-Z\\d]{0,5}\\.[A-Z]{1,2})(?=[\\s:|]|$)");

  /// What stands in brackets in capitals and is no ticker.
  private static final Set<String> WORDS =
      Set.of(
          "AI", "API", "CEO", "CFA", "CFO", "EBIT", "EBITDA", "EPS", "ESG", "ETF", "EU", "EUR",
          "FCF", "FDA", "FY", "GAAP", "GBP", "GDP", "HK", "IPO", "JPY", "M", "MBA", "MD", "NAV",
          "NII", "PT", "Q", "REIT", "ROE", "TP", "UK", "US", "USA", "USD");

  private PrintedTickers() {}

  /// The tickers of `lines` as they are printed, each once, in order.
  static List<String> in(List<String> lines) {
    Set<String> found = new LinkedHashSet<>();
    for (String line : lines) {
      Matcher match = TICKER.matcher(line.substring(0, Math.min(line.length(), MAX_LINE)));
      while (match.find() && found.size() < MAX_TICKERS) {
        String ticker = ticker(match);
        if (!WORDS.contains(ticker) && !ticker.matches("(?:FY|Q|H)?\\d{1,4}[EA]?")) {
          found.add(ticker);
        }
      }
    }
    return List.copyOf(found);
  }

  private static String ticker(Matcher match) {
    for (String form : List.of("listed", "bracketed", "cashtag", "head")) {
      String found = match.group(form);
      if (found != null) {
        return found;
      }
    }
    throw new IllegalStateException("a ticker has one of its forms");
  }
}
