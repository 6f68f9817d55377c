package io.readthrough.store;

import io.readthrough.core.note.FirmId;
import io.readthrough.core.note.NoteId;
import io.readthrough.core.note.NoteSource;
import io.readthrough.core.note.ParseOutcome;
import io.readthrough.core.note.Sequencer;
import io.readthrough.store.json.ParseOutcomeJson;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The parsed bucket in S3.
public final class S3ParsedNoteStore implements ParsedNoteStore {
  /// What S3 deletes in one request.
  private static final int MOST_DELETED = 1_000;

  private final S3Client s3;
  private final String bucket;

  public S3ParsedNoteStore(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public void put(ParseOutcome outcome) {
    NoteSource source = outcome.source();
    String key = ParsedNoteStore.key(source.firm(), source.noteId(), source.object().sequencer());
    s3.putObject(
        request -> request.bucket(bucket).key(key).contentType("application/json"),
        RequestBody.fromBytes(ParseOutcomeJson.write(outcome)));
  }

  @Override
  public Optional<ParseOutcome> get(String key) {
    byte[] json;
    try {
      json = s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArrayUnsafe();
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
    return Optional.of(ParseOutcomeJson.read(json));
  }

  @Override
  public List<String> keysBefore(FirmId firm, NoteId noteId, Sequencer before) {
    String prefix = ParsedNoteStore.prefix(firm, noteId);
    return s3
        .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
        .contents()
        .stream()
        .map(S3Object::key)
        .filter(key -> ParsedNoteStore.isBefore(key, prefix, before))
        .toList();
  }

  @Override
  public void deleteBefore(FirmId firm, NoteId noteId, Sequencer before) {
    List<String> keys = keysBefore(firm, noteId, before);
    for (int i = 0; i < keys.size(); i += MOST_DELETED) {
      delete(keys.subList(i, Math.min(keys.size(), i + MOST_DELETED)));
    }
  }

  private void delete(List<String> keys) {
    List<ObjectIdentifier> objects =
        keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
    DeleteObjectsResponse response =
        s3.deleteObjects(
            request -> request.bucket(bucket).delete(d -> d.objects(objects).quiet(true)));
    if (response.hasErrors()) {
      throw new IllegalStateException(
          "parse outcomes of bucket "
              + bucket
              + " are not deleted: "
              + response.errors().getFirst().code());
    }
  }
}
