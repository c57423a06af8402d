package io.mpoauth2.it.core.runtime;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A server in a process of its own. What it prints goes to a file. */
public final class ServerProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(180);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final int END_SECONDS = 30;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final File output;
  private final URI base;

  private ServerProcess(Process process, File output, URI base) {
    this.process = process;
    this.output = output;
    this.base = base;
  }

  /** Returns when it is being started. */
  public static ServerProcess start(ProcessBuilder command, File output, URI base)
      throws IOException {
    Process process = command.redirectErrorStream(true).redirectOutput(output).start();
    // A build that is interrupted leaves no server behind.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> endForcibly(process)));
    return new ServerProcess(process, output, base);
  }

  /** Finds a port that is free, so that it runs beside other servers. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public void awaitAnswerAt(String path) {
    awaitStatusAt(path, 200);
  }

  /** Gives the status of the answer at a path. */
  public int status(String path) throws IOException, InterruptedException {
    return send(path, ANSWER).statusCode();
  }

  /** Returns when there is an answer with this status at a path. */
  public void awaitStatusAt(String path, int status) {
    Awaitility.await("an answer of the server; what it printed is in " + output)
        .atMost(START)
        .pollInterval(Duration.ofMillis(500))
        .failFast("the server has ended; what it printed is in " + output, () -> !process.isAlive())
        .ignoreExceptionsMatching(IOException.class::isInstance)
        .until(() -> status(path) == status);
  }

  public String get(String path, Duration timeout) throws IOException, InterruptedException {
    HttpResponse<String> response = send(path, timeout);
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          response + " " + response.body() + "; what the server printed is in " + output);
    }
    return response.body();
  }

  private HttpResponse<String> send(String path, Duration timeout)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).timeout(timeout).build();
    return http.send(request, BodyHandlers.ofString());
  }

  /** Returns when the process has ended, and those that it started: a script starts the server. */
  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    for (ProcessHandle one : all) {
      one.onExit()
          .orTimeout(END_SECONDS, TimeUnit.SECONDS)
          .exceptionallyCompose(late -> ended(one))
          .join();
    }
  }

  private static CompletableFuture<ProcessHandle> ended(ProcessHandle process) {
    process.destroyForcibly();
    return process.onExit();
  }

  private static void endForcibly(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
