package io.readthrough.parse.structure;

import java.util.List;
import java.util.regex.Pattern;

/// Tells the words that are in a note and not of it: legal text, and what a site or a mailer adds.
/// The cues are phrases of the trade, none of them a whole sentence; only the beginning of a block
/// is looked at.
final class NonAnalysis {
  /// How much of a block is looked at.
  private static final int HEAD = 2_000;

  /// Site furniture is short: what is longer says something.
  private static final int MAX_FURNITURE = 240;

  /// A heading of legal text is short.
  private static final int MAX_HEADING = 80;

  private static final Pattern LEGAL_HEADING =
      Pattern.compile(
          "(?i)\\W{0,3}(?:(?:important|general|other|required|legal|regulatory|company[-"
              + " ]specific|research) )?(?:disclosures?|disclaimers?|legal"
              + " (?:notices?|information|entit(?:y|ies))|analysts?['’]? certifications?|regulation"
              + " ac\\b|conflicts? of interest|important (?:information|notices?)|ratings?"
              + " (?:definitions|system|distribution)|recommendation scale|terms of use|risks and"
              + " suitability)(?: (?:and|&) [\\p{L} ]{1,40})?\\W{0,3}");

  private static final Pattern LEGAL_RUN_IN =
      Pattern.compile(LEGAL_HEADING.pattern() + "(?:$|(?<=[.:])\\s)");

  private static final List<Pattern> LEGAL_SURE =
      cues(
          "no part of (?:his|her|their|the analyst['’]?s?|my|our)"
              + " (?:compensation|pay|remuneration)",
          "past performance (?:is|does|may|should|cannot)",
          "(?:constitute|construed as) (?:an? |any"
              + " )?(?:offer|advice|investment|solicitation|recommendation)",
          "\\b(?:not|nor|neither) (?:an? |any )?(?:offer|solicitation|invitation)(?: or [\\p{L}"
              + " ]{1,40}?)? (?:to (?:buy|sell|purchase|subscribe)|of (?:any )?securities)",
          "nothing (?:here|herein|in this (?:note|report|document|letter))"
              + " (?:is|should|constitutes)",
          "\\bnot (?:be )?(?:an? )?(?:investment advice|personal recommendation)",
          "this (?:report|document|note|material|publication|message|e-?mail) (?:is|has"
              + " been|was|may|must|should)"
              + " (?:provided|prepared|intended|issued|published|distributed|confidential|not be)",
          "for information(?:al)? purposes only",
          "(?:professional|eligible|institutional|qualified) (?:clients?|counterparties|investors?)"
              + " only",
          "(?:must|may) not be (?:copied|reproduced|redistributed|forwarded|passed to"
              + " (?:any|other|retail|third))",
          "\\b(?:holds?|held|has|have|owns?) [\\p{L} ]{0,40}(?:positions?|options|shares) [\\p{L}"
              + " ]{0,40}in the (?:issuers?|securit(?:y|ies)|compan(?:y|ies))"
              + " (?:discussed|mentioned|named|covered)",
          "views expressed (?:in this|herein|here)",
          "(?:our|prior) written (?:consent|permission)",
          "members? (?:of )?(?:finra|sipc)");

  /// Two of these make a block legal text.
  private static final List<Pattern> LEGAL_HINTS =
      cues(
          "\\b(?:disclosures?|disclaimer)\\b",
          "(?:analyst|hereby|i|we) certif(?:y|ies|ication)",
          "\\brisk of loss\\b|lose (?:all|some or all|part) of",
          "without (?:notice|warranty|liability)|no (?:liability|warranty|representation)",
          "conflicts? of interest|market maker|makes? (?:a |no )?market in",
          "investment banking (?:services|relationship|compensation)",
          "\\b(?:regulated|authori[sz]ed) by\\b|registered (?:office|investment)",
          "suitab(?:le|ility)|objectives of any|own (?:independent )?(?:advice|judgement|judgment)",
          "believed to be (?:reliable|accurate)|may prove (?:mistaken|wrong|inaccurate)",
          "(?:opinions|estimates|views) (?:are|may|reflect) (?:our own|those of|opinions|subject"
              + " to|change)");

