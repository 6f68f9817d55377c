package io.readthrough.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.readthrough.core.note.Check;
import io.readthrough.core.note.Claim;
import io.readthrough.core.note.Evidence;
import io.readthrough.core.note.Explanation;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Publication;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.Sentiment;
import io.readthrough.core.note.SentimentLabel;
import io.readthrough.core.note.SentimentPart;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.TickerSentiment;
import io.readthrough.core.note.TickerSentiment.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteScorerTest {
  private static final Path NOTES = Path.of("../../events/notes");

  private final NoteScorer scorer = NoteScorer.standard();

  @ParameterizedTest
  @MethodSource("sampleNotes")
  void explainsEveryScoreExactly(Path file) throws IOException {
    ScoredNote scored = scorer.score(BodyNote.of(Files.readString(file)));
    checkInvariants(scored);
    // One sample is a flow note that has figures, and nothing good or bad to say.
    Set<String> learned =
        scored.evidence().stream()
            .filter(e -> e.rule().startsWith("learned:"))
            .map(Evidence::id)
            .collect(Collectors.toSet());
    assertThat(
            scored.explanation().contributions().stream()
                .allMatch(c -> learned.contains(c.evidenceId())))
        .isEqualTo(file.getFileName().toString().startsWith("index-rebalance"));
  }

  @Test
  void tiesEveryFactToItsWordsAndDerivedFactsToTheirInputs() throws IOException {
    ScoredNote scored =
        scorer.score(BodyNote.of(Files.readString(NOTES.resolve("cleanspark-hybrid-power.txt"))));
    List<String> evidence = scored.evidence().stream().map(Evidence::id).toList();
    List<String> facts = scored.facts().stream().map(Fact::id).toList();
    assertThat(facts).doesNotHaveDuplicates();
    assertThat(scored.facts())
        .allSatisfy(fact -> assertThat(fact.evidenceIds()).isNotEmpty().isSubsetOf(evidence));
    assertThat(scored.facts().stream().map(Fact::derivation).filter(Objects::nonNull))
        .hasSize(4)
        .allSatisfy(derivation -> assertThat(derivation.inputs()).isSubsetOf(facts));
    assertThat(scored.checks()).extracting(Check::name).contains("price_per_coin");
    assertThat(scored.facts().getFirst().period())
        .isEqualTo(
            new Fact.Period(
                Fact.Period.Length.QUARTER,
                "Q2",
                null,
                null,
                "no year is printed, and the note has no date"));
  }

  @Test
  void warnsOfFiguresThatItLeavesOut() {
    ScoredNote scored =
        scorer.score(BodyNote.of("Revenue of 5,7 was reported, and EBITDA of $3m."));
    assertThat(scored.facts()).extracting(Fact::metric).containsExactly("ebitda");
    assertThat(scored.warnings()).anyMatch(warning -> warning.contains("left out: 1."));
  }

  @Test
  void explainsScoresOfGeneratedText() throws IOException {
    long seed = Long.getLong("seed", 20260102L);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    String[] words = Files.readString(sampleNotes().findFirst().orElseThrow()).split("\\s+", -1);
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(120); i > 0; i--) {
        text.append(words[random.nextInt(words.length)])
            .append(random.nextInt(20) == 0 ? "\n\n" : " ");
      }
      ScoredNote scored = scorer.score(BodyNote.of(text.toString()));
      assertThat(scored.parsed().text()).as("seed %d", seed).isEqualTo(text.toString());
      checkInvariants(scored);
    }
  }

  @Test
  void readsTheHybridMinerNoteAsAPersonDoes() throws IOException {
    ScoredNote scored = scorer.score(BodyNote.of(read("cleanspark-hybrid-power.txt")));
    assertThat(scored.overall().label()).isEqualTo(SentimentLabel.NEUTRAL);
    assertThat(scored.overall().score()).isBetween(-0.15, 0.15);
    assertThat(ticker(scored, "CLSK").role()).isEqualTo(Role.SUBJECT);
    // Weak figures and a binary catalyst against liquidity, contracted power and optionality.
    assertThat(ticker(scored, "CLSK").sentiment().mixed()).isGreaterThan(0.3);
    assertThat(ticker(scored, "BTC").role()).isEqualTo(Role.DRIVER);
    assertThat(scored.claims()).anyMatch(claim -> claim.type() == Claim.Type.RISK);
    assertThat(scored.facts())
        .anyMatch(fact -> fact.metric().equals("revenue") && Objects.equals(fact.value(), 136e6))
        .allMatch(fact -> !fact.evidenceIds().isEmpty());
  }

  @Test
  void tellsThePairOfATradeApart() {
    ScoredNote scored =
        scorer.score(
            BodyNote.of(
                "Tesla deliveries fell again and its margins shrank.\n\n"
                    + "General Motors raised guidance and its costs fell."));
    assertThat(ticker(scored, "TSLA").sentiment().score()).isNegative();
    assertThat(ticker(scored, "GM").sentiment().score()).isPositive();
  }

  @Test
  void doesNotScoreDisclosures() {
    String body = "Apple raised its guidance.\n\n";
    String disclosure = "Shares may fall and investors may lose everything in a default.";
    ParsedNote note =
        BodyNote.of(
            body + disclosure,
            new Region(RegionKind.BODY, new TextSpan(0, body.length()), null),
            new Region(
                RegionKind.DISCLOSURE,
                new TextSpan(body.length(), body.length() + disclosure.length()),
                null));
    ScoredNote scored = scorer.score(note);
    assertThat(scored.overall().score()).isPositive();
    assertThat(scored.evidence()).allMatch(e -> e.span().end() <= body.length());
  }

  /// Who says it, and how, makes news no better.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Well, we know it: revenue fell 12%, and the company will file for bankruptcy.",
        "I am writing to tell you that revenue fell 12% and the company filed for bankruptcy.",
        "I don't like it, you know why: revenue fell 12% and the company filed for bankruptcy.",
      })
  void clearNewsIsNoAnswerInACall(String text) {
    assertThat(scorer.score(BodyNote.of(text)).overall().score()).isLessThan(-0.8);
  }

  @Test
  void hasNothingToSayOfAnEmptyNote() {
    ScoredNote scored = scorer.score(BodyNote.of(""));
    assertThat(scored.overall().score()).isZero();
    assertThat(scored.evidence()).isEmpty();
    assertThat(scored.summary()).isNull();
  }

  @Test
  void warnsOfALanguageItDoesNotRead() {
    ParsedNote english = BodyNote.of("Der Umsatz fiel.");
    ParsedNote german =
        new ParsedNote(
            english.source(),
            english.text(),
            "de",
            null,
            null,
            null,
            null,
            Publication.UNKNOWN,
            english.regions(),
            List.of(),
            "text/1",
            1,
            List.of());
    assertThat(scorer.score(german).warnings()).singleElement().asString().contains("'de'");
  }

  @Test
  void givesTheSameAnswerTwice() throws IOException {
    ParsedNote note = BodyNote.of(read("general-motors-tesla-pair-trade.txt"));
    assertThat(scorer.score(note)).isEqualTo(NoteScorer.standard().score(note));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "but ",
        "if ",
        "not ",
        "growth in ",
        "Acme Inc. ",
        "rose and ",
        "fell, ",
        "(",
        "\"",
        "more ",
        "risk of ",
        "$TSLA ",
        "profit ",
        "higher ",
        "according to ",
        "1.2",
        "-",
        "x\n"
      })
  @Timeout(60)
  void readsEndlessRepeatsWithBoundedEvidence(String piece) {
    ScoredNote scored = scorer.score(BodyNote.of(piece.repeat(100_000)));
    // 160 expressions, 120 facts, 24 claims, 4 places for each of 40 events, 2 views of 64 names.
    assertThat(scored.evidence().size()).isLessThanOrEqualTo(160 + 120 + 24 + 160 + 128);
    checkInvariants(scored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+5% guidance ",
        "Apple said ",
        "Apple gains; so does Shell; ",
        "Apple takes share that Shell loses to Intel ",
        "We see no read to Apple ",
        "short Apple ",
        "long Apple / short Tesla ",
        "We stay Buy. ",
        "we would not own it ",
        "Apple beats Tesla. ",
        "Apple's margin fell 5%. ",
        "Revenue of $5bn vs $4bn, ",
        "If rates rise, Apple falls; if rates fall, ",
        "What would change our mind. ",
        "the suppliers ",
        "| 5% | 6% |\n"
      })
  @Timeout(60)
  void readsEndlessStatementsWithBoundedFactsAndEvidence(String piece) {
    ScoredNote scored = scorer.score(BodyNote.of(piece.repeat(100_000)));
    assertThat(scored.facts().size()).isLessThanOrEqualTo(1000);
    // Beside the facts: 160 expressions, 24 claims, 4 places for each of 40 events, 2 views of 64
    // names.
    assertThat(scored.evidence().size() - scored.facts().size())
        .isLessThanOrEqualTo(160 + 24 + 160 + 128);
    checkInvariants(scored);
  }

  static Stream<Path> sampleNotes() throws IOException {
    try (Stream<Path> files = Files.list(NOTES)) {
      return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList().stream();
    }
  }

  private static void checkInvariants(ScoredNote scored) {
    String text = scored.parsed().text();
    List<String> ids = scored.evidence().stream().map(Evidence::id).toList();
    assertThat(ids).doesNotHaveDuplicates();
    for (Evidence evidence : scored.evidence()) {
      assertThat(evidence.span().of(text)).isEqualTo(evidence.quote());
      assertThat(evidence.polarity()).isBetween(-1.0, 1.0);
    }
    checkSum(scored.explanation(), scored.overall(), ids);
    for (TickerSentiment ticker : scored.tickers()) {
      checkSum(ticker.explanation(), ticker.sentiment(), ids);
      for (List<SentimentPart> parts : List.of(ticker.byHorizon(), ticker.byAspect())) {
        assertThat(parts.stream().mapToDouble(SentimentPart::score).sum())
            .isCloseTo(ticker.sentiment().score(), within(1e-9));
        assertThat(parts.stream().flatMap(part -> part.evidenceIds().stream()))
            .containsExactlyInAnyOrderElementsOf(ticker.evidenceIds());
      }
      assertThat(ticker.relevance()).isBetween(0.0, 1.0).isPositive();
    }
    for (Claim claim : scored.claims()) {
      assertThat(ids).containsAll(claim.evidenceIds());
      assertThat(claim.span().of(text)).isEqualTo(claim.statement());
      assertThat(claim.evidenceIds()).isNotEmpty();
      if (claim.condition() != null) {
        assertThat(claim.statement()).contains(claim.condition());
      }
    }
    scored.events().forEach(event -> assertThat(ids).containsAll(event.evidenceIds()));
    scored.views().forEach(view -> assertThat(ids).containsAll(view.evidenceIds()));
    scored.facts().forEach(fact -> assertThat(ids).containsAll(fact.evidenceIds()));
    if (scored.summary() != null) {
      assertThat(scored.summary().split("\\s+", -1).length).isLessThanOrEqualTo(60);
    }
  }

  private static void checkSum(Explanation explanation, Sentiment sentiment, List<String> ids) {
    assertThat(explanation.sum()).isCloseTo(sentiment.score(), within(1e-9));
    explanation.contributions().forEach(c -> assertThat(ids).contains(c.evidenceId()));
    assertThat(sentiment.low()).isLessThanOrEqualTo(sentiment.score());
    assertThat(sentiment.high()).isGreaterThanOrEqualTo(sentiment.score());
  }

  private static TickerSentiment ticker(ScoredNote scored, String ticker) {
    return scored.tickers().stream()
        .filter(t -> ticker.equals(t.ticker()))
        .findFirst()
        .orElseThrow();
  }

  private static String read(String file) throws IOException {
    return Files.readString(NOTES.resolve(file));
  }
}
