package io.readthrough.local.endpoint;

import io.readthrough.core.note.Sequencer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/// An S3 endpoint that keeps its buckets in a folder and tells every change of an object.
public final class EmbeddedS3 implements AutoCloseable {
  private final S3Proxy server;
  private final NotifyingBlobStore store;

  private EmbeddedS3(S3Proxy server, NotifyingBlobStore store) {
    this.server = server;
    this.store = store;
  }

  /// Starts it on loopback.
  ///
  /// @param folder where buckets and objects are kept; made when missing
  /// @param port 0 takes a free one
  /// @param changes is told each change after it happened; an exception fails the request that made
  ///   it, so that no change goes untold
  public static EmbeddedS3 start(Path folder, int port, Consumer<ObjectChange> changes)
      throws IOException {
    Files.createDirectories(folder);
    NotifyingBlobStore store =
        new NotifyingBlobStore(new FilesystemNio2BlobStore(folder.toString()), changes);
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(Loopback.uri(port))
            .awsAuthentication(
                AuthenticationType.AWS_V2_OR_V4,
                Aws.CREDENTIALS.accessKeyId(),
                Aws.CREDENTIALS.secretAccessKey())
            .ignoreUnknownHeaders(true)
            .stopTimeout(0)
            .build();
    Loopback.start("S3", port, server::start);
    return new EmbeddedS3(server, store);
  }

  /// Where it listens.
  public URI uri() {
    return Loopback.uri(server.getPort());
  }

  /// Tells an object again as if it had just been put.
  public void tellCreated(String bucket, String key) {
    store.tellCreated(bucket, key);
  }

  /// Tells again that an object is gone.
  public void tellRemoved(String bucket, String key) {
    store.tellRemoved(bucket, key);
  }

  /// The lowest sequencer that an event of the object as it is now can have.
  public Sequencer changedAt(String bucket, String key) {
    return store.changedAt(bucket, key);
  }

  @Override
  public void close() throws IOException {
    Loopback.stop("S3", server::stop);
  }
}
