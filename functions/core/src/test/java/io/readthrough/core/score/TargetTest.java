package io.readthrough.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sentences whose names are marked with what they say of each: `[Acme]+ overtakes [Orvel]-`.
class TargetTest {
  private static final Pattern MARKED = Pattern.compile("\\[([^]]+)]([-+0])");

  private final NoteScorer scorer = NoteScorer.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Acme]+ shares rose while [Orvel]- fell.",
        "[Acme]+ gained and [Orvel]- slumped.",
        "[Acme]+ beat estimates; [Orvel]- missed.",
        "This is bad for [Acme]- and good for [Orvel]+.",
        "[Acme]+ outperformed [Orvel]- this year.",
        "[Acme]+ and [Orvel]+ both rallied.",
        "Shares of [Acme]-, [Orvel]- and [Kestrel]- tumbled.",
        "[Acme]-'s revenue fell, but [Orvel]+'s margins improved.",
        "Buy [Acme]+: [Orvel Broking]0",
        "[Gold]+ shines; [silver]- dull",
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
    List<Character> read = new ArrayList<>();
    scorer
        .scoreText(text.toString(), spans)
        .mentions()
        .forEach(s -> read.add(s.score() > 0.05 ? '+' : s.score() < -0.05 ? '-' : '0'));
    assertThat(read).as(marked).isEqualTo(expected);
  }
}
