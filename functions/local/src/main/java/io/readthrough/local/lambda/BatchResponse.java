package io.readthrough.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/// What a function that reports batch item failures answers: which messages must come again.
final class BatchResponse {
  private static final JsonMapper JSON = new JsonMapper();

  private BatchResponse() {}

  /// The ids of the messages of `batch` that failed. As Lambda reads it: no answer and no list mean
  /// that none failed; an answer that is not understood, or names no message of the batch, that all
  /// did.
  static Set<String> failures(byte[] answer, Set<String> batch) {
    if (answer.length == 0) {
      return Set.of();
    }
    Set<String> failed = new HashSet<>();
    try {
      for (JsonNode failure : JSON.readTree(answer).path("batchItemFailures")) {
        failed.add(failure.path("itemIdentifier").asText());
      }
    } catch (IOException e) {
      return batch;
    }
    return batch.containsAll(failed) ? failed : batch;
  }
}
