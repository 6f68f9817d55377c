package io.readthrough.core.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.TickerSentiment.Resolution.Method;
import io.readthrough.core.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListedMentionsTest {
  private final SecurityMentions mentions = new ListedMentions(SecurityList.builtIn());

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          We are long $TSLA and short $GM. ~ $TSLA=TSLA, $GM=GM
          the crowd loves $tsla today ~ $tsla=TSLA
          Class B shares ($BRK.B) were flat. ~ ($BRK.B)=BRK.B
          A new note on NVIDIA (NASDAQ: NVDA) is out. ~ NVIDIA (NASDAQ: NVDA)=NVDA
          Dominion Energy, Inc. (NYSE: D) spends more. ~ Dominion Energy, Inc. (NYSE: D)=D
          The view on NYSE:D has not changed. ~ NYSE:D=D
          JPM.N was firm, BAS.DE was not, and ANTO.L led. ~ JPM.N=JPM, BAS.DE=BAS.DE, ANTO.L=ANTO.L
          Two names: Boeing (BA US) and Evonik (EVK GY). ~ Boeing (BA US)=BA, Evonik (EVK GY)=EVK.DE
          Air Liquide (AI FP) passes energy on. ~ Air Liquide (AI FP)=AI.PA
          Jiangxi Copper (0358 HK) and Tencent (700 HK) fell. ~ Jiangxi Copper (0358 HK)=0358.HK, Tencent (700 HK)=0700.HK
          Akeso (9926.HK) earns royalties. ~ Akeso (9926.HK)=9926.HK
          Buy Toyota (7203 JP) and Reliance Industries (RIL IN). ~ Toyota (7203 JP)=7203.T, Reliance Industries (RIL IN)=RELIANCE.NS
          It holds US0378331005 and no other line. ~ US0378331005=AAPL
          Coinbase Global, Inc. (COIN) lost share. ~ Coinbase Global, Inc. (COIN)=COIN
          We rate Apple (AAPL, Buy) above the sector. ~ Apple (AAPL=AAPL
          BHP Group Limited (ASX: BHP; LSE: BHP; NYSE: BHP) cut costs. ~ BHP Group Limited (ASX: BHP; LSE: BHP; NYSE: BHP)=BHP.AX
          Merck & Co. (MRK.N) and Merck KGaA (MRK.DE) differ. ~ Merck & Co. (MRK.N)=MRK, Merck KGaA (MRK.DE)=MRK.DE
          """)
  void readsTickersInEveryForm(String text, String expected) {
    assertThat(found(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Tesla's margin fell while Ford Motor's rose. ~ Tesla=TSLA, Ford Motor=F
          JPMorgan Chase & Co. earned more than Bank of America. ~ JPMorgan Chase & Co.=JPM, Bank of America=BAC
          Johnson & Johnson has steadied. ~ Johnson & Johnson=JNJ
          The Coca-Cola Company and PepsiCo, Inc. raised prices. ~ Coca-Cola Company=KO, PepsiCo, Inc.=PEP
          Walmart Inc. gained. Costco did too. ~ Walmart Inc.=WMT, Costco=COST
          AT&T and T-Mobile US cut plans. ~ AT&T=T, T-Mobile US=TMUS
          L'Oréal SA sold the brand to LVMH. ~ L'Oréal SA=OR.PA, LVMH=MC.PA
          McDonald’s sales slowed. ~ McDonald’s=MCD
          NVIDIA and Nvidia are one. ~ NVIDIA=NVDA, Nvidia=NVDA
          IBM sold it; the ibm of old did not. ~ IBM=IBM
          Copper and gold rose as the dollar fell. ~ Copper=COPPER, gold=XAU, the dollar=USD
          The S&P 500 fell and the ten-year Treasury yield rose. ~ S&P 500=SPX, ten-year Treasury yield=US10Y
          BTC and ether both rallied. ~ BTC=BTC, ether=ETH
          OpenAI is not listed. ~ OpenAI=null
          Dow gains as oil falls on weak demand. ~ Dow=DJI, oil=OIL
          Dow Inc. (DOW) fell. Dow has plants in Europe. ~ Dow Inc. (DOW)=DOW, Dow=DOW
          """)
  void readsNames(String text, String expected) {
    assertThat(found(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The price target is $84 and our target is higher.",
        "Price Target: $84",
        "Target $46 from $41.",
        "TARGET CUT TO 84 ON LOWER TRAFFIC",
        "Mind the gap between the key rate and the shell of a visa plan.",
        "Key risks are a block trade and a snap election.",
        "It all depends on us; a cat may nap now.",
        "Core PCE, GDP and CPI came in as the FDA and the CEO said.",
        "Revenue ($m) and assets ($bn) by year ($)",
        "A US company in a free cash flow (FCF) squeeze.",
        "The Food and Drug Administration (FDA) ruled.",
        "An apple a day; the amazon of rivers.",
        "The gold standard and a silver lining.",
        "He lives in the U.S. and works at No.A today.",
        "The AFL-CIO Endorses a Plan",
        "Betting On Bonds Is Back in Fashion",
        "Spreads widened in the Midwest and Southwest."
      })
  void readsNoNamesWhereThereAreNone(String text) {
    assertThat(found(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Analysts think Apple will raise its dividend. ~ Apple=AAPL
          Apple shares fell. ~ Apple=AAPL
          Visa reported a good quarter. ~ Visa=V
          Shell Plc cut the plan. ~ Shell Plc=SHEL.L
          They say Target Corporation erred. ~ Target Corporation=TGT
          Target Corporation (NYSE: TGT) is weak. Target missed on every line. ~ Target Corporation (NYSE: TGT)=TGT, Target=TGT
          KeyCorp (KEY.N) fell. The margin at Key is thin. ~ KeyCorp (KEY.N)=KEY, Key=KEY
          Strategy (NASDAQ: MSTR) buys coins. Strategy has no other plan. ~ Strategy (NASDAQ: MSTR)=MSTR, Strategy=MSTR
          """)
  void readsCommonWordsAsNamesWhereTheContextSaysSo(String text, String expected) {
    assertThat(found(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Orvel Therapeutics, Inc. (NASDAQ: ORVL) rose. Orvel is cheap; ORVL trades thinly. ~ Orvel Therapeutics, Inc. (NASDAQ: ORVL)=ORVL, Orvel=ORVL, ORVL=ORVL
          Kestrel Foods (KSTL) has no debt. We like Kestrel Foods. ~ Kestrel Foods (KSTL)=KSTL, Kestrel Foods=KSTL
          We bought $ZZQX today. ~ $ZZQX=ZZQX
          Brightmoor Holdings plc (LSE: BMR) fell. ~ Brightmoor Holdings plc (LSE: BMR)=BMR.L
          Community Health Systems, Inc. (CYH) slipped and CYH bonds too. ~ Community Health Systems, Inc. (CYH)=CYH, CYH=CYH
          """)
  void takesUnlistedSecuritiesFromTheTextItself(String text, String expected) {
    assertThat(found(text)).isEqualTo(expected);
  }

  @Test
  void namesAnUnlistedSecurityAsTheTextDoes() {
    Mention mention = find("Orvel Therapeutics, Inc. (NASDAQ: ORVL) rose.").getFirst();
    assertThat(mention.security().name()).isEqualTo("Orvel Therapeutics, Inc.");
    assertThat(mention.security().exchangeMic()).isEqualTo("XNAS");
    assertThat(mention.security().entityId()).isEqualTo("equity:ORVL");
  }

  @Test
  void takesAnAcronymThatTheTextIntroduces() {
    assertThat(found("Boston Scientific (BS) grew. We prefer BS to its rivals."))
        .isEqualTo("Boston Scientific=BSX, BS=BSX, BS=BSX");
  }

  @Test
  void tellsTheMethodAndHowSureItIs() {
    assertThat(find("$NVDA").getFirst())
        .satisfies(m -> assertThat(m.method()).isEqualTo(Method.EXPLICIT_TICKER))
        .satisfies(m -> assertThat(m.confidence()).isEqualTo(1));
    assertThat(find("We hold US0378331005.").getFirst().method()).isEqualTo(Method.ISIN);
    assertThat(find("Walmart Inc. gained.").getFirst().method()).isEqualTo(Method.LEGAL_NAME);
    assertThat(find("Walmart gained.").getFirst().method()).isEqualTo(Method.ALIAS);
    double sure = find("Walmart gained.").getFirst().confidence();
    double fromContext = find("Some say Gap shares look cheap.").getFirst().confidence();
    assertThat(fromContext).isPositive().isLessThan(sure);
  }

  private List<Mention> find(String text) {
    return mentions.find(Tokens.of(text));
  }

  private String found(String text) {
    return find(text).stream()
        .map(m -> m.span().of(text) + "=" + m.security().ticker())
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }
}
