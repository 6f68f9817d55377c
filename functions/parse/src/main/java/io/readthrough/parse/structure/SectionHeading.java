package io.readthrough.parse.structure;

import java.util.regex.Pattern;

/// Tells what some headings head, whatever the format marks as one.
final class SectionHeading {
  private static final int MAX_LENGTH = 60;

  private static final Pattern KEY_POINTS =
      Pattern.compile(
          "(?i)\\W{0,3}(?:(?:our|the|main|key|top) )?(?:key[-"
              + " ](?:points?|takeaways?|messages?|findings|facts|highlights|conclusions)|(?:main|top)"
              + " (?:points|takeaways|messages)|takeaways?|highlights|at a glance|in brief|in"
              + " short|summary|executive summary|investment (?:summary|highlights))\\W{0,3}");

  private static final Pattern ANALYSTS =
      Pattern.compile(
          "(?i)\\W{0,3}(?:(?:(?:the|lead|research|covering|contributing) )?(?:analysts?|authors?)"
              + "(?: (?:contacts?|details|team))?|research team|(?:analyst|research) contacts?"
              + "|contacts?)\\W{0,3}");

  private static final Pattern ABOUT_THE_AUTHOR =
      Pattern.compile("(?i)\\W{0,3}about the (?:authors?|analysts?)\\W{0,3}");

  private SectionHeading() {}

  /// Whether what follows is the note in short.
  static boolean isKeyPoints(String heading) {
    return heading.length() <= MAX_LENGTH && KEY_POINTS.matcher(heading).matches();
  }

  /// Whether a paragraph on who wrote the note follows.
  static boolean isAboutTheAuthor(String heading) {
    return heading.length() <= MAX_LENGTH && ABOUT_THE_AUTHOR.matcher(heading).matches();
  }

  /// Whether lines follow that name who wrote the note.
  static boolean isAnalysts(String heading) {
    return heading.length() <= MAX_LENGTH && ANALYSTS.matcher(heading).matches();
  }
}
