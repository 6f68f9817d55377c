package io.readthrough.store;

import io.readthrough.core.note.Contribution;
import io.readthrough.core.note.Evidence;
import io.readthrough.core.note.Explanation;
import io.readthrough.core.note.Fact;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParsedNote;
import io.readthrough.core.note.Publication;
import io.readthrough.core.note.Region;
import io.readthrough.core.note.RegionKind;
import io.readthrough.core.note.ScoredNote;
import io.readthrough.core.note.ScorerModel;
import io.readthrough.core.note.Sentiment;
import io.readthrough.core.note.SentimentPart;
import io.readthrough.core.note.Sequencer;
import io.readthrough.core.note.SourceObject;
import io.readthrough.core.note.TextSpan;
import io.readthrough.core.note.TickerSentiment;
import io.readthrough.core.note.TopicRelevance;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Scored notes that say what a test wants them to.
public final class ScoredNotes {
  private static final Instant RECEIVED = Instant.parse("2026-03-05T14:02:00Z");
  private static final String TEXT = "Revenue fell 25% to $136 million.";

  private ScoredNotes() {}

  /// The source of a note dropped by `firm`.
  public static NoteSource source(FirmId firm, String key, Sequencer sequencer) {
    return new NoteSource(
        firm,
        NoteId.of(firm, key),
        new SourceObject("notes", key, null, "e", sequencer, RECEIVED),
        key.substring(key.lastIndexOf('/') + 1),
        "0".repeat(64),
        "text/plain",
        TEXT.length());
  }

  /// A note with one piece of evidence, which gives the overall score and that of each ticker; the
  /// first is the most relevant.
  ///
  /// @param published null where it is not known
  public static ScoredNote of(
      NoteSource source, @Nullable Instant published, double score, List<String> tickers) {
    Evidence evidence =
        new Evidence(
            "e1", new TextSpan(0, TEXT.length()), TEXT, 0, score, 1, "metric:revenue x down");
    Explanation explanation =
        new Explanation("one piece", 0, List.of(new Contribution("e1", score)));
    Sentiment sentiment =
        new Sentiment(score, score > 0 ? 1 : 0, 0, score > 0 ? 0 : 1, 0, 1, score, score);
    List<SentimentPart> parts =
        List.of(new SentimentPart(SentimentPart.UNSPECIFIED, score, List.of("e1")));
    List<TickerSentiment> names = new ArrayList<>();
    for (String ticker : tickers) {
      names.add(
          new TickerSentiment(
              ticker,
              "equity:" + ticker,
              ticker + " Inc.",
              null,
              TickerSentiment.AssetType.EQUITY,
              names.isEmpty() ? TickerSentiment.Role.SUBJECT : TickerSentiment.Role.MENTIONED,
              new TickerSentiment.Resolution(
                  TickerSentiment.Resolution.Method.EXPLICIT_TICKER, 1, 0, 1),
              1.0 / (1 + names.size()),
              sentiment,
              explanation,
              parts,
              parts,
              "Revenue fell."));
    }
    return new ScoredNote(
        new ParsedNote(
            source,
            TEXT,
            "en",
            "A title",
            null,
            null,
            null,
            published == null
                ? Publication.UNKNOWN
                : new Publication(published, Publication.Basis.DOCUMENT),
            List.of(new Region(RegionKind.BODY, new TextSpan(0, TEXT.length()), null)),
            List.of(),
            "text/1",
            1,
            List.of()),
        TEXT,
        sentiment,
        explanation,
        names,
        List.of(new TopicRelevance("earnings", 0.9)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(evidence),
        new ScorerModel("readthrough", "1", "0".repeat(64)),
        List.of());
  }

  /// The same note with `facts`.
  public static ScoredNote with(ScoredNote note, List<Fact> facts) {
    return new ScoredNote(
        note.parsed(),
        note.summary(),
        note.overall(),
        note.explanation(),
        note.tickers(),
        note.topics(),
        note.events(),
        facts,
        note.checks(),
        note.claims(),
        note.views(),
        note.evidence(),
        note.model(),
        note.warnings());
  }

  /// A reported revenue for the quarter that ends in `month`.
  public static Fact revenue(String entityId, YearMonth month, double value) {
    return new Fact(
        "f1",
        Fact.Kind.ACTUAL,
        "revenue",
        "us-gaap:Revenues",
        "revenue",
        entityId,
        value,
        null,
        null,
        false,
        "USD",
        new Fact.Period(
            Fact.Period.Length.QUARTER,
            "Q2",
            month.minusMonths(2).atDay(1),
            month.atEndOfMonth(),
            null),
        null,
        Fact.GoodWhen.UP,
        null,
        List.of("e1"));
  }
}
