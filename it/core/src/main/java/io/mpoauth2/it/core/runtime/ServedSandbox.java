package io.mpoauth2.it.core.runtime;

import io.mpoauth2.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A sandbox, and what an administrator tells a runtime about it. */
final class ServedSandbox implements AutoCloseable {
  private static final String CLIENT_ID = "it-client";

  /** The characters are those that a wrong encoding somewhere on the way would change. */
  private static final String CLIENT_SECRET = "it-secret:%+ &${x}";

  private final Sandbox sandbox;
  private final Path secretFile;

  private ServedSandbox(Sandbox sandbox, Path secretFile) {
    this.sandbox = sandbox;
    this.secretFile = secretFile;
  }

  static ServedSandbox start() {
    try {
      Path secretFile =
          Files.createTempFile(
              "client-secret",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(secretFile, CLIENT_SECRET + System.lineSeparator());
      return new ServedSandbox(
          Sandbox.start(0, CLIENT_ID, CLIENT_SECRET, Sandbox.SCOPES), secretFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What {@code server-config/} leaves to be given from outside, and where the API is. The clients
   * {@code carrier} and {@code nobody} have templates too; the one's token endpoint was forgotten,
   * and for the other everything.
   */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("sandbox.url", sandbox.baseUri().toString());
    for (String client : List.of("signicat", "partner", "carrier")) {
      settings.put(client + ".client-id", CLIENT_ID);
      settings.put(client + ".client-secret-file", secretFile.toString());
      settings.put(client + ".scope", "document_read document_write");
      settings.put(client + ".token-endpoint", sandbox.tokenEndpoint().toString());
    }
    settings.remove("carrier.token-endpoint");
    return settings;
  }

  @Override
  public void close() {
    sandbox.close();
    try {
      Files.deleteIfExists(secretFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
