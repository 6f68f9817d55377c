package io.readthrough.query;

import io.readthrough.core.note.Contribution;
import io.readthrough.core.note.Evidence;
import io.readthrough.core.note.Explanation;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A small note of a firm, for tests that do not care what it says.
///
/// @param published also the time it is received
/// @param tickers the score of each
/// @param sequencer rises with each drop of the same name
record TestNote(
    FirmId firm,
    String name,
    Instant published,
    double score,
    Map<String, Double> tickers,
    double confidence,
    String text,
    int sequencer) {
  static final String TEXT = "Margins\n\nRevenue grew.";

  TestNote {
    tickers = new TreeMap<>(tickers);
  }

  TestNote(FirmId firm, String name, Instant published, double score, Map<String, Double> tickers) {
    this(firm, name, published, score, tickers, 1, TEXT, 1);
  }

  TestNote withText(String text) {
    return new TestNote(firm, name, published, score, tickers, confidence, text, sequencer);
  }

  TestNote withConfidence(double confidence) {
    return new TestNote(firm, name, published, score, tickers, confidence, text, sequencer);
  }

  TestNote droppedAgain(double score) {
    return new TestNote(firm, name, published, score, tickers, confidence, text, sequencer + 1);
  }

  NoteId id() {
    return NoteId.of(firm, key());
  }

  String key() {
    return "firms/" + firm + "/inbox/" + name + ".txt";
  }

  NoteSource source() {
    return new NoteSource(
        firm,
        id(),
        new SourceObject(
            "notes", key(), null, null, new Sequencer("%08X".formatted(sequencer)), published),
        name + ".txt",
        "0".repeat(64),
        "text/plain",
        text.length());
  }

  ParsedNote parsed() {
    List<Region> regions =
        text.isEmpty()
            ? List.of()
            : List.of(new Region(RegionKind.BODY, new TextSpan(0, text.length()), null));
    return parsed(regions);
  }

  ParsedNote parsed(List<Region> regions) {
    return new ParsedNote(
        source(),
        text,
        "en",
        name,
        null,
        null,
        null,
        new Publication(published, Publication.Basis.DOCUMENT),
        regions,
        List.of(),
        "text/1",
        1,
        List.of());
  }

  ScoredNote scored() {
    return new ScoredNote(
        parsed(),
        text,
        sentiment(score),
        explanation(score),
        tickers.entrySet().stream().map(t -> ticker(t.getKey(), t.getValue())).toList(),
        List.of(new TopicRelevance("earnings", 0.9)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Evidence("e1", new TextSpan(0, text.length()), text, 0, score, 1, "test")),
        new ScorerModel("readthrough", "1", "0".repeat(64)),
        List.of());
  }

  ParseOutcome.Rejected rejected() {
    return new ParseOutcome.Rejected(
        source(), ParseOutcome.Reason.EMPTY, "the object is empty: drop it again with its text");
  }

  ParseOutcome.Removed removed() {
    return new ParseOutcome.Removed(source());
  }

  private TickerSentiment ticker(String ticker, double score) {
    return new TickerSentiment(
        ticker,
        "equity:" + ticker,
        ticker,
        null,
        TickerSentiment.AssetType.EQUITY,
        TickerSentiment.Role.SUBJECT,
        new TickerSentiment.Resolution(TickerSentiment.Resolution.Method.EXPLICIT_TICKER, 1, 0, 1),
        1,
        sentiment(score),
        explanation(score),
        List.of(new SentimentPart(SentimentPart.UNSPECIFIED, score, List.of("e1"))),
        List.of(new SentimentPart(SentimentPart.UNSPECIFIED, score, List.of("e1"))),
        "Revenue grew.");
  }

  private Sentiment sentiment(double score) {
    return new Sentiment(
        score,
        Math.max(score, 0),
        1 - Math.abs(score),
        Math.max(-score, 0),
        0,
        confidence,
        score,
        score);
  }

  private static Explanation explanation(double score) {
    return new Explanation("sum", 0, List.of(new Contribution("e1", score)));
  }
}
