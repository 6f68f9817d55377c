package io.readthrough.core.score;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.note.TextSpan;
import io.readthrough.core.score.composition.Expression;
import io.readthrough.core.score.feature.TextReading;
import io.readthrough.core.score.target.Assignment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// To which names what is said is given, before any weight is learned. Names stand in brackets; of
/// each is told whether good or bad is said of it, and nothing of a name that gets nothing.
class AssignmentTest {
  private static final Pattern NAME = Pattern.compile("\\[([^]]+)]");

  private final NoteScorer scorer = NoteScorer.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          [Acme] is losing restaurants to [Orvel]. ~ Acme- Orvel+
          [Acme] ceded ground to [Orvel] in pumps. ~ Acme- Orvel+
          [Acme] wins orders from [Orvel] in Spain. ~ Acme+ Orvel-
          [Acme] gains from the [Orvel] deal. ~ Acme+
          [Acme] benefits at the expense of [Orvel]. ~ Acme+ Orvel-
          """)
  void givesTheOtherSideTheContrary(String text, String expected) {
    assertThat(given(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          [Acme] gains; so does [Orvel], with a lag. ~ Acme+ Orvel+
          [Acme] gains share. [Orvel] does too. ~ Acme+ Orvel+
          [Acme] is exposed, and so is [Orvel]. ~ Acme- Orvel-
          [Acme] will gain. The same is true of [Orvel] and [Kestrel]. ~ Acme+ Orvel+ Kestrel+
          [Acme] gains; [Orvel] does not. ~ Acme+ Orvel-
          [Acme]'s profit fell, [Orvel]'s did not. ~ Acme- Orvel+
          [Acme] gains. [Orvel] makes pumps. ~ Acme+
          [Acme] gains. [Orvel] does not fall. ~ Acme+ Orvel+
          [Acme] gains. What funds think of [Orvel, Inc. (ORV)] ~ Acme+
          [Acme] gains. The same is true of [Orvel, Inc.] ~ Acme+ Orvel, Inc.+
          """)
  void sharesWhatIsSaidOfAnother(String text, String expected) {
    assertThat(given(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          [Acme] and [Orvel] take the share that [Kestrel] loses. ~ Acme+ Orvel+ Kestrel-
          [Acme] has an edge on [Orvel], which is falling behind. ~ Orvel-
          [Acme], busy elsewhere, loses deals to [Orvel]. ~ Acme- Orvel+
          [Acme] sold paint to [Orvel] and should see fewer, weaker orders. ~ Acme-
          """)
  void followsTheSubjectOfTheVerb(String text, String expected) {
    assertThat(given(text)).isEqualTo(expected);
  }

  private String given(String marked) {
    Matcher matcher = NAME.matcher(marked);
    StringBuilder text = new StringBuilder();
    List<TextSpan> spans = new ArrayList<>();
    int last = 0;
    while (matcher.find()) {
      text.append(marked, last, matcher.start());
      spans.add(new TextSpan(text.length(), text.length() + matcher.group(1).length()));
      text.append(matcher.group(1));
      last = matcher.end();
    }
    text.append(marked, last, marked.length());
    TextReading reading = scorer.read(text.toString(), spans);
    Map<String, Double> sums = new LinkedHashMap<>();
    for (TextSpan span : spans) {
      sums.put(span.of(text.toString()), 0.0);
    }
    for (Assignment assignment : reading.targets().assignments()) {
      Expression expression = reading.expressions().get(assignment.expression());
      String name = spans.get(assignment.name()).of(text.toString());
      sums.merge(name, expression.polarity() * assignment.factor(), Double::sum);
    }
    return sums.entrySet().stream()
        .filter(sum -> sum.getValue() != 0)
        .map(sum -> sum.getKey() + (sum.getValue() > 0 ? "+" : "-"))
        .collect(joining(" "));
  }
}
