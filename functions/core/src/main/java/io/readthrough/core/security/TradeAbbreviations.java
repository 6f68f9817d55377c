package io.readthrough.core.security;

import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;

/// Abbreviations that notes use for something else than the company whose ticker they are too: "FCF
/// is negative", "IMO rules". Such letters name a company only where the text names it otherwise,
/// or prints them as a ticker: "$FCF", "(NYSE: FCF)".
final class TradeAbbreviations {
  /// Measures and accounts, people and firms, regulators and bodies, products and techniques, the
  /// grades of debt, and places and times.
  private static final WordTable ALL =
      WordTable.of(
          "aa aaa abl abs acl adr adtv adv agv aim aisc am apac api apr arpu arr asp"
              + " atm aum bb bbb bess bev bls bnpl boe boj bps bvps cac cagr capex cbdc cbo"
              + " cbp cc ccc cct cdmo cdo cds cee ceo cet cfo cfpb cftc cgm chro cio cir clo"
              + " cmbs cmo cms cogs coo cpo cpuc cro crr cto dac dcf ddr dea dio dlc dod doe doj"
              + " dot dpi dpo dps dram dso dtc dy ebit ecb ehv eia em emea ems eod eom eow"
              + " epa epc eps erp esg esma est eta etf ets ev fca fcc fcf fcff fcv fda fdic"
              + " fed ferc ffo ffs fhfa fid fmcsa fomc fsd ftc fy gaap gao gav gc gcc gfa glp"
              + " gmt gmv gnpa gp gps gpu gst gwp hbm heloc hhs hmrc hpc hr hvac hvdc iea"
              + " ifrs ig ii iii imf imo iol iot iou ipo ipp iptv irr irs isp itc iv ivf kpi"
              + " kyc latam lbo lcr led lfl lfp loi lp lpg ltm ltv mau mbo mena mla moic mri"
              + " mrr msr mtm mvno nand nato nav nbs ncf nerc nft ngl ngo nhs nhtsa nih nii"
              + " nim nist nlrb nnn noi nopat npa npl nps nrc nrr nrv ntm occ ocf oci ocp oct"
              + " odfi odm oecd oem ofac ofgem ofwat oled omb opec opex osat osha otc otp pat"
              + " pbm pboc pbt pcb pcr pdp pe peg pik pm pms pos ppa ppe ppi ppnr ppo ppp psp"
              + " pst pvc pvp qoq raas rasm rba rbi rbnz rcf rcm rfp rmbs rng roa roae roce"
              + " roe roi roic rona roro row rpk rpm rpo rwa saas saf sba sec sga sku smb sme"
              + " smr snb sotp spac spv ssa ssd ssp sss tbv tco tcv teu tev tl tlb tlc tpu"
              + " tpv tsa tsr ttm tvl uae ups usda usm uspto ustr vbp vi vii vlcc vnb vod vpn"
              + " vwap wacc wip wms wto yld yoy ytd ytw");

  /// The ISO 4217 codes of currencies, some of which are tickers too: "COP 4,100".
  private static final WordTable CURRENCIES =
      WordTable.of(
          "aed all amd ang aoa ars aud azn bam bbd bdt bgn bhd bnd bob brl bwp cad cdf chf clp cnh"
              + " cny cop crc czk dkk dop dzd egp etb eur fjd gbp gel ghs gtq hkd hnl huf idr ils"
              + " inr iqd isk jmd jod jpy kes khr krw kwd kzt lak lbp lkr mad mga mkd mmk mnt mop"
              + " mur mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar"
              + " ron rsd rub rwf sar sek sgd thb tnd try ttd twd tzs uah ugx usd uyu uzs ves vnd"
              + " xaf xof zar zmw");

  private TradeAbbreviations() {}

  /// Whether token `i` is the code of a currency.
  static boolean isCurrency(Tokens tokens, int i) {
    return CURRENCIES.find(tokens, i) != WordTable.ABSENT;
  }

  /// Whether token `i` is one of them.
  static boolean contains(Tokens tokens, int i) {
    return ALL.find(tokens, i) != WordTable.ABSENT;
  }
}
