package io.readthrough.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.ScorerModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Drops notes into a firm's inbox through the S3 API and waits until the HTTP API answers for
/// them.
public final class NoteDropper {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(2);
  private static final int OK = 200;

  private final S3Client s3;
  private final String bucket;
  private final ApiClient api;
  private final FirmId firm;
  private final ScorerModel model;

  /// @param model that the pipeline scores with: a note that another one scored is dropped again
  public NoteDropper(S3Client s3, String bucket, ApiClient api, FirmId firm, ScorerModel model) {
    this.s3 = s3;
    this.bucket = bucket;
    this.api = api;
    this.firm = firm;
    this.model = model;
  }

  /// What came of a file.
  ///
  /// @param time from the drop to the answer; empty when the same content lay there already, scored
  ///   by the same model, and was not dropped again
  public record Dropped(String filename, NoteId noteId, Answer answer, Optional<Duration> time) {}

  /// Drops a file, unless the same content lies there already, and waits for the answer.
  public Dropped drop(Path file) throws IOException {
    MessageDigest md5 = md5();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), md5)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return drop(file.getFileName().toString(), md5, RequestBody.fromFile(file));
  }

  /// Drops a note under a file's name, unless the same content lies there already, and waits for
  /// the answer.
  public Dropped drop(String filename, byte[] content) throws IOException {
    MessageDigest md5 = md5();
    md5.update(content);
    return drop(filename, md5, RequestBody.fromBytes(content));
  }

  private Dropped drop(String filename, MessageDigest md5, RequestBody content) throws IOException {
    String key = key(firm, filename);
    NoteId noteId = NoteId.of(firm, key);
    int before = revision(api.get(path(noteId)));
    if (HexFormat.of().formatHex(md5.digest()).equals(etag(key))) {
      Answer answer = await(noteId, 0);
      if (!isOutdated(answer)) {
        return new Dropped(filename, noteId, answer, Optional.empty());
      }
    }
    long start = System.nanoTime();
    s3.putObject(p -> p.bucket(bucket).key(key), content);
    Answer answer = await(noteId, before);
    return new Dropped(
        filename, noteId, answer, Optional.of(Duration.ofNanos(System.nanoTime() - start)));
  }

  /// Whether another model scored it, or a note that it holds.
  private boolean isOutdated(Answer answer) throws IOException {
    return switch (answer) {
      case Answer.Scored scored ->
          !scored.note().path("model").path("digest").asText().equals(model.digest());
      case Answer.Unpacked unpacked -> isAnyOutdated(unpacked.parts());
      case Answer.Rejected _, Answer.Absent _ -> false;
    };
  }

  private boolean isAnyOutdated(List<NoteId> parts) throws IOException {
    for (NoteId part : parts) {
      ApiClient.Reply reply = api.get(path(part));
      if (reply.status() == OK && isOutdated(answer(reply.body()))) {
        return true;
      }
    }
    return false;
  }

  /// The key of a file in a firm's inbox.
  public static String key(FirmId firm, String filename) {
    return "firms/" + firm + "/inbox/" + filename;
  }

  private static String path(NoteId noteId) {
    return "/v1/notes/" + noteId;
  }

  private Answer await(NoteId noteId, int revision) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    ApiClient.Reply reply = api.get(path(noteId));
    while (revision(reply) <= revision) {
      if (System.nanoTime() > end) {
        return new Answer.Absent(
            "the API still answers "
                + reply.status()
                + " after "
                + PATIENCE.toSeconds()
                + " s: "
                + reply.body().path("detail").asText());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      reply = api.get(path(noteId));
    }
    return answer(reply.body());
  }

  /// What the API says of a note that it knows.
  private static Answer answer(JsonNode note) {
    return switch (note.path("status").asText()) {
      case "rejected" ->
          new Answer.Rejected(note.path("reason").asText(), note.path("detail").asText());
      case "unpacked" -> {
        List<NoteId> parts = new ArrayList<>();
        note.path("parts").forEach(part -> parts.add(new NoteId(part.asText())));
        yield new Answer.Unpacked(note.path("detail").asText(), parts);
      }
      default -> new Answer.Scored(note);
    };
  }

  /// The revision that the API answers with; 0 where it has none.
  private static int revision(ApiClient.Reply reply) {
    return reply.status() == OK ? reply.body().path("revision").asInt() : 0;
  }

  private String etag(String key) {
    try {
      return s3.headObject(h -> h.bucket(bucket).key(key)).eTag().replace("\"", "");
    } catch (NoSuchKeyException e) {
      return "";
    }
  }

  /// What S3 makes the etag of an object of, that was put in one part.
  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }
}
