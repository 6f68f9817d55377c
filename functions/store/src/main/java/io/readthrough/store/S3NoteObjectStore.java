package io.readthrough.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.InvalidObjectStateException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The notes bucket in S3. The role that reads it needs `s3:ListBucket` too: without it S3 answers
/// 403 for an object that is gone, which looks like a fault that may pass.
///
/// What S3 refuses is the object's own matter when it is archived or encrypted with a key that we
/// cannot use. Every other refusal (a role without permission, expired credentials, a clock that is
/// wrong) would meet the next object as well and is thrown: mended once, all of them can be read.
/// Codes: <https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html>.
public final class S3NoteObjectStore implements NoteObjectStore {
  private static final int NOT_FOUND = 404;

  private static final Set<String> USELESS_KEY =
      Set.of(
          "KMS.DisabledException",
          "KMS.InvalidKeyUsageException",
          "KMS.KMSInvalidStateException",
          "KMS.NotFoundException");

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
      return new Content.Found(in.readAllBytes(), in.response().lastModified());
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        return new Content.Missing();
      }
      String refusal = refusal(request, e);
      if (refusal == null) {
        throw e;
      }
      return new Content.Refused(refusal);
    } catch (IOException e) {
      throw new UncheckedIOException("reading an object of " + bucket + " broke off", e);
    }
  }

  /// Why S3 will never give this object out as it lies there; null when it is not the object's
  /// matter.
  private @Nullable String refusal(GetObjectRequest request, S3Exception e) {
    if (e instanceof InvalidObjectStateException archived) {
      String storageClass = archived.storageClassAsString();
      return "It is archived"
          + (storageClass == null ? "" : " (" + storageClass + ")")
          + ", and what is archived cannot be read. Drop it again in the storage class STANDARD.";
    }
    String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
    if (code == null) {
      return null;
    }
    String message = String.valueOf(e.awsErrorDetails().errorMessage());
    if (code.equals("InvalidRequest") && message.contains("Server Side Encryption")) {
      return "It is encrypted with a key that only its sender has (SSE-C). Leave the encryption to"
          + " the bucket and drop it again.";
    }
    if (USELESS_KEY.contains(code)) {
      return undecipherable("a KMS key that cannot be used (" + code + ")");
    }
    if (!code.equals("AccessDenied")) {
      return null;
    }
    if (message.contains("kms:Decrypt")) {
      return undecipherable("a KMS key that we may not use");
    }
    // S3 does not always say whether the object is denied or its key. What the object is, it tells
    // without the key, and to nobody who is denied the object.
    String kmsKey = kmsKey(request);
    return kmsKey == null
        ? null
        : undecipherable("the KMS key '" + kmsKey + "', which we may not use");
  }

  private @Nullable String kmsKey(GetObjectRequest request) {
    try {
      return s3.headObject(
              head ->
                  head.bucket(request.bucket()).key(request.key()).versionId(request.versionId()))
          .ssekmsKeyId();
    } catch (S3Exception e) {
      return null;
    }
  }

  private static String undecipherable(String key) {
    return "It is encrypted with "
        + key
        + ". Leave the encryption to the bucket, or allow the parse function's role kms:Decrypt on"
        + " the key, and drop it again.";
  }
}
