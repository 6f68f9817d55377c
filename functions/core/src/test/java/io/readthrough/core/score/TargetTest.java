package io.readthrough.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.Sentiment;
import io.readthrough.core.note.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sentences whose names are marked with what they say of each: `[Acme]+ overtakes [Orvel]-`.
class TargetTest {
  /// Less than this is no lean.
  private static final double LEAN = 0.05;

  /// A name that is only the source of a verdict may lean by what its words usually stand beside,
  /// but not out of the neutral band.
  private static final double NEUTRAL = 0.15;

  private static final Pattern MARKED = Pattern.compile("\\[([^]]+)]([-+0])");

  private final NoteScorer scorer = NoteScorer.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Acme]+ shares rose while [Orvel]- fell.",
        "[Acme]+ gained and [Orvel]- slumped.",
        "[Acme]+ beat estimates; [Orvel]- missed.",
        "This is bad for [Acme]- and good for [Orvel]+.",
        "[Acme]+ and [Orvel]+ both rallied.",
        "Shares of [Acme]-, [Orvel]- and [Kestrel]- tumbled.",
        "[Acme]-'s revenue fell, but [Orvel]+'s margins improved.",
        "Buy [Acme]+: [Orvel Broking]0",
        "[Gold]+ shines; [silver]- dull",
        "[Acme]+ gains; [Orvel Broking]0 upgrades to 'buy'",
        "[Acme]- shares slip as [Orvel Broking]0 downgrades",
        "[Acme]+ jumps 5.7% after [Orvel Broking]0 upgrade",
        "[Acme]+ outperformed [Orvel]-",
        "After missing estimates, [Acme]- fell.",
        "The ruling is positive for [Acme]+.",
        "Analysts raised doubts about [Acme]-'s accounts.",
        "[Acme]+ jumped 9%. [Orvel]- sank.",
        "[$ACME]+ +4% after results",
        "[$ACME]- -4% after results",
      })
  void givesEachNameItsOwn(String marked) {
    Matcher matcher = MARKED.matcher(marked);
    StringBuilder text = new StringBuilder();
    List<TextSpan> spans = new ArrayList<>();
    List<Character> expected = new ArrayList<>();
    int last = 0;
    while (matcher.find()) {
      text.append(marked, last, matcher.start());
      spans.add(new TextSpan(text.length(), text.length() + matcher.group(1).length()));
      text.append(matcher.group(1));
      expected.add(matcher.group(2).charAt(0));
      last = matcher.end();
    }
    text.append(marked, last, marked.length());
    List<Sentiment> read = scorer.scoreText(text.toString(), spans).mentions();
    for (int i = 0; i < expected.size(); i++) {
      double score = read.get(i).score();
      switch (expected.get(i)) {
        case '+' -> assertThat(score).as(marked).isGreaterThan(LEAN);
        case '-' -> assertThat(score).as(marked).isLessThan(-LEAN);
        default -> assertThat(score).as(marked).isBetween(-NEUTRAL, NEUTRAL);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Acme] outperformed [Orvel] this year.",
        "[Acme] overtakes [Orvel] in smartphones",
        "Prefer [Acme] over [Orvel]",
        "[Orvel Broking] cuts [Acme] to sell, ups [Kestrel] to buy",
      })
  void setsComparedNamesApart(String marked) {
    Matcher matcher = Pattern.compile("\\[([^]]+)]").matcher(marked);
    List<TextSpan> spans = new ArrayList<>();
    int brackets = 0;
    while (matcher.find()) {
      spans.add(new TextSpan(matcher.start() - brackets, matcher.end() - 2 - brackets));
      brackets += 2;
    }
    String text = marked.replace("[", "").replace("]", "");
    List<Sentiment> read = scorer.scoreText(text, spans).mentions();
    double apart = Math.abs(read.get(spans.size() - 2).score() - read.getLast().score());
    assertThat(apart).as(marked).isGreaterThan(0.4);
  }
}
