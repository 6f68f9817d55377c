package io.readthrough.local.pipeline;

import io.readthrough.core.score.NoteScorer;
import io.readthrough.local.api.TokenIssuer;
import io.readthrough.local.endpoint.Aws;
import io.readthrough.local.lambda.FunctionException;
import io.readthrough.local.lambda.FunctionPackage;
import io.readthrough.local.lambda.InProcessFunction;
import io.readthrough.local.lambda.LambdaFunction;
import io.readthrough.local.lambda.ProcessFunction;
import io.readthrough.parse.ParseHandler;
import io.readthrough.query.QueryHandler;
import io.readthrough.query.QuerySettings;
import io.readthrough.score.ScoreHandler;
import io.readthrough.store.DynamoDbNoteStore;
import io.readthrough.store.NoteStore;
import io.readthrough.store.ParsedNoteStore;
import io.readthrough.store.S3NoteObjectStore;
import io.readthrough.store.S3ParsedNoteStore;
import io.readthrough.store.S3ReferenceStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// The three functions, deployed one way or the other.
public record Functions(LambdaFunction parse, LambdaFunction score, LambdaFunction query)
    implements AutoCloseable {
  /// The handlers in this JVM.
  ///
  /// @param cursorKey the secret that authenticates cursors
  public static Functions inProcess(
      Aws aws, Resources resources, NoteScorer scorer, String cursorKey, InstantSource clock) {
    S3Client s3 = aws.s3Client();
    DynamoDbClient dynamoDb = aws.dynamoDbClient();
    ParsedNoteStore parsed = new S3ParsedNoteStore(s3, resources.parsedBucket());
    NoteStore notes = new DynamoDbNoteStore(dynamoDb, resources.table());
    return new Functions(
        new InProcessFunction(
            "parse", new ParseHandler(new S3NoteObjectStore(s3), parsed, resources.notesBucket())),
        new InProcessFunction(
            "score",
            new ScoreHandler(
                parsed,
                new S3ReferenceStore(s3, resources.notesBucket(), resources.parsedBucket()),
                notes,
                scorer,
                clock)),
        new InProcessFunction(
            "query",
            new QueryHandler(
                notes,
                parsed,
                new QuerySettings(
                    resources.table(),
                    resources.parsedBucket(),
                    TokenIssuer.FIRM_CLAIM,
                    Optional.of(TokenIssuer.SCOPE),
                    cursorKey),
                clock)));
  }

  /// Each function as a process of its own, from its zip.
  public static Functions processes(
      Aws aws, Resources resources, Packages packages, String cursorKey)
      throws IOException, FunctionException {
    List<ProcessFunction> started = new ArrayList<>();
    try {
      for (FunctionPackage each : packages.all(resources, cursorKey)) {
        started.add(ProcessFunction.start(each, aws, packages.log()));
      }
    } catch (IOException | FunctionException e) {
      started.forEach(ProcessFunction::close);
      throw e;
    }
    return new Functions(started.get(0), started.get(1), started.get(2));
  }

  @Override
  public void close() throws IOException {
    parse.close();
    score.close();
    query.close();
  }
}
