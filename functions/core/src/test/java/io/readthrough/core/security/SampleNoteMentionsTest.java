package io.readthrough.core.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.TickerSentiment.AssetType;
import io.readthrough.core.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The names that a person finds in the sample notes: all of them, and no other company.
class SampleNoteMentionsTest {
  private static final Path NOTES = Path.of("../../events/notes");

  private final SecurityMentions mentions = SecurityMentions.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          basf-profit-warning.html; AI.PA BAS.DE DOW EVK.DE LXS.DE
          bitcoin-ether-etf-flows.md; BTC COIN ETH MSTR
          boston-scientific-initiation.md; BSX EW JNJ MDT USD
          cleanspark-hybrid-power.txt; BTC CLSK
          community-health-systems-credit.txt; CYH HCA THC
          constellation-data-centre-power.html; AEP CEG D GEV VST
          copper-supply-squeeze-miners.txt; 0358.HK ALUMINIUM ANTO.L COPPER FCX NDA.DE PRY.MI SCCO SULPHURICACID
          fed-path-macro.txt; EUR US10Y US5S30S USD XAU
          general-motors-tesla-pair-trade.txt; F GM TSLA
          index-rebalance-flow.txt; AAPL MID SML SPX XOM
          intel-q3-narrower-loss.md; AMAT AMD INTC
          jpmorgan-q3-bank-readthrough.txt; BAC C COF GS JPM KEY MS ZION
          nvidia-q3-beat.html; AMD MU NVDA TSM
          palantir-valuation-sceptic.md; MSFT PLTR SNOW
          pepsico-celsius-takeover.html; CELH MNST PEP
          southwest-airlines-downgrade.md; BA DAL JBLU LUV UAL ULCC
          summit-therapeutics-fda-decision.txt; 9926.HK MRK SMMT
          target-q2-miss-guidance-cut.txt; COST TGT WMT
          """)
  void findsTheNamesOfASampleNote(String file, String expected) throws IOException {
    String text = text(file);
    Set<String> tickers = new TreeSet<>();
    for (Mention mention : mentions.find(Tokens.of(text))) {
      if (mention.security().assetType() != AssetType.GROUP) {
        tickers.add(String.valueOf(mention.security().ticker()));
      }
    }
    assertThat(String.join(" ", tickers)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          cleanspark-hybrid-power.txt; pure miners
          cleanspark-hybrid-power.txt; vendors
          cleanspark-hybrid-power.txt; small holders of power
          target-q2-miss-guidance-cut.txt; branded apparel vendors
          bitcoin-ether-etf-flows.md; miners
          fed-path-macro.txt; small caps
          jpmorgan-q3-bank-readthrough.txt; regionals
          copper-supply-squeeze-miners.txt; cable makers
          """)
  void findsTheGroupsOfASampleNote(String file, String group) throws IOException {
    assertThat(mentions.find(Tokens.of(text(file))))
        .anySatisfy(mention -> assertThat(mention.security().name()).isEqualTo(group));
  }

  /// The note's own words. Parsing is another module's work, so pages are only stripped here.
  private static String text(String file) throws IOException {
    String content = Files.readString(NOTES.resolve(file));
    if (!file.endsWith(".html")) {
      return content;
    }
    return content
        .replaceAll("(?s)<(script|style|nav|aside|footer|header|title)[^>]*>.*?</\\1>", " ")
        .replaceAll("</(p|h1|h2|h3|li|td|th|tr)>", "\n\n")
        .replaceAll("<[^>]+>", "")
        .replace("&rsquo;", "\u2019")
        .replace("&#39;", "'")
        .replace("&#8217;", "\u2019")
        .replace("&euro;", "\u20ac")
        .replace("&ndash;", "\u2013")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
  }
}
