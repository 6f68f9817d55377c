package io.readthrough.query;

import com.fasterxml.jackson.core.JsonGenerator;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.SentimentLabel;
import io.readthrough.core.note.TopicRelevance;
import io.readthrough.query.FeedCursor.Opened;
import io.readthrough.query.Problem.ParameterError;
import io.readthrough.store.FeedEntry;
import io.readthrough.store.FeedPage;
import io.readthrough.store.FeedPosition;
import io.readthrough.store.FeedQuery;
import io.readthrough.store.NoteStore;
import io.readthrough.store.StoredNote;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `GET /v1/notes`. Asks the store for one page, and for its notes when parts of them are included.
final class FeedEndpoint {
  /// In the order of the document, which error messages follow.
  static final List<String> PARAMETERS =
      List.of(
          "tickers",
          "tickers_all",
          "time_from",
          "time_to",
          "score_gte",
          "score_lte",
          "label",
          "sort",
          "limit",
          "cursor",
          "include");

  static final int MAX_TICKERS = FeedQuery.MAX_TICKERS;
  static final int DEFAULT_LIMIT = 50;
  static final int MAX_LIMIT = 1_000;

  /// The most notes of a page that includes parts of them.
  static final int MAX_LIMIT_WITH_PARTS = NoteStore.MAX_FOUND;

  /// The parts of a note that a page can include, as the note's JSON names them.
  static final List<String> PARTS = List.of("facts", "claims", "evidence", "explanation");

  /// The times that can be asked for.
  static final Instant FIRST_TIME = Instant.parse("1970-01-01T00:00:00Z");

  static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59Z");

  private static final String RELEVANCE_DEFINITION = "0 < x <= 1";
  private static final Pattern TICKER = Pattern.compile("[A-Z0-9][A-Z0-9.:-]{0,31}");
  private static final Map<String, FeedQuery.Order> ORDERS = new LinkedHashMap<>();
  private static final Map<String, SentimentLabel> LABELS = new LinkedHashMap<>();

  private static final Map<String, String> INCLUDABLE = new LinkedHashMap<>();

  static {
    PARTS.forEach(part -> INCLUDABLE.put(part, part));
    ORDERS.put("latest", FeedQuery.Order.LATEST);
    ORDERS.put("earliest", FeedQuery.Order.EARLIEST);
    for (SentimentLabel label : SentimentLabel.values()) {
      LABELS.put(label.printed(), label);
    }
  }

  private final NoteStore notes;
  private final FeedCursor.Seal seal;

  FeedEndpoint(NoteStore notes, FeedCursor.Seal seal) {
    this.notes = notes;
    this.seal = seal;
  }

  Answer answer(FirmId firm, String query, Instant now, String requestId) {
    QueryParameters parameters = new QueryParameters(query, PARAMETERS);
    FeedQuery asked = query(parameters, firm, now);
    Set<String> parts = parameters.setOf("include", INCLUDABLE);
    if (!parts.isEmpty() && asked.limit() > MAX_LIMIT_WITH_PARTS) {
      parameters.wrong(
          "limit",
          "is " + asked.limit() + "; with include it must be from 1 to " + MAX_LIMIT_WITH_PARTS,
          String.valueOf(MAX_LIMIT_WITH_PARTS));
    }
    if (!parameters.errors().isEmpty()) {
      return Problem.invalid(parameters.errors());
    }
    return answer(firm, asked, notes.feed(firm, asked), parts, requestId);
  }

