package io.readthrough.query;

import static io.readthrough.store.log.JsonLog.field;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.readthrough.core.note.FirmId;
import io.readthrough.query.Problem.Kind;
import io.readthrough.store.AwsClients;
import io.readthrough.store.DynamoDbNoteStore;
import io.readthrough.store.NoteStore;
import io.readthrough.store.ParsedNoteStore;
import io.readthrough.store.S3ParsedNoteStore;
import io.readthrough.store.log.JsonLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// The query function: an HTTP API event in, a response out, both in API Gateway's payload format
/// 2.0. The firm is the one that the verified token names; no parameter can change it.
///
/// A call asks the stores a bounded number of times: `/v1/notes` for one page of the feed (see
/// [io.readthrough.store.NoteStore#feed]: at most 41 requests to the table), and where it includes
/// parts of notes [io.readthrough.store.NoteStore#MAX_FIND_REQUESTS] more,
/// `/v1/tickers/{ticker}/sentiment` for at most [TickerEndpoint#MAX_PAGES] pages, its `/timeseries`
/// once, `/v1/notes/{note_id}` for one item, or two where an older revision is asked for, its
/// `/text` for one object more, the rest for nothing.
public final class QueryHandler implements RequestStreamHandler {
  /// Shorter than the function's own time-out, so that a store out of reach is an answer still.
  private static final Duration CALL = Duration.ofSeconds(7);

  private static final String ALLOWED_METHODS = "GET, OPTIONS";

  private final QuerySettings settings;
  private final InstantSource clock;
  private final JsonLog log;
  private final FeedEndpoint feed;
  private final NoteEndpoint notes;
  private final TickerEndpoint tickers;
  private final TimeSeriesEndpoint timeSeries;
  private final Answer.Found health;
  private final Answer.Found openApi;

  /// Reads the settings from the environment, for Lambda.
  public QueryHandler() {
    this(QuerySettings.fromEnvironment());
    Priming.run();
  }

  private QueryHandler(QuerySettings settings) {
    this(
        new DynamoDbNoteStore(AwsClients.dynamoDb(CALL).build(), settings.tableName()),
        new S3ParsedNoteStore(AwsClients.s3(CALL).build(), settings.parsedBucket()),
        settings,
        InstantSource.system());
  }

  /// Answers from these stores.
  public QueryHandler(
      NoteStore notes, ParsedNoteStore parsed, QuerySettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.log = JsonLog.standard();
    this.feed = new FeedEndpoint(notes, new FeedCursor.Seal(settings.cursorKey()));
    this.notes = new NoteEndpoint(notes, parsed);
    this.tickers = new TickerEndpoint(notes);
    this.timeSeries = new TimeSeriesEndpoint(notes);
    this.health =
        Answer.Found.forEverybody(JsonText.object(out -> out.writeStringField("status", "ok")));
    this.openApi = Answer.Found.forEverybody(OpenApiDocument.published());
  }

  @Override
  public void handleRequest(InputStream event, OutputStream output, Context context)
      throws IOException {
    handle(event, output, context.getAwsRequestId());
  }

  void handle(InputStream event, OutputStream output, String invocationId) throws IOException {
    respond(event, invocationId).write(output);
  }

  private ApiResponse respond(InputStream event, String invocationId) throws IOException {
    String requestId = invocationId;
    try {
      ApiRequest request = ApiRequest.read(event);
      if (request.id() != null) {
        requestId = request.id();
      }
      return ApiResponse.of(answer(request, requestId), requestId, request.header("if-none-match"));
    } catch (RuntimeException e) {
      log.error("request_failed", e, field("request_id", requestId));
      return ApiResponse.of(fault(e), requestId, "");
    }
  }

  private Answer answer(ApiRequest request, String requestId) {
    Route route = Route.of(request.path());
    return switch (route) {
      case Route.Unknown unknown ->
          Problem.of(
              Kind.NOT_FOUND,
              "there is no path "
                  + QueryParameters.quoted(request.path())
                  + "; /v1/openapi.json lists the paths that there are");
      case Route.Known known -> answer(known, request, requestId);
    };
  }

  private Answer answer(Route.Known route, ApiRequest request, String requestId) {
    if (request.method().equals("OPTIONS")) {
      return new Answer.Methods(ALLOWED_METHODS);
    }
    if (!request.method().equals("GET")) {
      return Problem.of(
              Kind.METHOD_NOT_ALLOWED,
              "the method is "
                  + QueryParameters.quoted(request.method())
                  + "; this path has "
                  + ALLOWED_METHODS)
          .with("allow", ALLOWED_METHODS);
    }
    if (!Accept.json(request.header("accept"))) {
      return Problem.of(
          Kind.NOT_ACCEPTABLE,
          "Accept is "
              + QueryParameters.quoted(request.header("accept"))
              + "; leave it out, or accept application/json");
    }
    return switch (route) {
      case Route.Health health -> withoutParameters(request, this.health);
      case Route.OpenApi openApi -> withoutParameters(request, this.openApi);
      case Route.Secured secured ->
          switch (Tenant.of(request.jwt(), settings)) {
            case Tenant.Nobody nobody -> nobody.why();
            case Tenant.Firm firm -> answer(secured, firm.id(), request.query(), requestId);
          };
    };
  }

  private static Answer withoutParameters(ApiRequest request, Answer answer) {
    List<Problem.ParameterError> errors = new QueryParameters(request.query(), List.of()).errors();
    return errors.isEmpty() ? answer : Problem.invalid(errors);
  }

  private Answer answer(Route.Secured route, FirmId firm, String query, String requestId) {
    return switch (route) {
      case Route.Feed all -> feed.answer(firm, query, clock.instant(), requestId);
      case Route.Note note -> notes.answer(firm, note.noteId(), query);
      case Route.NoteText text -> notes.textAnswer(firm, text.noteId(), query);
      case Route.Ticker ticker ->
          tickers.answer(firm, ticker.ticker(), query, clock.instant(), requestId);
      case Route.TimeSeries ticker ->
          timeSeries.answer(firm, ticker.ticker(), query, clock.instant(), requestId);
    };
  }

  /// A store that is throttled, slow or out of reach is worth another try; anything else is a fault
  /// of ours, or of the deployment.
  private static Problem fault(RuntimeException e) {
    boolean passes =
        switch (e) {
          case AwsServiceException service ->
              service.statusCode() >= 500 || service.isThrottlingException();
          case SdkException client -> true;
          default -> false;
        };
    return passes
        ? Problem.of(Kind.UNAVAILABLE, "a store did not answer in time: try again")
            .with("retry-after", "1")
        : Problem.of(
            Kind.INTERNAL,
            "the request failed on a fault of ours; its request id finds the cause in the log");
  }
}
