package io.readthrough.parse.extract;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/// How much text an element holds, in characters that are not white space.
///
/// @param length of what is read
/// @param excluded of what is noise
/// @param hidden the part of `excluded` that the page hides
record VisibleText(long length, long excluded, long hidden) {
  static VisibleText of(Element root, PageSurvey survey) {
    Counter counter = new Counter(survey);
    root.filter(counter);
    return new VisibleText(counter.length, counter.excluded, counter.hidden);
  }

  /// The characters of `text` that are not white space.
  static int count(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        count++;
      }
    }
    return count;
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00A0';
  }

  private static final class Counter implements NodeFilter {
    private final PageSurvey survey;

    /// The outermost element of the noise that the walk is in.
    private @Nullable Element noise;

    private boolean inHidden;
    private long length;
    private long excluded;
    private long hidden;

    Counter(PageSurvey survey) {
      this.survey = survey;
    }

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode text) {
        int count = count(text.getWholeText());
        length += noise == null ? count : 0;
        excluded += noise == null ? 0 : count;
        hidden += inHidden ? count : 0;
      } else if (noise == null
          && depth > 0
          && node instanceof Element element
          && survey.isNoise(element)) {
        noise = element;
        inHidden = PageSurvey.isHidden(element);
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node.equals(noise)) {
        noise = null;
        inHidden = false;
      }
      return FilterResult.CONTINUE;
    }
  }
}