  private FeedQuery query(QueryParameters parameters, FirmId firm, Instant now) {
    Instant from = parameters.time("time_from", FIRST_TIME, LAST_TIME, Instant.MIN);
    Instant to = parameters.time("time_to", FIRST_TIME, LAST_TIME, Instant.MAX);
    if (!from.isBefore(to)) {
      parameters.wrong("time_from", "is " + from + ", which is not before time_to, " + to, null);
    }
    double minScore = parameters.score("score_gte", -1);
    double maxScore = parameters.score("score_lte", 1);
    if (minScore > maxScore) {
      parameters.wrong(
          "score_gte", "is " + minScore + ", which is above score_lte, " + maxScore, null);
    }
    List<String> any = parameters.list("tickers", MAX_TICKERS, FeedEndpoint::tickerFault);
    List<String> all = parameters.list("tickers_all", MAX_TICKERS, FeedEndpoint::tickerFault);
    Set<SentimentLabel> labels = parameters.setOf("label", LABELS);
    FeedQuery.Order order = parameters.oneOf("sort", ORDERS, FeedQuery.Order.LATEST);
    int limit = parameters.integer("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
    FeedQuery first =
        new FeedQuery(any, all, from, to, minScore, maxScore, labels, order, limit, null, now);
    String cursor = parameters.text("cursor");
    if (cursor == null) {
      return first;
    }
    return switch (seal.open(cursor, firm, first)) {
      case Opened.Genuine genuine -> at(first, genuine.cursor());
      case Opened.Refused refused -> {
        parameters.wrong("cursor", refused.detail(), null);
        yield first;
      }
    };
  }

  private static FeedQuery at(FeedQuery first, FeedCursor cursor) {
    return new FeedQuery(
        first.anyTickers(),
        first.allTickers(),
        first.from(),
        first.to(),
        first.minScore(),
        first.maxScore(),
        first.labels(),
        first.order(),
        first.limit(),
        cursor.after(),
        cursor.asOf());
  }

  /// What is wrong with the spelling of a ticker; null when nothing is.
  static @Nullable ParameterError tickerFault(String ticker) {
    if (TICKER.matcher(ticker).matches()) {
      return null;
    }
    String upper = ticker.strip().toUpperCase(Locale.ROOT);
    return new ParameterError(
        "ticker",
        "has "
            + QueryParameters.quoted(ticker)
            + ": a ticker is 1 to 32 of A-Z, 0-9, '.', ':' and '-', such as BRK.B",
        TICKER.matcher(upper).matches() ? upper : null);
  }

  private Answer answer(
      FirmId firm, FeedQuery query, FeedPage page, Set<String> parts, String requestId) {
    Map<NoteId, StoredNote> bodies =
        parts.isEmpty()
            ? Map.of()
            : notes.find(firm, page.entries().stream().map(FeedEntry::noteId).toList());
    List<String> items = new ArrayList<>();
    StringBuilder identity = new StringBuilder().append(String.join(",", parts)).append(';');
    long bytes = 0;
    FeedPosition next = page.next();
    for (FeedEntry entry : page.entries()) {
      String item = JsonText.object(out -> write(entry, parts, bodies, out));
      bytes += JsonText.quotedBytes(item);
      if (bytes > ApiResponse.MAX_BODY_BYTES * 9 / 10 && !items.isEmpty()) {
        // The rest goes on the next page: a response has a size limit of its own.
        FeedEntry last = page.entries().get(items.size() - 1);
        next = FeedPosition.of(last);
        break;
      }
      items.add(item);
      identity.append(entry.noteId()).append(entry.revision()).append(',');
      StoredNote body = bodies.get(entry.noteId());
      identity.append(body == null ? "" : body.revision()).append(',');
    }
    String nextCursor =
        next == null ? null : seal.seal(new FeedCursor(next, query.asOf()), firm, query);
    String json =
        JsonText.object(
            out -> {
              out.writeStringField("request_id", requestId);
              out.writeStringField("as_of", query.asOf().toString());
              out.writeNumberField("items", items.size());
              out.writeStringField("next_cursor", nextCursor);
              out.writeStringField("sentiment_score_definition", SentimentLabel.BANDS);
              out.writeStringField("relevance_score_definition", RELEVANCE_DEFINITION);
              out.writeArrayFieldStart("feed");
              for (String item : items) {
                out.writeRawValue(item);
              }
              out.writeEndArray();
            });
    return Answer.Found.own(json, firm, identity, next == null ? "end" : next);
  }

  private static void write(
      FeedEntry entry, Set<String> parts, Map<NoteId, StoredNote> bodies, JsonGenerator out)
      throws IOException {
    out.writeStringField("note_id", entry.noteId().value());
    out.writeStringField("title", entry.title());
    out.writeStringField("summary", entry.summary());
    Instant published = entry.publishedAt();
    out.writeStringField("published_at", published == null ? null : published.toString());
    out.writeStringField("available_at", entry.availableAt().toString());
    out.writeNumberField("overall_sentiment_score", entry.score());
    out.writeStringField("overall_sentiment_label", SentimentLabel.of(entry.score()).printed());
    out.writeArrayFieldStart("topics");
    for (TopicRelevance topic : entry.topics()) {
      out.writeStartObject();
      out.writeStringField("topic", topic.topic());
      out.writeNumberField("relevance_score", topic.relevance());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("ticker_sentiment");
    for (FeedEntry.Ticker ticker : entry.tickers()) {
      out.writeStartObject();
      out.writeStringField("ticker", ticker.ticker());
      out.writeNumberField("relevance_score", ticker.relevance());
      out.writeNumberField("ticker_sentiment_score", ticker.score());
      out.writeStringField("ticker_sentiment_label", SentimentLabel.of(ticker.score()).printed());
      out.writeEndObject();
    }
    out.writeEndArray();
    if (!parts.isEmpty()) {
      writeParts(parts, bodies.get(entry.noteId()), out);
    }
  }

  /// The parts of a note as they are stored. A note that is replaced or removed just now, or that
  /// the table did not answer in time, has none: null, with the reason.
  private static void writeParts(Set<String> parts, @Nullable StoredNote body, JsonGenerator out)
      throws IOException {
    byte[] json = body == null ? null : body.json();
    if (json != null) {
      JsonText.copyFields(json, parts, out);
      return;
    }
    for (String part : parts) {
      out.writeNullField(part);
    }
    out.writeStringField(
        "include_reason",
        body == null
            ? "the note was not read in time: ask for it by its id"
            : "the note is " + body.status().name().toLowerCase(Locale.ROOT) + " since");
  }
}
