package io.readthrough.store;

import io.readthrough.core.note.Contribution;
import io.readthrough.core.note.Evidence;
import io.readthrough.core.note.Explanation;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Publication;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.Sentiment;
import io.readthrough.core.note.SentimentPart;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.TickerSentiment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Notes that are far larger than any item.
final class Monsters {
  private static final int CHARACTERS = 200_000;
  private static final int EVIDENCE = 1_500;
  private static final int NAMES = 50;

  private Monsters() {}

  /// A note of random characters, which no compression shortens, in one line; with thousands of
  /// pieces of evidence, each of which counts for hundreds of names.
  static ScoredNote note(Generated generated, NoteSource source) {
    String line =
        generated
            .random()
            .ints(CHARACTERS, 0x4E00, 0x9FA0)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    List<String> names = IntStream.range(0, NAMES).mapToObj(i -> "T" + i).toList();
    ScoredNote small = ScoredNotes.of(source, null, 0.4, names);
    List<Evidence> evidence = new ArrayList<>();
    List<Contribution> contributions = new ArrayList<>();
    for (int i = 0; i < EVIDENCE; i++) {
      int start = generated.random().nextInt(CHARACTERS);
      TextSpan span = new TextSpan(start, Math.min(CHARACTERS, start + 5_000));
      double weight = generated.random().nextDouble();
      evidence.add(new Evidence("e" + i, span, span.of(line), i, 0.4, weight, line));
      contributions.add(new Contribution("e" + i, 0.4 / EVIDENCE));
    }
    Explanation explanation = new Explanation(line, 0, contributions);
    return new ScoredNote(
        parsed(source, line),
        line,
        sentiment(explanation),
        explanation,
        small.tickers().stream().map(name -> monstrous(name, explanation, line)).toList(),
        small.topics(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        evidence,
        small.model(),
        List.of(line, line));
  }

  private static ParsedNote parsed(NoteSource source, String line) {
    return new ParsedNote(
        source,
        line,
        "zh",
        line,
        line,
        line,
        line,
        Publication.UNKNOWN,
        List.of(),
        List.of(),
        "text/1",
        1,
        List.of(line, line));
  }

  private static TickerSentiment monstrous(
      TickerSentiment name, Explanation explanation, String line) {
    return new TickerSentiment(
        name.ticker(),
        name.entityId(),
        line,
        line,
        name.assetType(),
        name.role(),
        name.resolution(),
        name.relevance(),
        sentiment(explanation),
        explanation,
        List.of(part(explanation)),
        List.of(part(explanation)),
        line);
  }

  private static SentimentPart part(Explanation explanation) {
    return new SentimentPart(
        SentimentPart.UNSPECIFIED,
        explanation.sum(),
        explanation.contributions().stream().map(Contribution::evidenceId).toList());
  }

  private static Sentiment sentiment(Explanation explanation) {
    double score = explanation.sum();
    return new Sentiment(score, 1, 0, 0, 0, 1, score, score);
  }
}
