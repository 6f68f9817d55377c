package io.readthrough.local.endpoint;

import io.readthrough.core.note.Sequencer;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// A blob store that tells each change of an object once it is made. The changes of one key follow
/// one another, so that their sequencers have the order in which they took effect.
final class NotifyingBlobStore extends ForwardingBlobStore {
  private static final int LOCKS = 64;

  private final Consumer<ObjectChange> changes;
  private final ReentrantLock[] locks = new ReentrantLock[LOCKS];
  private final AtomicLong lastMicros = new AtomicLong();

  NotifyingBlobStore(BlobStore store, Consumer<ObjectChange> changes) {
    super(store);
    this.changes = changes;
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new ReentrantLock();
    }
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
    return create("Put", request.bucket(), request.key(), () -> super.putBlob(request, content));
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    return create(
        "Copy",
        request.destinationBucket(),
        request.destinationKey(),
        () -> super.copyBlob(request));
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    return create(
        "CompleteMultipartUpload",
        request.bucket(),
        request.key(),
        () -> super.completeMultipartUpload(upload, request));
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    String bucket = request.bucket();
    String key = request.key();
    return exclusively(
        bucket,
        key,
        () -> {
          boolean existed = blobExists(bucket, key);
          DeleteObjectResponse response = super.removeBlob(request);
          if (existed) {
            tellRemoved(bucket, key);
          }
          return response;
        });
  }

  /// Tells an object as if it had just been put.
  void tellCreated(String bucket, String key) {
    create("Put", bucket, key, () -> key);
  }

  /// Tells that an object is gone.
  void tellRemoved(String bucket, String key) {
    long micros = nextMicros();
    changes.accept(new ObjectChange.Removed(bucket, key, sequencer(micros), time(micros)));
  }

  /// The lowest sequencer that an event of the object as it is now can have: of the moment it was
  /// written.
  Sequencer changedAt(String bucket, String key) {
    return sequencer(micros(blobMetadata(bucket, key).lastModified()));
  }

  private <T> T create(String operation, String bucket, String key, Supplier<T> change) {
    return exclusively(
        bucket,
        key,
        () -> {
          T response = change.get();
          HeadObjectResponse object = blobMetadata(bucket, key);
          long micros = nextMicros();
          changes.accept(
              new ObjectChange.Created(
                  bucket,
                  key,
                  sequencer(micros),
                  time(micros),
                  operation,
                  object.contentLength(),
                  object.eTag().replace("\"", "")));
          return response;
        });
  }

  private <T> T exclusively(String bucket, String key, Supplier<T> change) {
    ReentrantLock lock = locks[Math.floorMod((bucket + '/' + key).hashCode(), LOCKS)];
    lock.lock();
    try {
      return change.get();
    } finally {
      lock.unlock();
    }
  }

  /// The time of day in microseconds, except that it always advances.
  private long nextMicros() {
    long now = micros(Instant.now());
    return lastMicros.updateAndGet(last -> Math.max(last + 1, now));
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private static Sequencer sequencer(long micros) {
    return new Sequencer("%016X".formatted(micros));
  }

  private static Instant time(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
