package io.readthrough.core.claim;

import io.readthrough.core.cue.Cue.Hit;
import io.readthrough.core.cue.CueTable;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the headings of a note say about the sentences under them. A heading is a short paragraph
/// without a final stop, which counts for the paragraph or list below it, or the words before the
/// first stop or colon of a paragraph, which count until its end. It may be numbered: "3. Risks".
/// In the annotated notes three quarters of what stands in the first paragraph under "Risks" are
/// risks, and nothing of what stands in further ones.
public final class Sections {
  private static final CueTable CUES = CueTable.standard("claim/section-cues.tsv");

  private static final int LONGEST_HEADING = 10;
  private static final int LONGEST_RUN_IN = 8;

  /// A number, with marks around it.
  private static final int LONGEST_NUMBER = 3;

  private final @Nullable String[] kinds;
  private final boolean[] headings;

  private Sections(int sentences) {
    kinds = new String[sentences];
    headings = new boolean[sentences];
  }

  /// Reads the headings of a text, in one pass.
  public static Sections of(Tokens tokens, Sentences sentences) {
    Sections sections = new Sections(sentences.size());
    int[] ids = CUES.ids(tokens);
    String section = null;
    String paragraph = null;
    boolean afterNumber = false;
    boolean begun = false;
    for (int s = 0; s < sentences.size(); s++) {
      int first = sentences.first(s);
      boolean opensLine = afterNumber || tokens.lineBefore(first);
      afterNumber = opensLine && isNumber(tokens, first, sentences.end(s));
      if (opensLine && !afterNumber) {
        paragraph = null;
        if (isHeading(tokens, sentences, s)) {
          sections.headings[s] = true;
          section = kind(tokens, ids, first, sentences.end(s));
          begun = false;
        } else {
          boolean next = begun && tokens.paragraphBefore(first) && !isItem(tokens, first);
          section = next ? null : section;
          begun = true;
          int end = runInEnd(tokens, sentences, s);
          paragraph = end > first ? kind(tokens, ids, first, end) : null;
          sections.headings[s] = paragraph != null && end == sentences.end(s);
        }
      }
      sections.kinds[s] = paragraph != null ? paragraph : section;
    }
    return sections;
  }

  /// What sentence `s` stands under, as the table spells it; null for nothing that says.
  public @Nullable String kind(int s) {
    return kinds[s];
  }

  /// Whether sentence `s` is itself a heading.
  public boolean isHeading(int s) {
    return headings[s];
  }

  /// What the table tells sections apart by.
  public static List<String> kinds() {
    return CUES.kinds();
  }

  static CueTable table() {
    return CUES;
  }

  static @Nullable String kind(Tokens tokens, int[] ids, int first, int end) {
    for (Hit hit : CUES.find(tokens, ids, first, end)) {
      return hit.cue().kind();
    }
    return null;
  }

  /// Whether a mark or a figure begins a paragraph, as those of lists do.
  private static boolean isItem(Tokens tokens, int first) {
    return !tokens.is(first, TokenKind.WORD);
  }

  /// Whether a line's first sentence is no more than the number of what follows it: "3.", "B.".
  private static boolean isNumber(Tokens tokens, int first, int end) {
    for (int i = first; i < end; i++) {
      if (tokens.is(i, TokenKind.WORD) && tokens.end(i) - tokens.start(i) > 1) {
        return false;
      }
    }
    return end - first <= LONGEST_NUMBER;
  }

  private static boolean isHeading(Tokens tokens, Sentences sentences, int s) {
    int first = sentences.first(s);
    int end = sentences.end(s);
    boolean alone = s + 1 == sentences.size() || tokens.lineBefore(end);
    char last = tokens.foldedAt(tokens.end(end - 1) - 1);
    return alone && end - first <= LONGEST_HEADING && last != '.' && last != '!' && last != ';';
  }

  /// The end of a run-in heading: "What goes wrong. A strike…", "Upside risks: a warm season…"; the
  /// first token when there is none.
  private static int runInEnd(Tokens tokens, Sentences sentences, int s) {
    int first = sentences.first(s);
    int end = Math.min(sentences.end(s), first + LONGEST_RUN_IN);
    for (int i = first; i < end; i++) {
      if (tokens.isMark(i, ':')) {
        return i + 1;
      }
      if (i > first && tokens.is(i, TokenKind.PUNCTUATION) && tokens.isMark(i, ',')) {
        return first;
      }
    }
    return sentences.end(s) - first <= LONGEST_RUN_IN ? sentences.end(s) : first;
  }
}
