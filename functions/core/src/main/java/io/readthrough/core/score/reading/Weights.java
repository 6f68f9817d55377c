package io.readthrough.core.score.reading;

import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.TokenKind;
import io.readthrough.core.text.Tokens;
import io.readthrough.core.text.WordTable;
import java.util.List;

/// What a sentence weighs by where it stands: its region, its section, its place in the note.
public final class Weights {
  private static final double TITLE = 1.6;
  private static final double LEAD = 1.3;
  private static final double OPENING = 1.2;
  private static final double TABLE = 0.4;
  private static final double FOOTNOTE = 0.4;
  private static final double QUOTE = 0.8;

  /// What is said under a heading like "Risks" has not happened.
  private static final double HYPOTHETICAL = 0.15;

  /// A heading, or the words before the first stop of a paragraph that has one inside it.
  private static final int LONGEST_HEADING = 9;

  private static final WordTable HYPOTHETICAL_WORDS = new WordTable();

  static {
    for (String word : new String[] {"risk", "risks", "wrong", "change", "hurt", "falsify"}) {
      HYPOTHETICAL_WORDS.add(word, 0);
    }
  }

  private final double[] weights;
  private final boolean[] hypothetical;

  Weights(ParsedNote note, Tokens tokens, Sentences sentences) {
    weights = new double[sentences.size()];
    hypothetical = hypothetical(tokens, sentences);
    regions(note, tokens, sentences, weights);
    for (int s = 0; s < weights.length; s++) {
      if (hypothetical[s]) {
        weights[s] *= HYPOTHETICAL;
      }
    }
  }

  /// The weight of a sentence; 0 where its region is not scored.
  public double of(int sentence) {
    return weights[sentence];
  }

  /// The weights of all sentences.
  double[] all() {
    return weights.clone();
  }

  /// Whether a sentence stands in a section on what might happen, by its heading.
  public boolean isHypothetical(int sentence) {
    return hypothetical[sentence];
  }

  private static boolean[] hypothetical(Tokens tokens, Sentences sentences) {
    boolean[] hypothetical = new boolean[sentences.size()];
    boolean section = false;
    boolean paragraph = false;
    for (int s = 0; s < sentences.size(); s++) {
      boolean opens = tokens.paragraphBefore(sentences.first(s));
      if (opens) {
        paragraph = false;
      }
      if (opens && isHeading(tokens, sentences, s)) {
        section = isHypothetical(tokens, sentences.first(s), sentences.end(s));
      } else if (opens) {
        int end = runInEnd(tokens, sentences, s);
        paragraph = end > 0 && isHypothetical(tokens, sentences.first(s), end);
        section &= end == 0 || paragraph;
      }
      hypothetical[s] = section || paragraph;
    }
    return hypothetical;
  }

  private static void regions(
      ParsedNote note, Tokens tokens, Sentences sentences, double[] weights) {
    int region = 0;
    for (int s = 0; s < weights.length; s++) {
      int start = tokens.start(sentences.first(s));
      while (region < note.regions().size() && note.regions().get(region).span().end() <= start) {
        region++;
      }
      Region at = region < note.regions().size() ? note.regions().get(region) : null;
      boolean inside = at != null && isInside(note.regions(), region, sentences.span(s));
      if (at == null || !at.kind().isScored() || !inside) {
        // A sentence that reaches into a region that is not scored is not scored either.
        weights[s] = at != null && at.span().start() <= start && at.kind().isScored() ? 0.5 : 0;
      } else {
        weights[s] = weight(at.kind());
        if (isBody(at.kind()) && start * 6L < note.text().length()) {
          weights[s] = OPENING;
        }
      }
    }
  }

  /// Whether a sentence stands in one region, or in some of the body only: the words before a list
  /// and its first item may be one sentence.
  private static boolean isInside(List<Region> regions, int first, TextSpan sentence) {
    if (regions.get(first).span().start() > sentence.start()) {
      return false;
    }
    int last = first;
    while (last + 1 < regions.size()
        && regions.get(last).span().end() < sentence.end()
        && isBody(regions.get(last).kind())
        && isBody(regions.get(last + 1).kind())) {
      last++;
    }
    return sentence.end() <= regions.get(last).span().end();
  }

  private static boolean isBody(RegionKind kind) {
    return kind == RegionKind.BODY || kind == RegionKind.HEADING || kind == RegionKind.BULLETS;
  }

  private static double weight(RegionKind kind) {
    return switch (kind) {
      case TITLE -> TITLE;
      case LEAD, KEY_POINTS, RATING_BOX -> LEAD;
      case BODY, HEADING, BULLETS -> 1;
      case TABLE -> TABLE;
      case FOOTNOTE -> FOOTNOTE;
      case QUOTE -> QUOTE;
      case ANALYSTS, DISCLOSURE, BOILERPLATE, VENDOR_TRAILER -> 0;
    };
  }

  /// A short paragraph without a final stop.
  private static boolean isHeading(Tokens tokens, Sentences sentences, int s) {
    int end = sentences.end(s);
    boolean alone = s + 1 == sentences.size() || tokens.paragraphBefore(sentences.first(s + 1));
    return alone
        && end - sentences.first(s) <= LONGEST_HEADING
        && !tokens.isMark(end - 1, '.')
        && !tokens.isMark(end - 1, '!');
  }

  /// The end of a run-in heading: "What goes wrong. A strike…", "Upside risks: a warm season…"; 0
  /// when there is none.
  private static int runInEnd(Tokens tokens, Sentences sentences, int s) {
    int first = sentences.first(s);
    int end = Math.min(sentences.end(s), first + LONGEST_HEADING);
    for (int i = first; i < end; i++) {
      if (tokens.isMark(i, ':')) {
        return i;
      }
    }
    boolean brief = sentences.end(s) - first <= LONGEST_HEADING;
    boolean stops =
        tokens.isMark(sentences.end(s) - 1, '.') || tokens.isMark(sentences.end(s) - 1, '?');
    return brief && stops ? sentences.end(s) : 0;
  }

  /// "Risks", "Risks to our view", "What would change our mind", "Where we could be wrong".
  private static boolean isHypothetical(Tokens tokens, int first, int end) {
    boolean asks = false;
    for (int i = first; i < end; i++) {
      if (tokens.is(i, TokenKind.WORD)) {
        asks |= tokens.is(i, "what") || tokens.is(i, "where") || tokens.is(i, "how");
        if (HYPOTHETICAL_WORDS.find(tokens, i) >= 0) {
          boolean risk = tokens.is(i, "risk") || tokens.is(i, "risks");
          if (risk ? end - first <= 5 : asks) {
            return true;
          }
        }
      }
    }
    return tokens.is(first, "bull") || tokens.is(first, "bear");
  }
}
