package io.readthrough.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.readthrough.store.NoteObjectStore.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.InvalidObjectStateException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.StorageClass;

class S3NoteObjectStoreTest extends NoteObjectStoreContract {
  private static final String KEY = "firms/acme/inbox/q2.txt";

  private final InMemoryS3 s3 = new InMemoryS3();

  @Override
  protected NoteObjectStore emptyStore() {
    return new S3NoteObjectStore(s3);
  }

  @Override
  protected void put(String key, byte[] bytes) {
    s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromBytes(bytes));
  }

  @ParameterizedTest
  @CsvSource({
    "500, InternalError",
    "503, SlowDown",
    "400, RequestTimeout",
    "400, ExpiredToken",
    "403, RequestTimeTooSkewed",
    "403, InvalidAccessKeyId",
    "400, InvalidRequest",
    "400, KMS.ThrottlingException"
  })
  void throwsWhatMayPass(int status, String code) {
    put(KEY, "Margin rose.".getBytes(UTF_8));
    s3.failReads(error(status, code, "a fault of the test"));
    assertThatExceptionOfType(S3Exception.class).isThrownBy(this::read);
  }

  @Test
  void anArchivedObjectIsRefused() {
    put(KEY, "Margin rose.".getBytes(UTF_8));
    s3.failReads(
        InvalidObjectStateException.builder()
            .storageClass(StorageClass.DEEP_ARCHIVE)
            .statusCode(403)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("InvalidObjectState").build())
            .build());
    assertThat(refusal()).contains("archived", "DEEP_ARCHIVE", "STANDARD");
  }

  @Test
  void anObjectWhoseKeyIsDeniedIsRefusedWhateverTheErrorSays() {
    put(KEY, "Margin rose.".getBytes(UTF_8));
    s3.encrypt(BUCKET, KEY, "arn:aws:kms:eu-west-1:1:key/their-own");
    s3.failReads(error(403, "AccessDenied", "Access Denied"));
    assertThat(refusal()).contains("arn:aws:kms:eu-west-1:1:key/their-own", "kms:Decrypt");
  }

  @ParameterizedTest
  @CsvSource({
    "403, AccessDenied, User is not authorized to perform: kms:Decrypt on the resource",
    "400, KMS.DisabledException, The key is disabled",
    "400, KMS.NotFoundException, No such key",
    "400, KMS.KMSInvalidStateException, The key is pending deletion"
  })
  void anObjectWhoseKeyCannotBeUsedIsRefused(int status, String code, String message) {
    s3.failWith(403);
    s3.failReads(error(status, code, message));
    assertThat(refusal()).contains("KMS", "drop it again");
  }

  @Test
  void anObjectUnderACustomersOwnKeyIsRefused() {
    s3.failReads(
        error(
            400,
            "InvalidRequest",
            "The object was stored using a form of Server Side Encryption. The correct parameters"
                + " must be provided to retrieve the object."));
    assertThat(refusal()).contains("SSE-C", "drop it again");
  }

  @Test
  void aRoleThatMayNotReadIsAFaultThatMayPass() {
    put(KEY, "Margin rose.".getBytes(UTF_8));
    s3.failWith(403);
    s3.failReads(error(403, "AccessDenied", "Access Denied"));
    assertThatExceptionOfType(S3Exception.class).isThrownBy(this::read);
  }

  @Test
  void anObjectThatIsDeniedAndUnderNoKeyIsAFaultThatMayPass() {
    put(KEY, "Margin rose.".getBytes(UTF_8));
    s3.failReads(error(403, "AccessDenied", "Access Denied"));
    assertThatExceptionOfType(S3Exception.class).isThrownBy(this::read);
  }

  private Content read() {
    return emptyStore().read(BUCKET, KEY, null, 100);
  }

  private String refusal() {
    Content content = read();
    assertThat(content).isInstanceOf(Content.Refused.class);
    return ((Content.Refused) content).detail();
  }

  private static AwsServiceException error(int status, String code, String message) {
    return S3Exception.builder()
        .statusCode(status)
        .message(message)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .build();
  }
}
