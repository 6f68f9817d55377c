package io.readthrough.local.pipeline;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.readthrough.local.api.TokenIssuer;
import io.readthrough.local.lambda.FunctionPackage;
import io.readthrough.parse.ParseHandler;
import io.readthrough.query.QueryHandler;
import io.readthrough.score.ScoreHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Where the functions' zips are.
///
/// @param functions the folder with a folder for each function, as the build leaves it
/// @param unpacked takes what is in the zips
/// @param log takes what the functions' processes print
public record Packages(Path functions, Path unpacked, Path log) {
  /// Parse, score and query, each with the environment that template.yaml gives it.
  ///
  /// @param cursorKey the secret that authenticates cursors
  public List<FunctionPackage> all(Resources resources, String cursorKey) throws IOException {
    return List.of(
        unpack(
            "parse",
            ParseHandler.class,
            Map.of(
                "NOTES_BUCKET", resources.notesBucket(),
                "PARSED_BUCKET", resources.parsedBucket())),
        unpack(
            "score",
            ScoreHandler.class,
            Map.of(
                "NOTES_BUCKET", resources.notesBucket(),
                "PARSED_BUCKET", resources.parsedBucket(),
                "TABLE_NAME", resources.table())),
        unpack(
            "query",
            QueryHandler.class,
            Map.of(
                "PARSED_BUCKET",
                resources.parsedBucket(),
                "TABLE_NAME",
                resources.table(),
                "FIRM_CLAIM",
                TokenIssuer.FIRM_CLAIM,
                "REQUIRED_SCOPE",
                TokenIssuer.SCOPE,
                "CURSOR_KEY",
                cursorKey)));
  }

  private FunctionPackage unpack(
      String name, Class<? extends RequestStreamHandler> handler, Map<String, String> environment)
      throws IOException {
    return FunctionPackage.unpack(
        name,
        functions.resolve(name).resolve("target").resolve(name + ".zip"),
        unpacked,
        handler.getName(),
        environment);
  }
}
