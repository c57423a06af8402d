package io.mpoauth2.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wildfly.plugin.tools.server.ServerManager;

/** The application on its running server. Makes the calls that it is told to make. */
final class RunningApplication implements AutoCloseable {
  /** Longer than the library and the server wait for anything. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int END_SECONDS = 30;

  private final ServerManager server;
  private final Process process;
  private final URI uri;
  private final ServerLog log;
  private final HttpClient http = HttpClient.newHttpClient();

  RunningApplication(ServerManager server, Process process, int port, ServerLog log) {
    this.server = server;
    this.process = process;
    this.uri = URI.create("http://" + Ports.HOST + ":" + port + "/demo/");
    this.log = log;
  }

  /** Makes it call the API and tells what came of it. */
  Result call(ApplicationCall call) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri.resolve(call.path())).timeout(PATIENCE).build();
    long start = System.nanoTime();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new Result(response.statusCode() == 200, response.body(), took, log.news());
  }

  /** Returns when the server's process has ended. */
  @Override
  public void close() throws IOException {
    try (server) {
      server.shutdown();
    } finally {
      process
          .onExit()
          .orTimeout(END_SECONDS, TimeUnit.SECONDS)
          .exceptionallyCompose(late -> process.destroyForcibly().onExit())
          .join();
    }
  }

  /**
   * What came of a call.
   *
   * @param returned whether it returned; else it threw
   * @param text the value, or the exceptions, one per line
   * @param took how long
   * @param logged what the library wrote into the server's log meanwhile
   */
  record Result(boolean returned, String text, Duration took, List<String> logged) {}
}
