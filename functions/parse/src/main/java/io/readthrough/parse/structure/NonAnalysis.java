package io.readthrough.parse.structure;

import java.util.List;
import java.util.Locale;
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
          "\\W{0,3}(?:(?:important|general|other|required|legal|regulatory|company[- ]specific"
              + "|research) )?(?:disclosures?|disclaimers?"
              + "|legal (?:notices?|information|entit(?:y|ies))|analysts?['’]? certifications?"
              + "|regulation ac\\b|conflicts? of interest|important (?:information|notices?)"
              + "|ratings? (?:definitions|system|distribution)|recommendation scale|terms of use"
              + "|risks and suitability)(?: (?:and|&) [\\p{L} ]{1,40})?\\W{0,3}");

  private static final Pattern LEGAL_RUN_IN =
      Pattern.compile(LEGAL_HEADING.pattern() + "(?:$|(?<=[.:])\\s)");

  /// What a report calls itself.
  private static final String SELF =
      "this (?:report|document|note|material|publication|message|e-?mail)";

  private static final List<Cue> LEGAL_SURE =
      List.of(
          cue(
              "no part of (?:his|her|their|the analyst['’]?s?|my|our)"
                  + " (?:compensation|pay|remuneration)",
              "no part of"),
          cue("past performance (?:is|does|may|should|cannot)", "past performance"),
          cue(
              "(?:constitute|construed as) (?:an? |any )?"
                  + "(?:offer|advice|investment|solicitation|recommendation)",
              "constitute",
              "construed as"),
          cue(
              "\\b(?:not|nor|neither) (?:an? |any )?(?:offer|solicitation|invitation)"
                  + "(?: or [\\p{L} ]{1,40}?)?"
                  + " (?:to (?:buy|sell|purchase|subscribe)|of (?:any )?securities)",
              "offer",
              "solicitation",
              "invitation"),
          cue(
              "nothing (?:here|herein|in this (?:note|report|document|letter))"
                  + " (?:should|constitutes|is (?:an?|any|intended|meant|to"
                  + " be|investment|legal)\\b)",
              "nothing "),
          cue(
              "\\bnot (?:be )?(?:an? )?(?:investment advice|personal recommendation)",
              "investment advice",
              "personal recommendation"),
          cue(
              SELF
                  + " (?:is|has been|was|may|must|should) (?:provided|prepared|intended|issued"
                  + "|published|distributed|confidential|not be)",
              "this "),
          cue("for information(?:al)? purposes only", "purposes only"),
          cue(
              "(?:professional|eligible|institutional|qualified)"
                  + " (?:clients?|counterparties|investors?) only",
              " only"),
          cue(
              "(?:must|may) not be (?:copied|reproduced|redistributed|forwarded"
                  + "|passed to (?:any|other|retail|third))",
              " not be "),
          cue(
              "\\b(?:holds?|held|has|have|owns?) [\\p{L} ]{0,40}(?:positions?|options|shares)"
                  + " [\\p{L} ]{0,40}in the (?:issuers?|securit(?:y|ies)|compan(?:y|ies))"
                  + " (?:discussed|mentioned|named|covered)",
              "in the issuer",
              "in the securit",
              "in the compan"),
          cue("views expressed (?:in this|herein|here)", "views expressed"),
          cue("(?:our|prior) written (?:consent|permission)", " written "),
          cue("members? (?:of )?(?:finra|sipc)", "finra", "sipc"));

  /// Two of these make a block legal text.
  private static final List<Cue> LEGAL_HINTS =
      List.of(
          cue("\\b(?:disclosures?|disclaimer)\\b", "disclos", "disclaim"),
          cue("(?:analyst|hereby|i|we) certif(?:y|ies|ication)", " certif"),
          cue("\\brisk of loss\\b|lose (?:all|some or all|part) of", "risk of loss", "lose "),
          cue(
              "without (?:notice|warranty|liability)|no (?:liability|warranty|representation)",
              "notice",
              "warranty",
              "liability",
              "representation"),
          cue(
              "conflicts? of interest|market maker|makes? (?:a |no )?market in",
              "conflict",
              "market maker",
              "market in"),
          cue("investment banking (?:services|relationship|compensation)", "investment banking"),
          cue(
              "\\b(?:regulated|authori[sz]ed) by\\b|registered (?:office|investment)",
              "regulated by",
              "authori",
              "registered "),
          cue(
              "suitab(?:le|ility)|objectives of any|own (?:independent )?(?:advice|judge?ment)",
              "suitab",
              "objectives of any",
              "own "),
          cue(
              "believed to be (?:reliable|accurate)|may prove (?:mistaken|wrong|inaccurate)",
              "believed to be",
              "may prove"),
          cue(
              "(?:opinions|estimates|views)"
                  + " (?:are|may|reflect) (?:our own|those of|opinions|subject to|change)",
              "opinions",
              "estimates",
              "views"));

  /// The words of a button.
  private static final String BUTTON =
      "(?:log in|log out|sign in|sign up|subscribe|share|print|e-?mail|save|advertisement|sponsored"
          + "|learn more|read more|get started|report a problem|(?:request|book) (?:a )?demo)";

  /// A row of buttons and nothing else.
  private static final Pattern BUTTONS =
      Pattern.compile("\\W{0,3}" + BUTTON + "(?:\\W{1,5}" + BUTTON + "){0,5}\\W{0,3}");

  private static final List<Cue> FURNITURE_SURE =
      List.of(
          cue("\\bunsubscribe\\b", "unsubscribe"),
          cue("all rights reserved", "all rights reserved"),
          cue("(?:©|\\(c\\)|copyright) ?(?:\\d{4}|by\\b)", "©", "(c)", "copyright"),
          cue(
              "(?:view|read|open) (?:this )?(?:e-?mail |message )?(?:in|on) (?:your |a |the )?"
                  + "(?:browser|web|app)\\b",
              "browser",
              "web",
              "app"),
          cue("^\\W{0,3}page \\d{1,4}(?: (?:of|/) \\d{1,4})?\\W{0,3}$", "page "),
          cue(
              "back to top|click here|manage (?:your )?(?:cookies|preferences|subscription)",
              "back to top",
              "click here",
              "manage "),
          cue(
              "(?:start|begin) (?:your |a )?free trial|(?:download|get) (?:our|the) app\\b"
                  + "|upgrade to (?:premium|pro)\\b",
              "free trial",
              " app",
              "upgrade to"),
          cue("we use cookies|accept (?:all )?cookies", "cookies"));

  /// What a product says of itself. Two in a short block without a figure make an advert.
  private static final List<Cue> PRODUCT_CUES =
      List.of(
          cue(
              "\\b(?:ai|machine|data|analytics)[- ](?:powered|driven|read|generated|based)\\b"
                  + "|\\bpowered by\\b",
              "powered",
              "driven",
              "read",
              "generated",
              "based"),
          cue("\\balerts?\\b", "alert"),
          cue(
              "\\b(?:dashboards?|platform|terminal|portal|newsletter|screener|workflow|api)\\b",
              "dashboard",
              "platform",
              "terminal",
              "portal",
              "newsletter",
              "screener",
              "workflow",
              "api"),
          cue("\\bportfolio (?:analytics|tools|tracking|monitoring|dashboards?)\\b", "portfolio "),
          cue("\\b(?:real[- ]time|instant|round[- ]the[- ]clock)\\b", "real", "instant", "clock"),
          cue(
              "\\b(?:institutional|professional|active) (?:investors|desks|traders|clients)\\b",
              "institutional",
              "professional",
              "active"),
          cue(
              "\\b(?:research|insights?|intelligence|signals) (?:and|for)\\b"
                  + "|\\bour [\\p{L}-]{0,20} ?research\\b",
              "research",
              "insight",
              "intelligence",
              "signals"),
          cue(
              "\\b(?:subscribers?|members|sign up|free trial|demo)\\b",
              "subscr",
              "members",
              "sign up",
              "trial",
              "demo"));

  private static final int PRODUCT_ENOUGH = 2;

  private NonAnalysis() {}

  /// A phrase, in lower case. Only where one of its anchors occurs can the pattern match: looking
  /// for a word costs a hundredth of looking for a pattern, and most blocks have none.
  private record Cue(Pattern pattern, List<String> anchors) {
    boolean isIn(String lower) {
      return anchors.stream().anyMatch(lower::contains) && pattern.matcher(lower).find();
    }
  }

  private static Cue cue(String pattern, String... anchors) {
    return new Cue(Pattern.compile(pattern), List.of(anchors));
  }

  /// Whether a block is nothing but the heading of legal text.
  static boolean isLegalHeading(String block) {
    return block.length() <= MAX_HEADING && LEGAL_HEADING.matcher(lower(block)).matches();
  }

  /// Whether a block is legal text: it begins with such a heading, or has a sure cue or two others.
  static boolean isLegal(String block) {
    String head = lower(block.substring(0, Math.min(block.length(), HEAD)));
    return LEGAL_RUN_IN.matcher(head).lookingAt()
        || count(LEGAL_SURE, head, 1) >= 1
        || count(LEGAL_HINTS, head, 2) >= 2;
  }

  /// Whether a block is an advert, a button, a copyright line or other furniture of a page.
  static boolean isFurniture(String block) {
    if (block.length() > MAX_FURNITURE) {
      return false;
    }
    String lower = lower(block);
    boolean figures = lower.chars().anyMatch(Character::isDigit);
    return BUTTONS.matcher(lower).matches()
        || count(FURNITURE_SURE, lower, 1) >= 1
        || (!figures && count(PRODUCT_CUES, lower, PRODUCT_ENOUGH) >= PRODUCT_ENOUGH);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static int count(List<Cue> cues, String lower, int enough) {
    int count = 0;
    for (Cue cue : cues) {
      if (count < enough && cue.isIn(lower)) {
        count++;
      }
    }
    return count;
  }
}
