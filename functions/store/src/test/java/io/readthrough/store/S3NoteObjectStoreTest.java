package io.readthrough.store;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3NoteObjectStoreTest extends NoteObjectStoreContract {
  private final InMemoryS3 s3 = new InMemoryS3();

  @Override
  protected NoteObjectStore emptyStore() {
    return new S3NoteObjectStore(s3);
  }

  @Override
  protected void put(String key, byte[] bytes) {
    s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromBytes(bytes));
  }

  @Test
  void throwsWhatMayPass() {
    s3.failWith(503);
    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(() -> emptyStore().read(BUCKET, "firms/acme/inbox/q2.txt", null, 10));
  }
}
