package io.readthrough.core.claim;

import io.readthrough.core.choice.FeatureNames;
import io.readthrough.core.choice.FeatureVector;
import io.readthrough.core.claim.SentenceReader.Sentence;
import io.readthrough.core.text.Tokens;
import java.util.List;
import java.util.stream.IntStream;

/// Where a sentence stands in the note and in its paragraph, and how long it is.
final class PlaceFeatures {
  private static final int TENTHS = 10;

  /// How many sentences from an end of the note or of a paragraph are told apart.
  private static final int NEAR_END = 4;

  private static final int BRIEF = 7;
  private static final int SHORT = 14;
  private static final int USUAL = 26;

  private final int[] lengths;
  private final int[] tenths;
  private final int along;
  private final int[] afterStart;
  private final int[] beforeEnd;
  private final int[] inParagraph;
  private final int[] leftInParagraph;
  private final int listed;

  PlaceFeatures(FeatureNames names) {
    lengths = names.addEach("length", List.of("brief", "short", "usual", "long"));
    tenths = names.addEach("tenth", numbers(TENTHS));
    along = names.add("along");
    afterStart = names.addEach("sentences before", numbers(NEAR_END + 1));
    beforeEnd = names.addEach("sentences after", numbers(NEAR_END + 1));
    inParagraph = names.addEach("before in the paragraph", numbers(NEAR_END));
    leftInParagraph = names.addEach("after in the paragraph", numbers(NEAR_END));
    listed = names.add("listed");
  }

  private static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  /// Adds to the vectors of a note's sentences, which are in order.
  void add(Tokens tokens, List<Sentence> sentences, List<FeatureVector> vectors) {
    int count = sentences.size();
    int paragraph = 0;
    for (int i = 0; i < count; i++) {
      Sentence sentence = sentences.get(i);
      FeatureVector vector = vectors.get(i);
      if (tokens.paragraphBefore(sentence.first())) {
        paragraph = i;
      }
      vector.add(lengths[level(sentence.end() - sentence.first())]);
      double place = (double) sentence.first() / tokens.size();
      vector.add(tenths[(int) (TENTHS * place)]);
      vector.add(along, place);
      vector.add(afterStart[Math.min(NEAR_END, i)]);
      vector.add(beforeEnd[Math.min(NEAR_END, count - 1 - i)]);
      vector.add(inParagraph[Math.min(NEAR_END - 1, i - paragraph)]);
      vector.add(leftInParagraph[left(tokens, sentences, i)]);
      if (tokens.lineBefore(sentence.first()) && !tokens.paragraphBefore(sentence.first())) {
        vector.add(listed);
      }
    }
  }

  private static int level(int length) {
    return length <= BRIEF ? 0 : length <= SHORT ? 1 : length <= USUAL ? 2 : 3;
  }

  /// How many sentences follow in the paragraph, as far as they are told apart.
  private static int left(Tokens tokens, List<Sentence> sentences, int i) {
    int left = 0;
    while (left < NEAR_END - 1
        && i + left + 1 < sentences.size()
        && !tokens.paragraphBefore(sentences.get(i + left + 1).first())) {
      left++;
    }
    return left;
  }
}
