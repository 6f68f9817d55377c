package io.readthrough.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// As much of S3 as the adapters ask for, in memory.
final class InMemoryS3 implements S3Client {
  /// Keys on a page of a listing that asks for no number; S3 has 1,000.
  static final int PAGE = 3;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Stored(byte[] bytes, Map<String, String> metadata) {
    String etag() {
      return '"' + Integer.toHexString(Arrays.hashCode(bytes)) + '"';
    }
  }

  private final SortedMap<String, Stored> objects = new TreeMap<>();
  private final Map<String, String> keys = new HashMap<>();
  private @Nullable AwsServiceException failure;
  private boolean headFails;

  /// Answers every read with a status from now on.
  void failWith(int status) {
    failReads(S3Exception.builder().statusCode(status).message("a fault of the test").build());
    headFails = true;
  }

  /// Answers every read of an object with an error from now on, and still tells what it is.
  void failReads(AwsServiceException error) {
    failure = error;
  }

  /// Has an object encrypted with a key of KMS.
  void encrypt(String bucket, String key, String kmsKey) {
    keys.put(path(bucket, key), kmsKey);
  }

  int size() {
    return objects.size();
  }

  @Override
  public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
    try {
      objects.put(
          path(request.bucket(), request.key()),
          new Stored(body.contentStreamProvider().newStream().readAllBytes(), request.metadata()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return PutObjectResponse.builder().build();
  }

  @Override
  public <T> T getObject(
      GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
    if (failure != null) {
      throw failure;
    }
    Stored stored = objects.get(path(request.bucket(), request.key()));
    if (stored == null) {
      throw NoSuchKeyException.builder().statusCode(404).build();
    }
    if (request.ifMatch() != null && !request.ifMatch().equals(stored.etag())) {
      throw S3Exception.builder().statusCode(412).message("another by now").build();
    }
    GetObjectResponse response =
        GetObjectResponse.builder().contentLength((long) stored.bytes().length).build();
    try {
      return transformer.transform(
          response, AbortableInputStream.create(new ByteArrayInputStream(stored.bytes())));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getObject(GetObjectRequest request) {
    return getObject(request, ResponseTransformer.toInputStream());
  }

  @Override
  public HeadObjectResponse headObject(HeadObjectRequest request) {
    if (headFails && failure != null) {
      throw failure;
    }
    Stored stored = objects.get(path(request.bucket(), request.key()));
    if (stored == null) {
      throw NoSuchKeyException.builder().statusCode(404).build();
    }
    return HeadObjectResponse.builder()
        .metadata(stored.metadata())
        .ssekmsKeyId(keys.get(path(request.bucket(), request.key())))
        .build();
  }

  @Override
  public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
    String prefix = path(request.bucket(), request.prefix());
    String after = request.continuationToken() == null ? prefix : request.continuationToken();
    int page = request.maxKeys() == null ? PAGE : request.maxKeys();
    List<String> keys =
        objects.tailMap(after).keySet().stream()
            .filter(key -> key.startsWith(prefix))
            .limit(page + 1L)
            .toList();
    boolean more = keys.size() > page;
    return ListObjectsV2Response.builder()
        .contents(keys.stream().limit(page).map(key -> object(key, request.bucket())).toList())
        .isTruncated(more)
        .nextContinuationToken(more ? keys.getLast() : null)
        .build();
  }

  @Override
  public DeleteObjectsResponse deleteObjects(DeleteObjectsRequest request) {
    request.delete().objects().forEach(each -> objects.remove(path(request.bucket(), each.key())));
    return DeleteObjectsResponse.builder().build();
  }

  private S3Object object(String path, String bucket) {
    Stored stored = Objects.requireNonNull(objects.get(path));
    return S3Object.builder()
        .key(path.substring(bucket.length() + 1))
        .eTag(stored.etag())
        .size((long) stored.bytes().length)
        .build();
  }

  private static String path(String bucket, String key) {
    return bucket + "/" + key;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
