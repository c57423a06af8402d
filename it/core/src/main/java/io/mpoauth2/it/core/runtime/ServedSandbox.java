package io.mpoauth2.it.core.runtime;

import io.mpoauth2.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
              "signicat-client-secret",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(secretFile, CLIENT_SECRET + System.lineSeparator());
      return new ServedSandbox(
          Sandbox.start(0, CLIENT_ID, CLIENT_SECRET, Sandbox.SCOPES), secretFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code server-config/} leaves to be given from outside, and where the API is. */
  Map<String, String> settings() {
    return Map.of(
        "sandbox.url", sandbox.baseUri().toString(),
        "signicat.client-id", CLIENT_ID,
        "signicat.client-secret-file", secretFile.toString(),
        "signicat.scope", "document_read document_write",
        "signicat.token-endpoint", sandbox.tokenEndpoint().toString());
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
