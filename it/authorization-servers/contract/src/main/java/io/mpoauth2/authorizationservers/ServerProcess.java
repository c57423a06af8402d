package io.mpoauth2.authorizationservers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/** A server in a process of its own. */
public final class ServerProcess implements AutoCloseable {
  private static final Duration LONGEST_END = Duration.ofSeconds(30);

  private final Process process;
  private final Path output;

  private ServerProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
    // Whatever ends this JVM, the server must not outlive it.
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  /**
   * Starts it.
   *
   * @param command what starts it
   * @param output where what it prints goes
   */
  public static ServerProcess start(ProcessBuilder command, Path output) {
    try {
      Files.createDirectories(output.getParent());
      return new ServerProcess(
          command.redirectErrorStream(true).redirectOutput(output.toFile()).start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finds a port of the loopback interface that nobody listens at. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns when there is a page.
   *
   * @param page what answers 200 as soon as the server is ready
   * @param patience how long that may take
   */
  public ServerProcess awaitPage(URI page, Duration patience) {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(10)).build();
    try {
      await()
          .atMost(patience)
          .pollInterval(Duration.ofMillis(200))
          .until(() -> !process.isAlive() || isThere(http, request));
    } catch (ConditionTimeoutException e) {
      close();
      throw new IllegalStateException("not ready after " + patience + "; see " + output, e);
    }
    if (!process.isAlive()) {
      throw new IllegalStateException("it ended with " + process.exitValue() + "; see " + output);
    }
    return this;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process
        .onExit()
        .orTimeout(LONGEST_END.toSeconds(), TimeUnit.SECONDS)
        .exceptionallyCompose(late -> killed())
        .join();
  }

  private CompletableFuture<Process> killed() {
    kill();
    return process.onExit();
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static boolean isThere(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