  private static final List<Pattern> FURNITURE_SURE =
      cues(
          "\\bunsubscribe\\b",
          "all rights reserved",
          "(?:©|\\(c\\)|copyright) ?(?:\\d{4}|by\\b)",
          "(?:view|read|open) (?:this )?(?:e-?mail |message )?(?:in|on) (?:your |a |the"
              + " )?(?:browser|web|app)",
          "^\\W{0,3}page \\d{1,4}(?: (?:of|/) \\d{1,4})?\\W{0,3}$",
          "back to top|click here|manage (?:your )?(?:cookies|preferences|subscription)",
          "^\\W{0,3}(?:request|book) (?:a )?demo\\W{0,3}$",
          "^\\W{0,3}(?:log in|log out|sign in|sign"
              + " up|subscribe|share|print|advertisement|sponsored|learn more|read more|get"
              + " started)(?:\\W{1,5}(?:log in|sign in|sign"
              + " up|subscribe|share|print|e-?mail|save|report a problem)){0,5}\\W{0,3}$",
          "(?:start|begin) (?:your |a )?free trial|(?:download|get) (?:our|the) app\\b|upgrade to"
              + " (?:premium|pro)\\b",
          "we use cookies|accept (?:all )?cookies");

  /// What a product says of itself. Two in a short block without a figure make an advert.
  private static final List<Pattern> PRODUCT_CUES =
      cues(
          "\\b(?:ai|machine|data|analytics)[-"
              + " ](?:powered|driven|read|generated|based)\\b|\\bpowered by\\b",
          "\\balerts?\\b",
          "\\b(?:dashboards?|platform|terminal|portal|newsletter|screener|workflow|api)\\b",
          "\\bportfolio (?:analytics|tools|tracking|monitoring|dashboards?)\\b",
          "\\b(?:real[- ]time|instant|round[- ]the[- ]clock)\\b",
          "\\b(?:institutional|professional|active) (?:investors|desks|traders|clients)\\b",
          "\\b(?:research|insights?|intelligence|signals) (?:and|for)\\b|\\bour [\\p{L}-]{0,20}"
              + " ?research\\b",
          "\\b(?:subscribers?|members|sign up|free trial|demo)\\b");

  private static final int PRODUCT_ENOUGH = 2;

  private NonAnalysis() {}

  private static List<Pattern> cues(String... cues) {
    return List.of(cues).stream()
        .map(cue -> Pattern.compile(cue, Pattern.CASE_INSENSITIVE))
        .toList();
  }

  /// Whether a block is nothing but the heading of legal text.
  static boolean isLegalHeading(String block) {
    return block.length() <= MAX_HEADING && LEGAL_HEADING.matcher(block).matches();
  }

  /// Whether a block is legal text: it begins with such a heading, or has a sure cue or two others.
  static boolean isLegal(String block) {
    String head = head(block);
    return LEGAL_RUN_IN.matcher(head).lookingAt()
        || count(LEGAL_SURE, head, 1) >= 1
        || count(LEGAL_HINTS, head, 2) >= 2;
  }

  /// Whether a block is an advert, a button, a copyright line or other furniture of a page.
  static boolean isFurniture(String block) {
    if (block.length() > MAX_FURNITURE) {
      return false;
    }
    boolean figures = block.chars().anyMatch(Character::isDigit);
    return count(FURNITURE_SURE, block, 1) >= 1
        || (!figures && count(PRODUCT_CUES, block, PRODUCT_ENOUGH) >= PRODUCT_ENOUGH);
  }

  private static String head(String block) {
    return block.substring(0, Math.min(block.length(), HEAD));
  }

  private static int count(List<Pattern> cues, String text, int enough) {
    int count = 0;
    for (Pattern cue : cues) {
      if (count < enough && cue.matcher(text).find()) {
        count++;
      }
    }
    return count;
  }
}
