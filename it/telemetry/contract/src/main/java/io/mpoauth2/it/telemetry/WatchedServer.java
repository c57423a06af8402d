package io.mpoauth2.it.telemetry;

import io.mpoauth2.it.core.runtime.ServerProcess;
import io.mpoauth2.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Consumer;

/** A server with the application, a sandbox that it calls, and the receiver that it exports to. */
final class WatchedServer implements AutoCloseable {
  private final Sandbox sandbox;
  private final Path secret;
  private final OtlpReceiver telemetry;
  private final ServerProcess process;

  private WatchedServer(
      Sandbox sandbox, Path secret, OtlpReceiver telemetry, ServerProcess process) {
    this.sandbox = sandbox;
    this.secret = secret;
    this.telemetry = telemetry;
    this.process = process;
  }

  static WatchedServer start(
      ProcessBuilder command, Consumer<Map<String, String>> adapts, File output, URI calls)
      throws IOException {
    Sandbox sandbox = Sandbox.start();
    Path secret = Files.createTempFile("client-secret", "");
    Files.writeString(secret, Sandbox.DEFAULT_CLIENT_SECRET);
    OtlpReceiver telemetry = OtlpReceiver.start();
    Map<String, String> environment = command.environment();
    environment.put("SANDBOX_URL", sandbox.baseUri().toString());
    environment.put("SECRET_FILE", secret.toString());
    environment.put("OTEL_SDK_DISABLED", "false");
    environment.put("OTEL_SERVICE_NAME", "watched");
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", telemetry.uri().toString());
    environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    environment.put("OTEL_LOGS_EXPORTER", "none");
    environment.put("OTEL_BSP_SCHEDULE_DELAY", "200");
    environment.put("OTEL_METRIC_EXPORT_INTERVAL", "500");
    adapts.accept(environment);
    ServerProcess process = ServerProcess.start(command, output, calls);
    return new WatchedServer(sandbox, secret, telemetry, process);
  }

  Sandbox sandbox() {
    return sandbox;
  }

  /** Changes the secret where the server's client reads it: a complete file is moved over it. */
  void moveSecret(String value) throws IOException {
    Path next = Files.writeString(secret.resolveSibling(secret.getFileName() + ".new"), value);
    Files.move(next, secret, StandardCopyOption.ATOMIC_MOVE);
  }

  OtlpReceiver telemetry() {
    return telemetry;
  }

  void awaitAnswerAt(String path) {
    process.awaitAnswerAt(path);
  }

  @Override
  public void close() throws IOException {
    process.close();
    Files.deleteIfExists(secret);
    telemetry.close();
    sandbox.close();
  }
}
