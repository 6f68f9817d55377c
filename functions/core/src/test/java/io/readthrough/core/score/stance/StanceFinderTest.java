package io.readthrough.core.score.stance;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.core.score.composition.Clauses;
import io.readthrough.core.score.target.NameMention;
import io.readthrough.core.text.Sentences;
import io.readthrough.core.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which ratings and positions of a note are its author's. Names stand in brackets; the note is
/// about the first.
class StanceFinderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          [Acme] prints cash. We rate the shares Reduce and not Sell. ~ Acme-
          [Acme]: another quarter. Rating: Buy. ~ Acme+
          [Acme] – stay Underweight the 2034s ~ Acme-
          [Acme] again. Upgrade to Outperform from Neutral; target $38 (was $27) ~ Acme+
          [Acme] | $96.20 | Sell (Hold) | fair value $78 ~ Acme-
          [Acme] again. We are short. It will not go bankrupt. ~ Acme-
          Pair idea: long [Acme] / short [Orvel] ~ Acme+ Orvel-
          [Acme] did well. [Orvel] is dearer than [Acme]; we stay Neutral. ~ Orvel=
          [Acme] did well. We keep Market Perform on [Orvel] and $92. ~ Orvel=
          [Acme] did well. [Orvel] is our exception (Buy). ~ Orvel+
          [Acme] did well. PM view: keep the underweight. ~ Acme-
          I admire [Acme] and would not own it. ~ Acme-
          [Acme] joins the index tonight. We'd sell into the event. ~ Acme-
          [Acme] did well. [Orvel] gets more. We initiate on [Kestrel] with Overweight. ~ Kestrel+
          [Acme] did well. We are long [Acme] and short [Orvel], in equal amounts. ~ Acme+ Orvel-
          [Acme] did well. [Orvel] has both problems. We stay Underweight. ~ Orvel-
          [Acme] did well. For [Orvel], trade was poor, and it had no credit. We stay at Sell. ~ Orvel-
          [Orvel] pays more. At 10x against 9x for [Acme] we would rather own the growth. ~ Orvel+
          [Acme] did well. Outperform. Price 43, target price 50. ~ Acme+
          [Acme] did well. [Orvel]: rates have stuck. Neutral. ~ Orvel=
          [Acme] again. Raising to Buy from Hold; objective to $118 ~ Acme+
          [Acme]: stepping down to Sector Perform ~ Acme=
          [Acme] did well. [Orvel] (ORV, OW) gets more. ~ Orvel+
          [Acme] did well. [Orvel (ORV, OW)] gets more. ~ Orvel (ORV, OW)+
          [Acme] did well. [Orvel] (UW/Cautious) does not. ~ Orvel-
          [Acme] did well. [Orvel] (EW, 71) is dear. ~ Orvel=
          [Acme] did well. [Orvel] (329180 KS, BUY) has the best yard. ~ Orvel+
          [Acme] did well. [Orvel] (ORV; Sell, PT $17) has no cushion. ~ Orvel-
          [Acme] did well. [Orvel] stays Buy, $121. ~ Orvel+
          [Acme] did well. So we cut [Orvel] and [Fenn] to Hold and take [Kestrel] to Sell. ~ Orvel= Fenn= Kestrel-
          [Acme] did well. We keep [Orvel] at Buy ($82): it pays. ~ Orvel+
          [Acme] did well. [Orvel] is next. Our preferred stock, Outperform. ~ Orvel+
          [Acme] (ACM) – first half, Neutral kept ~ Acme=
          [Acme] did well. Avoid [Orvel] until the notes are placed. ~ Orvel-
          [Acme] did well. We own [Orvel] and like it. ~ Orvel+
          [Acme] did well. Coverage: [Orvel] (Sector Outperform, $78), MOS (Hold, $33), [Fenn] (Sell) ~ Orvel+ Fenn-
          [Acme] did well. [Orvel] shares (ORV): Hold. ~ Orvel=
          [Acme] again. The stress is behind. ADD retained, TP 2,560 ~ Acme+
          [Acme] | ACM | Initiation at SELL | August 19 ~ Acme-
          [Acme]: results, UP to Outperform ~ Acme+
          [Acme]: results, down to Underperform ~ Acme-
          [Acme] did well. [Orvel] stays In Line. ~ Orvel=
          [Acme]: Kaufen (unchanged), target 45 ~ Acme+
          [Acme] did well. [Orvel] is hurt; we'd buy that one on weakness. ~ Orvel+
          [Acme] did well. [Orvel] is dear and we would not own it at 25x. ~ Orvel-
          [Acme] bid for [Orvel]. Position: long [Orvel], short 1.10 [Acme], 3% of capital. ~ Orvel+ Acme-
          """)
  void takesWhatTheAuthorSays(String text, String expected) {
    assertThat(stances(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          [Acme] was cut to Sell by a broker in Paris.
          Analysts rate [Acme] higher; two of nine say Buy.
          [Acme] is short of cash and long on promises.
          We do not short [Acme] here.
          We would buy [Acme] below $120.
          [Acme] buys a mill and will sell it next year.
          62% of our ratings are Buy, and [Acme] is one of the rest.
          We hold a call on [Acme] on Tuesday to reduce confusion.
          [Acme] is dear. If claims were to rise, we would be at Sell.
          [Acme] is dear. A sale would move us to Buy.
          [Acme] is dear. We ask 12% of an Outperform.
          [Acme] is dear. I'd short TEL against it.
          [Acme] has a long way to go. We add three stores to the model.
          [Acme] is on the WAY (UP and running).
          [Acme] is dear. Buy [Orvel] if it falls under $20.
          [Acme] is dear. They own [Orvel] and [Kestrel].
          [Acme] is dear. Our own [Orvel] number comes down.
          [Acme] is dear. In steel Kestrel (KST; Sell, PT $17) has no cushion.
          [Acme] did well. Our Hold rested on the old contracts.
          [Acme] did well. When we went to Neutral in March it was cheap.
          [Acme] did well. Industry view: Neutral
          [Acme] did well. If it guides above 9 we would buy the stock.
          [Acme] did well. We'd rather not own the 40%.
          [Acme] did well. A yield of 6% makes us reluctant to go to Sell.
          """)
  void leavesWhatIsNotARatingOfHis(String text) {
    assertThat(stances(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          [Acme] fell. We see no read to [Orvel] or [Kestrel]. ~ Orvel= Kestrel=
          [Acme] fell. Nothing here for [Orvel], which works with either. ~ Orvel=
          [Acme] fell. [Orvel] sells spares and does not care. ~ Orvel=
          [Acme] fell. [Orvel] and [Kestrel] are unaffected. ~ Orvel= Kestrel=
          [Orvel] fell. [Orvel] is unaffected. ~ ''
          [Acme] fell. [Orvel] cares. ~ ''
          [Acme] fell. It is unaffected by [Orvel]. ~ ''
          """)
  void findsTheNamesThatAreNotConcerned(String text, String expected) {
    assertThat(unaffected(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          [Acme] again. Downgrade to Hold from Buy. ~ MOVED
          [Acme] | $96.20 | Hold (Buy) | fair value $78 ~ MOVED
          [Acme] | Hold (from Buy) | target $78 ~ MOVED
          [Acme] | Hold (unchanged) | target $78 ~ RATING
          [Acme] again. We stay Neutral. ~ RATING
          [Acme] again. We are short. ~ POSITION
          """)
  void tellsANewRating(String text, Stance.Kind expected) {
    Note note = note(text);
    assertThat(
            StanceFinder.find(
                note.tokens(), note.sentences(), note.clauses(), note.mentions(), n -> n == 0, 0))
        .extracting(Stance::kind)
        .containsExactly(expected);
  }

  @Test
  void readsTheRowsOfATable() {
    String table =
        """
        [Acme] and its peers after the budget. Our ratings follow.

        Company        Rating   TP (p)   Prev (p)
        [Acme]         Buy      495       470
        Unknown        Hold     950       990
        [Orvel]        Sell      92       108
        [Fenn]         Underperform (was Neutral)  $16.50
        """;
    assertThat(stances(table)).isEqualTo("Acme+ Orvel- Fenn-");
  }

  @Test
  void readsLinesOfNamesAndRatings() {
    String lines = "[Acme] (2327 TT): Overweight, PT 285\n[Orvel] (2492 TT): Underweight, PT 98";
    assertThat(stances(lines)).isEqualTo("Acme+ Orvel-");
  }

  @Test
  void readsRowsThatEndWithTheRating() {
    String table =
        """
        Note Spread Rating
        [Acme] 7.75% +318 Overweight
        [Orvel] 7.1% +296 Underweight
        [Kestrel] 9% +470 Overweight
        """;
    assertThat(stances(table)).isEqualTo("Acme+ Orvel- Kestrel+");
  }

  @Test
  void readsRowsThatBeginWithTheRating() {
    String table =
        """
        [Acme] and its peers. What we would do follows.

        Sell | [Orvel] 4.625% perp | 96.9
        Buy | [Kestrel] 5.25% perp | 91.2
        """;
    assertThat(stances(table)).isEqualTo("Orvel- Kestrel+");
  }

  @Test
  void isFoundInALineOfTenThousandNames() {
    String list = "[Acme] (Buy), ".repeat(10_000);
    assertThat(stances(list)).startsWith("Acme+ Acme+").hasSize(6 * 10_000 - 1);
  }

  @Test
  @Timeout(60)
  void passesOverAParagraphOfNamesWithoutARating() {
    assertThat(stances("[Acme] beats [Orvel]. ".repeat(300_000))).isEmpty();
  }

  private static Note note(String bracketed) {
    StringBuilder text = new StringBuilder();
    List<String> names = new ArrayList<>();
    List<int[]> spans = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < bracketed.length(); i++) {
      char c = bracketed.charAt(i);
      if (c == '[') {
        int end = bracketed.indexOf(']', i);
        String name = bracketed.substring(i + 1, end);
        if (!names.contains(name)) {
          names.add(name);
        }
        numbers.add(names.indexOf(name));
        spans.add(new int[] {text.length(), text.length() + name.length()});
        text.append(name);
        i = end;
      } else {
        text.append(c);
      }
    }
    Tokens tokens = Tokens.of(text.toString());
    Sentences sentences = Sentences.of(tokens);
    List<NameMention> mentions = new ArrayList<>();
    for (int m = 0; m < numbers.size(); m++) {
      int first = tokens.at(spans.get(m)[0]);
      mentions.add(new NameMention(numbers.get(m), first, tokens.at(spans.get(m)[1] - 1) + 1));
    }
    return new Note(tokens, sentences, Clauses.of(tokens, sentences), mentions, names);
  }

  private static String stances(String bracketed) {
    Note note = note(bracketed);
    return told(
        note,
        StanceFinder.find(
            note.tokens(), note.sentences(), note.clauses(), note.mentions(), n -> n == 0, 0));
  }

  private static String unaffected(String bracketed) {
    Note note = note(bracketed);
    return told(
        note,
        Unaffected.find(
            note.tokens(), note.sentences(), note.clauses(), note.mentions(), n -> n == 0));
  }

  private static String told(Note note, List<Stance> stances) {
    return stances.stream()
        .map(
            stance ->
                note.names().get(stance.name())
                    + (stance.sign() > 0 ? "+" : stance.sign() < 0 ? "-" : "="))
        .collect(joining(" "));
  }

  private record Note(
      Tokens tokens,
      Sentences sentences,
      Clauses clauses,
      List<NameMention> mentions,
      List<String> names) {}
}
