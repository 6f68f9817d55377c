package io.readthrough.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The notes bucket in S3. The role that reads it needs `s3:ListBucket` too: without it S3 answers
/// 403 for an object that is gone, which looks like a fault that may pass.
public final class S3NoteObjectStore implements NoteObjectStore {
  private static final int NOT_FOUND = 404;

  private final S3Client s3;

  public S3NoteObjectStore(S3Client s3) {
    this.s3 = s3;
  }

  @Override
  public Content read(String bucket, String key, @Nullable String versionId, long maxBytes) {
    GetObjectRequest request =
        GetObjectRequest.builder().bucket(bucket).key(key).versionId(versionId).build();
    try (ResponseInputStream<GetObjectResponse> in = s3.getObject(request)) {
      long length = in.response().contentLength();
      if (length > maxBytes) {
        in.abort();
        return new Content.TooLarge(length);
      }
      return new Content.Found(in.readAllBytes());
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        return new Content.Missing();
      }
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("reading an object of " + bucket + " broke off", e);
    }
  }
}
