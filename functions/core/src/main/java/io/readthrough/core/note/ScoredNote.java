package io.readthrough.core.note;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a note says: the end product, before the table gives it a revision and a time of
/// availability.
///
/// @param summary sentences of the text, or null when it has none
/// @param explanation of the overall score
/// @param checks what came of comparing the facts, with each other and with earlier notes
/// @param evidence in the text's order; every id named anywhere in the note is one of these
/// @param warnings of the parser and of the scorer, sentences a person understands
public record ScoredNote(
    ParsedNote parsed,
    @Nullable String summary,
    Sentiment overall,
    Explanation explanation,
    List<TickerSentiment> tickers,
    List<TopicRelevance> topics,
    List<Event> events,
    List<Fact> facts,
    List<Check> checks,
    List<Claim> claims,
    List<View> views,
    List<Evidence> evidence,
    ScorerModel model,
    List<String> warnings) {
  public ScoredNote {
    tickers = List.copyOf(tickers);
    topics = List.copyOf(topics);
    events = List.copyOf(events);
    facts = List.copyOf(facts);
    checks = List.copyOf(checks);
    claims = List.copyOf(claims);
    views = List.copyOf(views);
    evidence = List.copyOf(evidence);
    warnings = List.copyOf(warnings);
  }

  /// The same note with further checks.
  public ScoredNote with(List<Check> further) {
    List<Check> all = new ArrayList<>(checks);
    all.addAll(further);
    return new ScoredNote(
        parsed,
        summary,
        overall,
        explanation,
        tickers,
        topics,
        events,
        facts,
        all,
        claims,
        views,
        evidence,
        model,
        warnings);
  }

  /// This note with other claims and views.
  public ScoredNote with(List<Claim> otherClaims, List<View> otherViews) {
    return new ScoredNote(
        parsed,
        summary,
        overall,
        explanation,
        tickers,
        topics,
        events,
        facts,
        checks,
        otherClaims,
        otherViews,
        evidence,
        model,
        warnings);
  }
}
