package io.readthrough.parse.structure;

import java.util.regex.Pattern;

/// Tells the lines that name an analyst with an address, a number, a title or letters after the
/// name.
final class AnalystEntry {
  private static final int MAX_LENGTH = 240;

  /// Whatever is longer says something.
  private static final int MAX_WORDS = 20;

  private static final String WORD = "\\p{Lu}[\\p{L}'’.-]{0,30}";
  private static final String PERSON =
      WORD + "(?: (?:de|van|von|der|den|la|al|bin|" + WORD + ")){1,3}";
  private static final String LETTERS = "(?:CFA|CAIA|FRM|CPA|FCA|ACA|MBA|MD|PhD|Ph\\.D\\.?|MSc)";
  private static final String TITLE =
      "(?:(?i:senior|lead|equity|research|credit|associate|principal|chief|managing|vice|head"
          + " of|analyst|director|president|strategist|economist|associate|global|european|us|asia)"
          + " ?){1,5}[\\p{L} &,/-]{0,40}";

  private static final Pattern ADDRESS =
      Pattern.compile("[\\p{L}\\d._%+-]{1,64}@[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){1,4}");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:\\+\\d{1,3}[ .-]?|(?i:tel|phone|mobile|fax|direct)\\S{0,4}\\s{0,3}\\+?)"
              + "\\(?\\d{1,5}\\)?(?:[ .-]?\\d{2,5}){2,5}");
  private static final Pattern NAMED =
      Pattern.compile(
          PERSON
              + "(?:,? "
              + LETTERS
              + "(?:, "
              + LETTERS
              + ")*(?:\\s*[|,–—-]\\s*"
              + TITLE
              + ")?|\\s*[|,–—-]\\s*"
              + TITLE
              + ")");

  /// A name is no longer, nor a team's, nor a place's.
  private static final int MAX_NAME_WORDS = 8;

  private AnalystEntry() {}

  /// Whether a line may be a name where names are listed: short, and no sentence.
  static boolean isName(String block) {
    return is(block)
        || (block.length() <= MAX_LENGTH
            && block.split("\\s+", -1).length <= MAX_NAME_WORDS
            && Character.isLetter(block.charAt(block.length() - 1)));
  }

  /// Whether a block is such a line. One that holds a price, a change or a rating is none.
  static boolean is(String block) {
    return block.length() <= MAX_LENGTH
        && block.split("\\s+", -1).length <= MAX_WORDS
        && !Masthead.hasView(block)
        && (ADDRESS.matcher(block).find()
            || NUMBER.matcher(block).find()
            || NAMED.matcher(block.strip()).matches());
  }
}
