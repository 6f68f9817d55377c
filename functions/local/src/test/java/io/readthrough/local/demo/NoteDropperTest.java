package io.readthrough.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ScorerModel;
import io.readthrough.local.demo.NoteDropper.Dropped;
import io.readthrough.local.endpoint.Loopback;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

class NoteDropperTest {
  private static final FirmId FIRM = new FirmId("demo");
  private static final byte[] CONTENT = "what is in it".getBytes(UTF_8);
  private static final String ETAG = "ce8f94d11db03d640404ee67f45ae694";
  private static final NoteId ARCHIVE = NoteId.of(FIRM, "firms/demo/inbox/two.zip");
  private static final NoteId PART = NoteId.of(FIRM, "firms/demo/inbox/two.zip", "a.txt");

  /// What the API answers, by path.
  private final Map<String, String> answers = new ConcurrentHashMap<>();

  private final Bucket bucket = new Bucket();
  private HttpServer server;
  private ApiClient api;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(Loopback.address(0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String answer = answers.get(exchange.getRequestURI().getPath());
            byte[] body = (answer == null ? "{}" : answer).getBytes(UTF_8);
            exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    api = new ApiClient(Loopback.uri(server.getAddress().getPort()), "token");
  }

  @AfterEach
  void stop() {
    api.close();
    server.stop(0);
  }

  @Test
  void anObjectThatOnlyHoldsNotesIsNotTakenForAScoredOne() throws IOException {
    Dropped dropped = drop("new");
    assertThat(dropped.answer()).isInstanceOf(Answer.Unpacked.class);
    List<String> lines = AnswerTable.lines(List.of(dropped));
    assertThat(lines.getLast())
        .contains("two.zip", "unpacked", "It holds 1 note.")
        .doesNotContain("0.00");
  }

  @Test
  void itIsDroppedAgainOnlyWhereAPartWasScoredByAnotherModel() throws IOException {
    drop("new");
    assertThat(bucket.puts).isEqualTo(1);

    assertThat(drop("new").time()).isEmpty();
    assertThat(bucket.puts).isEqualTo(1);

    assertThat(drop("newer").time()).isPresent();
    assertThat(bucket.puts).isEqualTo(2);
  }

  /// Drops an archive whose part is answered as one that the model "new" has scored.
  ///
  /// @param model that the pipeline scores with
  private Dropped drop(String model) throws IOException {
    answers.put(
        path(PART), "{\"status\":\"scored\",\"revision\":1,\"model\":{\"digest\":\"new\"}}");
    return new NoteDropper(bucket, "notes", api, FIRM, new ScorerModel("readthrough", "1", model))
        .drop("two.zip", CONTENT);
  }

  private static String path(NoteId noteId) {
    return "/v1/notes/" + noteId;
  }

  /// Keeps one object, and has each drop answered as a new revision that was unpacked.
  private final class Bucket implements S3Client {
    private int puts;

    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody content) {
      puts++;
      answers.put(
          path(ARCHIVE),
          """
          {"status":"unpacked","revision":%d,"detail":"It holds 1 note.","parts":["%s"]}
          """
              .formatted(puts, PART));
      return PutObjectResponse.builder().build();
    }

    @Override
    public HeadObjectResponse headObject(HeadObjectRequest request) {
      if (puts == 0) {
        throw NoSuchKeyException.builder().build();
      }
      return HeadObjectResponse.builder().eTag('"' + ETAG + '"').build();
    }

    @Override
    public String serviceName() {
      return "s3";
    }

    @Override
    public void close() {}
  }
}
