package io.readthrough.store;

import io.readthrough.core.note.FirmId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Reference files in S3. What was read last is kept in the parsed bucket, under `reference/` and
/// the file's key, where no notification speaks of it.
public final class S3ReferenceStore implements ReferenceStore {
  private static final int PRECONDITION_FAILED = 412;
  private static final String KEPT = "reference/";

  /// Metadata of a kept content: the ETag of the file that it is the content of.
  private static final String SOURCE = "source-etag";

  private final S3Client s3;
  private final String notesBucket;
  private final String parsedBucket;

  public S3ReferenceStore(S3Client s3, String notesBucket, String parsedBucket) {
    this.s3 = s3;
    this.notesBucket = notesBucket;
    this.parsedBucket = parsedBucket;
  }

  @Override
  public List<ReferenceFile> list(FirmId firm) {
    return s3
        .listObjectsV2(
            request ->
                request
                    .bucket(notesBucket)
                    .prefix(ReferenceStore.prefix(firm))
                    // The marker of the folder itself comes first where there is one.
                    .maxKeys(MOST_FILES + 2))
        .contents()
        .stream()
        .filter(object -> !ReferenceStore.isFolder(object.key()))
        .limit(MOST_FILES + 1)
        .map(object -> new ReferenceFile(object.key(), object.eTag(), object.size()))
        .toList();
  }

  @Override
  public Optional<byte[]> read(ReferenceFile file) {
    try {
      return Optional.of(
          s3.getObjectAsBytes(
                  request -> request.bucket(notesBucket).key(file.key()).ifMatch(file.etag()))
              .asByteArrayUnsafe());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public void keep(ReferenceFile file, byte[] content) {
    if (file.etag().equals(keptSource(file))) {
      return;
    }
    s3.putObject(
        request ->
            request
                .bucket(parsedBucket)
                .key(KEPT + file.key())
                .metadata(Map.of(SOURCE, file.etag())),
        RequestBody.fromBytes(content));
  }

  private String keptSource(ReferenceFile file) {
    try {
      return s3.headObject(request -> request.bucket(parsedBucket).key(KEPT + file.key()))
          .metadata()
          .getOrDefault(SOURCE, "");
    } catch (NoSuchKeyException e) {
      return "";
    }
  }

  @Override
  public Optional<byte[]> kept(ReferenceFile file) {
    try {
      return Optional.of(
          s3.getObjectAsBytes(request -> request.bucket(parsedBucket).key(KEPT + file.key()))
              .asByteArrayUnsafe());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }
}
