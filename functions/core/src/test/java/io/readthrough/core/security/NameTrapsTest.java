package io.readthrough.core.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Words that are names here and words there, as notes mix them.
class NameTrapsTest {
  private final SecurityMentions mentions = SecurityMentions.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      textBlock =
          """
          Regulators fined Apple over its app store. ~ Apple=AAPL
          Axis Bank met the RBI. Axis Bank sells chips, an SSD and a HBM stack. ~ Axis Bank=AXISBANK.NS, Axis Bank=AXISBANK.NS
          The bank lent to Shell and to BP. ~ Shell=SHEL.L, BP=BP.L
          Gap Inc. closed stores; Gap also cut jobs. ~ Gap Inc.=GAP, Gap=GAP
          Block (XYZ) reported; Block's margin rose. ~ Block (XYZ)=XYZ, Block=XYZ
          Gartner (NYSE: IT) says IT budgets rise. ~ Gartner (NYSE: IT)=IT
          Agilent (A) and Class A shares rose. ~ Agilent (A)=A
          ON Semiconductor (ON) gained. Turn it ON. ~ ON Semiconductor (ON)=ON
          CLSK US and JNJ.N rose; NVDA UW fell. ~ CLSK US=CLSK, JNJ.N=JNJ, NVDA UW=NVDA
          Capital One and Discover merged; One can hope. ~ Capital One=COF, Discover=null
          Ford shares rose; Harrison Ford acted. ~ Ford=F
          The Ford F-150 sold well, and Ford raised its outlook. ~ Ford=F, Ford=F
          US0378331005 rose, US0378331006 did not. ~ US0378331005=AAPL
          A meta study of Meta's ads. ~ Meta=META
          Delta Air Lines beat; the delta to consensus was small. ~ Delta Air Lines=DAL
          Square Enix and Circle K are not Circle shares. ~ Square Enix=9684.T, Circle=CRCL
          Bank of America upgraded JPMorgan Chase. ~ Bank of America=BAC, JPMorgan Chase=JPM
          Rio Tinto (RIO LN) and BHP (BHP AU) dug ore. ~ Rio Tinto (RIO LN)=RIO.L, BHP (BHP AU)=BHP.AX
          The Partners Group deal closed. ~ Partners Group=PGHN.SW
          Gold fell 1% to $2,300 as the dollar rose against the euro. ~ Gold=XAU, the dollar=USD, the euro=EUR
          Brent fell below $70 and WTI followed. ~ Brent=BRENT, WTI=WTI
          Hong Kong: 700.HK and 0005.HK fell. ~ 700.HK=0700.HK, 0005.HK=HSBA.L
          Toyota (7203.T) and Kioxia (285A JP) led. ~ Toyota (7203.T)=7203.T, Kioxia (285A JP)=285A.T
          Novo Nordisk (NOVOB DC) fell; Ericsson (ERICB SS) rose. ~ Novo Nordisk (NOVOB DC)=NOVO-B.CO, Ericsson (ERICB SS)=ERIC-B.ST
          Universal Health Services is not universal health care. ~ Universal Health Services=UHS
          Chime in if you can; Chime shares fell. ~ Chime=CHYM
          Nova Scotia and Bank of Nova Scotia differ. ~ Bank of Nova Scotia=BNS.TO
          On Holding (ONON) ran up. On margins we are calm. ~ On Holding (ONON)=ONON
          Now is the time. ServiceNow shares (NOW) fell. ~ ServiceNow=NOW
          Sea Limited (SE) sells games, not sea freight. ~ Sea Limited (SE)=SE
          Snap decisions hurt Snap shares. ~ Snap=SNAP
          Investor relations of Investor AB answered. ~ Investor AB=INVE-B.ST
          Evolution of margins: Evolution AB disappoints. ~ Evolution AB=EVO.ST
          Diploma PLC and a diploma. ~ Diploma PLC=DPLM.L
          Genmab (GMAB.CO) and Nokia (NOKIA FH). ~ Genmab (GMAB.CO)=GMAB.CO, Nokia (NOKIA FH)=NOKIA.HE
          Next, we turn to margins. Next plc raised guidance. ~ Next plc=NXT.L
          We prefer Coke to Pepsi. ~ Coke=KO, Pepsi=PEP
          The bank cut C.N to sell and kept BRK.B. ~ C.N=C, BRK.B.=BRK.B
          A.P. Moller and J.P. Morgan met. ~ A.P. Moller=null, J.P. Morgan=JPM
          Oracle fell. We prefer Lear and Ross. ~ Oracle=ORCL, Lear=LEA, Ross=ROST
          Lear and BorgWarner have other customers. ~ Lear=LEA, BorgWarner=BWA
          Oracle fell. Axis is another animal. ~ Oracle=ORCL, Axis=AXISBANK.NS
          Oracle is big; the school in Ross Park opened. ~ Oracle=ORCL
          Oracle fell. Target is a strong word. ~ Oracle=ORCL
          Rival Tindrel, private, cut prices; Tindrel grows. ~ Tindrel=null, Tindrel=null
          Weak demand touches Morvane (unlisted) first. ~ Morvane=null
          Oracle fell. Meta took more power. ~ Oracle=ORCL, Meta=META
          Oracle fell. On is growing, on its own. ~ Oracle=ORCL, On=ONON
          Sezzle and Zip lend more. ~ Sezzle=SEZL, Zip=ZIP.AX
          NIKE fell, Nike shoes did not. ~ NIKE=NKE, Nike=NKE
          Pembina Pipeline (PPL CN) rose: PPL is dear. ~ Pembina Pipeline (PPL CN)=PPL.TO, PPL=PPL.TO
          Groupe SEB and SEB SA are one. ~ Groupe SEB=SK.PA, SEB SA=SK.PA
          Himalaya Shipping is new; Himalaya pays well. ~ Himalaya Shipping=HSHP, Himalaya=HSHP
          A weak yen helps; it paid 155 yen. ~ weak yen=JPY
          Hermes, Remy Cointreau and Itau are typed so. ~ Hermes=RMS.PA, Remy Cointreau=RCO.PA, Itau=ITUB
          NOVOB DC and VOLVB SS rose. ~ NOVOB DC=NOVO-B.CO, VOLVB SS=VOLV-B.ST
          BT/A LN and BRK/B were flat. ~ BT/A LN=BT-A.L, BRK/B=BRK.B
          Oracle fell. Santos without a bid is dear. ~ Oracle=ORCL, Santos=STO.AX
          Oracle fell. Hera pipes leak. ~ Oracle=ORCL
          BASF and Evonik fell, as HCC said. ~ BASF=BAS.DE, Evonik=EVK.DE
          It needs a KKR-style bid, says Kpler. ~ ""
          Oracle said so. "Clear aligners are cheap." ~ Oracle=ORCL
          Oracle files on Nasdaq. ~ Oracle=ORCL
          CBA fell and so did Stan Chart. ~ CBA=CBA.AX, Stan Chart=STAN.L
          Oracle prints. Short BRL, long INR carry. ~ Oracle=ORCL, BRL=BRL, INR=INR
          NVDA, AMD and AVGO print. ZS - beat. ~ NVDA=NVDA, AMD=AMD, AVGO=AVGO, ZS=ZS
          Merck KGaA is not Merck & Co, Inc. by any means. ~ Merck KGaA=MRK.DE, Merck & Co, Inc.=MRK
          GN Store Nord gains; GN Store Nord A/S said so. ~ GN Store Nord=GN.CO, GN Store Nord A/S=GN.CO
          Samsung Heavy (010140 KS) is no Samsung Electronics. ~ Samsung Heavy (010140 KS)=010140.KS, Samsung Electronics=005930.KS
          Titan Cement (TITC GA) rose. Titan has kilns. ~ Titan Cement (TITC GA)=TITC.AT, Titan=TITC.AT
          Hanwha Ocean (042660 KS) beat Hanwha Engine (082740 KS), and Hanwha wins. ~ Hanwha Ocean (042660 KS)=042660.KS, Hanwha Engine (082740 KS)=082740.KS, Hanwha=042660.KS
          Galaxy (27 HK) rose; we like Galaxy. ~ Galaxy (27 HK)=0027.HK, Galaxy=0027.HK
          Movida (MOVI3) is dear, and Movida knows it. ~ Movida (MOVI3)=MOVI3.SA, Movida=MOVI3.SA
          EPS (W) rose 3% with 3m seats; 3M fell. ~ 3M=MMM
          Buzzi (Hold) is cheap. Diploma (5.2%). Strategy (old). ~ Buzzi=BZU.MI, Diploma=DPLM.L
          Oracle fell. Mosaic keeps its plan. Chewy's margin rose. ~ Oracle=ORCL, Mosaic=MOS, Chewy=CHWY
          Delta and Allegiant raised fares; Dell shares fell. ~ Delta=DAL, Allegiant=ALGT, Dell=DELL
          The Sequans of old and a Host of others. ~ ""
          Smith and Hill sold. Precision matters. ~ ""
          FLUT and DKNG fell. RSI: no news. The RSI is at 70. ~ FLUT=FLUT, DKNG=DKNG, RSI=RSI
          Givaudan, Symrise, and IFF above all. ~ Givaudan=GIVN.SW, Symrise=SY1.DE, IFF=IFF
          Oracle fell. Mosaic we cannot call cheap. ~ Oracle=ORCL, Mosaic=MOS
          Covetral, owned by private equity, ships more. ~ Covetral=null
          Sales in CHF m rose; the price of 205 USD fell, EUR 3 more. ~ ""
          TD Synnex shares fell. ~ TD Synnex=SNX
          NTN-B yields fell; so did NTN shares. ~ NTN-B=NTNB, NTN=6472.T
          Moody's cut it to B2; Moody's shares fell. ~ Moody's shares=MCO
          Zurich (FHZN) has its cut. ASE (3711): test sold out. ~ Zurich (FHZN)=FHZN.SW, ASE (3711)=3711.TW
          Dow Inc. (DOW) fell. ~ Dow Inc. (DOW)=DOW
          Dow and LyondellBasell crack ethane. ~ Dow=DOW, LyondellBasell=LYB
          It holds for ON and Oracle too. ~ ON=ON, Oracle=ORCL
          Oracle fell. Brookfield anchors with money. ~ Oracle=ORCL, Brookfield=BN.TO
          Oracle fell. Elliott still holds 3%. ~ Oracle=ORCL, Elliott=null
          Staking, with SOL and ETH yields up. ~ SOL=SOL, ETH=ETH
          Asia VI closed; GTA VI sold. Oracle fell. ~ Oracle=ORCL
          Olaplex, now Henkel's, is gone; Oracle is not. ~ Henkel=HEN3.DE, Oracle=ORCL
          It beat by a nickel better, 50 cents on the dollar. ~ ""
          The aluminium industry writes letters. ~ ""
          Revenue ($M, except EPS) and (RMB bn). ~ ""
          Oracle fell. The agency acts: Empower (not listed) loses. ~ Oracle=ORCL, Empower=null
          Universal Music Group rose; Universal's share fell. ~ Universal Music Group=UMG.AS, Universal=UMG.AS
          Wistron, Wiwynn and Inventec rose, and so did Quanta. ~ Wistron=3231.TW, Wiwynn=6669.TW, Inventec=2356.TW, Quanta=2382.TW
          Fluor, MasTec and Primoris rose, and so did Quanta. ~ Fluor=FLR, MasTec=MTZ, Primoris=PRIM, Quanta=PWR
          Wistron rose, and so did Quanta Services and Quanta. ~ Wistron=3231.TW, Quanta Services=PWR, Quanta=PWR
          USD/KRW 1,462 and USDBRL 5.31; costs were USD 5.31. ~ USD/KRW=USDKRW, USDBRL=USDBRL
          We met Oracle and American on Friday. ~ Oracle=ORCL
          Amazon Pharmacy and Costco are the cheapest. ~ Amazon=AMZN, Costco=COST
          CLSK and MARA rose. CDMO: full. ~ CLSK=CLSK, MARA=MARA
          Oracle is in the same boat; boAt sells earphones. ~ Oracle=ORCL, boAt=null
          CLSK and MARA rose. FCF is negative. IMO rules bind. ~ CLSK=CLSK, MARA=MARA
          Imperial Oil (IMO CN) rose: IMO is cheap. ~ Imperial Oil (IMO CN)=IMO.TO, IMO=IMO.TO
          Oracle (NYSE: ORCL) and $FCF rose. ~ Oracle (NYSE: ORCL)=ORCL, $FCF=FCF
          Oracle fell. Loans under 640 FICO; its 3M ADTV rose. ~ Oracle=ORCL
          Oracle trades on 7.9x (Bloomberg consensus). ISS recommended it. ~ Oracle=ORCL
          Oracle, listed on KOSDAQ; BSE code 517569 | NSE KEII ~ Oracle=ORCL
          The KOSDAQ fell 2%. ~ KOSDAQ=KOSDAQ
          Oracle has North American capacity and a Norwegian customer. ~ Oracle=ORCL
          Norwegian shares fell. It filed in New Jersey, says Oracle. ~ Norwegian=NAS.OL, Oracle=ORCL
          Oracle fell. Crane & Ospreyfield has a short position. ~ Oracle=ORCL
          Deere & Company fell; so did Ford & GM. ~ Deere & Company=DE, Ford=F, GM=GM
          Oracle lacks the J.Crew fix and a Lehman moment. ~ Oracle=ORCL
          Envista's Spark is sold through others. ~ Envista=NVST
          Samsung Biologics fills a plant. If Samsung buys one, we sell. ~ Samsung Biologics=207940.KS, Samsung=207940.KS
          Samsung Electronics and Samsung Biologics rose; Samsung led. ~ Samsung Electronics=005930.KS, Samsung Biologics=207940.KS, Samsung=005930.KS
          We met Oracle in Aspen, Colorado. Tax of NOK 4.5bn; COP 4,100 and MOP 21bn. ~ Oracle=ORCL
          CLSK and MARA rose; the PRA agreed and Moody's cut it to B3. B3 shares rose. ~ CLSK=CLSK, MARA=MARA, B3=B3SA3.SA
          Oracle fell. Cocoa opened at XOF 1,800/kg and GHS 41,000. ~ Oracle=ORCL, Cocoa=COCOA
          """)
  void tellsANameFromTheWordBesideIt(String text, String expected) {
    assertThat(found(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Visa requirements for skilled workers were eased.",
        "She ate an apple at the gap in the hedge.",
        "Bridge the Gap Between Price and Value",
        "The block of shares was sold.",
        "Put it ON the list; IT spending and AI demand rose.",
        "Option delta and gamma rose.",
        "Hub workers and Man Utd fans met Partners at the Future forum.",
        "The company's CEO said ESG and NAV matter for the EPS.",
        "We met Bill Ackman, Dave Calhoun and Jack Ma.",
        "Waters rose in Venice.",
        "Southern Europe and United Nations officials met in Dover.",
        "Root causes of the crisis lie deep.",
        "Everest climbers say the market is high.",
        "Popular opinion and Progressive politics moved Citizens.",
        "Pandora's box of risks opened.",
        "Orange County bonds fell.",
        "Canon law and a loose cannon.",
        "The firm, private, grows."
      })
  void takesNoWordForAName(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void knowsTheRowsOfARatingTable() {
    String table =
        """
        Company          Rating   Target (old)   Yield
        Berkeley         Hold     3,950  4,100   1.8%
        Persimmon plc    Buy      1,450  1,400   4.9%
        """;
    assertThat(found(table)).isEqualTo("Berkeley=BKG.L, Persimmon plc=PSN.L");
  }

  @Test
  void takesNoHeadingOrScenarioForAName() {
    String note =
        """
        Limmatquai Strategy
        CALL SUMMARY — Clear aligners and what they cost

        We met Oracle and Microsoft.

                      Costs   Gap   EPS effect of +5%   View
        Base (55%)    3.30    +10%
        Bear (25%)    2.45     -5%
        """;
    assertThat(found(note)).isEqualTo("Oracle=ORCL, Microsoft=MSFT");
  }

  @Test
  void isSurerWhereMoreSpeaksForTheName() {
    double capital = confidence("Regulators fined Apple over its shop.");
    double sentence = confidence("Analysts think Apple will raise its dividend.");
    double share = confidence("They sold Apple shares.");
    double elsewhere =
        mentions.find(Tokens.of("Apple Inc. fell. We like Apple.")).get(1).confidence();
    double legal = confidence("Apple Inc. fell.");
    double ticker = confidence("NASDAQ:AAPL fell.");
    assertThat(List.of(capital, sentence, share, elsewhere, legal, ticker)).isSorted();
    assertThat(capital).isLessThan(ticker);
  }

  private double confidence(String text) {
    return mentions.find(Tokens.of(text)).getFirst().confidence();
  }

  private String found(String text) {
    return mentions.find(Tokens.of(text)).stream()
        .map(m -> m.span().of(text) + "=" + m.security().ticker())
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }
}
