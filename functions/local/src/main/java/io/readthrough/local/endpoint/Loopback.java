package io.readthrough.local.endpoint;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/// The one address that anything of the local run listens on.
public final class Loopback {
  /// IPv4, so that a URI needs no brackets.
  public static final String HOST = "127.0.0.1";

  private Loopback() {}

  /// Where a server binds.
  ///
  /// @param port 0 takes a free one
  public static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(HOST), port);
  }

  /// The address of a server that listens on `port`.
  public static URI uri(int port) {
    return URI.create("http://" + HOST + ":" + port);
  }

  /// Starts a server, and says which one could not start, and why.
  static void start(String name, int port, Step start) throws IOException {
    try {
      start.run();
    } catch (InterruptedException e) {
      throw interrupted(name, e);
    } catch (Exception e) {
      throw failure(name, port, e);
    }
  }

  /// Stops a server, and says which one could not stop.
  static void stop(String name, Step stop) throws IOException {
    try {
      stop.run();
    } catch (InterruptedException e) {
      throw interrupted(name, e);
    } catch (Exception e) {
      throw new IOException(name + " does not stop: " + e, e);
    }
  }

  /// Why `name` does not listen on `port`, as a sentence.
  public static IOException failure(String name, int port, Throwable cause) {
    for (Throwable c = cause; c != null; c = c.getCause()) {
      if (c instanceof BindException) {
        return new IOException(
            "port "
                + port
                + " is taken: stop what listens there, or give "
                + name
                + " another port",
            cause);
      }
    }
    return new IOException(name + " does not start: " + cause, cause);
  }

  private static IOException interrupted(String name, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new IOException("interrupted at the start or stop of " + name, cause);
  }

  /// A server's start or stop.
  @FunctionalInterface
  interface Step {
    void run() throws Exception;
  }
}
