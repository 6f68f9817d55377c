package io.readthrough.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.readthrough.local.endpoint.Loopback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Lambda's Runtime API, version 2018-06-01, for one function: its runtime asks for the next event,
/// and posts what came of it.
final class RuntimeApi implements AutoCloseable {
  private static final String BASE = "/2018-06-01/runtime/";
  private static final String INVOCATIONS = BASE + "invocation/";

  private final String function;
  private final HttpServer server;
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
  private final LinkedBlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> running = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  private RuntimeApi(String function, HttpServer server) {
    this.function = function;
    this.server = server;
  }

  @SuppressWarnings("ArrayRecordComponent") // identified by its id
  private record Invocation(String id, byte[] event, CompletableFuture<byte[]> answer) {}

  /// Starts it on a free port of loopback.
  static RuntimeApi start(String function) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server = HttpServer.create(Loopback.address(0), 0);
    RuntimeApi api = new RuntimeApi(function, server);
    server.setExecutor(api.requests);
    server.createContext(BASE, api::handle);
    server.start();
    return api;
  }

  /// The value of AWS_LAMBDA_RUNTIME_API: host and port.
  String address() {
    return Loopback.HOST + ':' + server.getAddress().getPort();
  }

  /// Waits until the function's init is over: its runtime asks for its first event.
  void awaitReady(Duration atMost) throws FunctionException {
    await(ready, atMost, "does not start");
  }

  /// Hands an event to the function and waits for what comes of it.
  byte[] invoke(byte[] event, Duration atMost) throws FunctionException {
    Invocation invocation =
        new Invocation(UUID.randomUUID().toString(), event, new CompletableFuture<>());
    waiting.add(invocation);
    return await(invocation.answer(), atMost, "does not answer");
  }

  /// The function's process is gone: whoever waits for it need wait no longer.
  void gone(String why) {
    FunctionException gone = new FunctionException(why);
    ready.completeExceptionally(gone);
    running.values().forEach(i -> i.answer().completeExceptionally(gone));
    waiting.forEach(i -> i.answer().completeExceptionally(gone));
  }

  @Override
  public void close() {
    server.stop(0);
    requests.shutdownNow();
  }

  private <T> T await(CompletableFuture<T> result, Duration atMost, String what)
      throws FunctionException {
    try {
      return result.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof FunctionException failure
          ? failure
          : new FunctionException("the " + function + " function " + what, e);
    } catch (TimeoutException e) {
      throw new FunctionException(
          "the " + function + " function " + what + " within " + atMost.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FunctionException("interrupted while the " + function + " function ran", e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (path.equals(INVOCATIONS + "next")) {
        next(exchange);
        return;
      }
      if (path.equals(BASE + "init/error")) {
        gone("the " + function + " function fails at init: " + text(body));
      } else if (path.startsWith(INVOCATIONS)) {
        String[] parts = path.substring(INVOCATIONS.length()).split("/", -1);
        Invocation invocation = running.remove(parts[0]);
        if (invocation != null && parts[1].equals("response")) {
          invocation.answer().complete(body);
        } else if (invocation != null) {
          invocation
              .answer()
              .completeExceptionally(
                  new FunctionException("the " + function + " function failed: " + text(body)));
        }
      }
      exchange.sendResponseHeaders(202, -1);
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    ready.complete(null);
    Invocation invocation;
    try {
      invocation = waiting.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.sendResponseHeaders(500, -1);
      return;
    }
    running.put(invocation.id(), invocation);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
    headers.set("Lambda-Runtime-Invoked-Function-Arn", InvocationContext.arn(function));
    headers.set(
        "Lambda-Runtime-Deadline-Ms",
        String.valueOf(Instant.now().plus(InvocationContext.TIMEOUT).toEpochMilli()));
    exchange.sendResponseHeaders(200, invocation.event().length);
    exchange.getResponseBody().write(invocation.event());
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
