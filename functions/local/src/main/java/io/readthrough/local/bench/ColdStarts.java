package io.readthrough.local.bench;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.Sequencer;
import io.readthrough.local.endpoint.ObjectChange;
import io.readthrough.local.lambda.FunctionException;
import io.readthrough.local.lambda.FunctionPackage;
import io.readthrough.local.lambda.ProcessFunction;
import io.readthrough.local.pipeline.Packages;
import io.readthrough.local.pipeline.Pipeline;
import io.readthrough.store.ParsedNoteStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The cold starts of the functions beside an empty one's, as Lambda has them: a process of the
/// runtime interface client for each, whose first event is a real one.
public final class ColdStarts {
  private final Pipeline pipeline;
  private final Packages packages;
  private final FirmId firm;
  private final String key;

  /// @param key of a note of `firm` that the pipeline has answered for
  public ColdStarts(Pipeline pipeline, Packages packages, FirmId firm, String key) {
    this.pipeline = pipeline;
    this.packages = packages;
    this.firm = firm;
    this.key = key;
  }

  /// One function's.
  ///
  /// @param init from the start of the process to its asking for its first event
  /// @param firstCall from then to its answer
  /// @param total of both
  public record Result(Timings init, Timings firstCall, Timings total) {}

  /// Starts each function so many times.
  ///
  /// @param cursorKey any secret of 32 characters
  public Map<String, Result> measure(int times, String cursorKey)
      throws IOException, FunctionException {
    Map<String, Result> results = new LinkedHashMap<>();
    FunctionPackage empty = FunctionPackage.empty(packages.unpacked());
    results.put(empty.name(), measure(empty, "{}", times));
    List<FunctionPackage> functions = packages.all(pipeline.resources(), cursorKey);
    List<String> events = List.of(parseEvent(), scoreEvent(), queryEvent());
    for (int i = 0; i < functions.size(); i++) {
      results.put(functions.get(i).name(), measure(functions.get(i), events.get(i), times));
    }
    return results;
  }

  private Result measure(FunctionPackage function, String event, int times)
      throws IOException, FunctionException {
    Duration[] inits = new Duration[times];
    Duration[] calls = new Duration[times];
    Duration[] totals = new Duration[times];
    for (int i = 0; i < times; i++) {
      try (ProcessFunction process =
          ProcessFunction.start(function, pipeline.aws(), packages.log())) {
        inits[i] = process.init();
        long start = System.nanoTime();
        var _ = process.invoke(event.getBytes(StandardCharsets.UTF_8));
        calls[i] = Duration.ofNanos(System.nanoTime() - start);
        totals[i] = inits[i].plus(calls[i]);
      }
    }
    return new Result(Timings.of(inits), Timings.of(calls), Timings.of(totals));
  }

  private String parseEvent() {
    try (S3Client s3 = pipeline.aws().s3Client()) {
      String bucket = pipeline.resources().notesBucket();
      HeadObjectResponse object = s3.headObject(h -> h.bucket(bucket).key(key));
      return created(bucket, key, object.contentLength(), object.eTag());
    }
  }

  private String scoreEvent() {
    try (S3Client s3 = pipeline.aws().s3Client()) {
      String bucket = pipeline.resources().parsedBucket();
      S3Object outcome =
          s3.listObjectsV2(
                  l -> l.bucket(bucket).prefix(ParsedNoteStore.prefix(firm, NoteId.of(firm, key))))
              .contents()
              .getLast();
      return created(bucket, outcome.key(), outcome.size(), outcome.eTag());
    }
  }

  private String queryEvent() {
    return """
    {"version": "2.0", "rawPath": "/v1/notes/%s", "rawQueryString": "", "headers": {},
     "requestContext": {"requestId": "bench", "http": {"method": "GET"}, "authorizer": {"jwt":
       {"claims": {"firm": "%s", "scope": "notes:read"}, "scopes": null}}}}
    """
        .formatted(NoteId.of(firm, key), firm);
  }

  /// Older than any event of the object: that it is handled once more changes nothing.
  private static String created(String bucket, String key, long size, String etag) {
    return new ObjectChange.Created(
            bucket, key, new Sequencer("0"), Instant.now(), "Put", size, etag.replace("\"", ""))
        .toJson();
  }
}
