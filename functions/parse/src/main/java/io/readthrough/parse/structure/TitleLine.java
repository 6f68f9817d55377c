package io.readthrough.parse.structure;

import java.util.List;
import java.util.regex.Pattern;

/// Tells how much a line of a note's opening looks like its title. What stands there besides: the
/// product ("CREDIT FLASH"), the house, the day, the rating with its target, a subtitle.
final class TitleLine {
  /// A line that scores less is no title.
  static final int LEAST = 1;

  private static final int TELLING_WORDS = 4;
  private static final int LONGEST_PRODUCT = 5;
  private static final int TICKER = 3;
  private static final int TELLING = 2;
  private static final int FIRST = 1;
  private static final int HEADING = 2;
  private static final int FURNITURE = -5;
  private static final int PRODUCT = -2;
  private static final int SENTENCE = -2;
  private static final int RATING = -4;

  /// A rating with where it comes from, or with prices.
  private static final Pattern RATED =
      Pattern.compile(
          "(?i)^(?:ratings?|recommendations?)\\b|^(?:buy|sell|hold|neutral|reduce|(?:over|under|equal|market)["
              + " -]?(?:weight|perform)"
              + "|outperform)\\s*[|,;(.–]|\\b(?:pt|tp|cmp|target|objective|fair"
              + " value|close|last|price)\\b[^.]{0,24}\\d|\\((?:unchanged|unch\\.?|from [^)]*)\\)");

  private static final Pattern IN_BRACKETS = Pattern.compile("\\([^)]*\\)");

  private TitleLine() {}

  /// How much a line looks like a title; the highest of an opening is it.
  ///
  /// @param first whether nothing stands before it
  /// @param heading whether its format says that it is one
  /// @param furniture whether it has a part that only a masthead has
  static int score(String line, boolean first, boolean heading, boolean furniture) {
    int words = line.split("\\s+", LONGEST_PRODUCT + 1).length;
    boolean ticker = !PrintedTickers.in(List.of(line)).isEmpty();
    int score = first ? FIRST : 0;
    score += heading ? HEADING : 0;
    score += words >= TELLING_WORDS ? TELLING : 0;
    score += ticker ? TICKER : 0;
    score += furniture ? FURNITURE : 0;
    score += !ticker && isProduct(line, words) ? PRODUCT : 0;
    score += ".,;:".indexOf(line.charAt(line.length() - 1)) >= 0 ? SENTENCE : 0;
    score += RATED.matcher(line).find() ? RATING : 0;
    return words < 2 && !heading ? 0 : score;
  }

  /// "INITIATING COVERAGE", "INVESTMENT COMMITTEE MEMO (internal)".
  private static boolean isProduct(String line, int words) {
    String plain = IN_BRACKETS.matcher(line).replaceAll("");
    return words <= LONGEST_PRODUCT && plain.chars().noneMatch(Character::isLowerCase);
  }
}
