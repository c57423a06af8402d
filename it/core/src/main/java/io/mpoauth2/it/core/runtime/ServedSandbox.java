package io.mpoauth2.it.core.runtime;

import io.mpoauth2.sandbox.Sandbox;
import io.mpoauth2.sandbox.SandboxKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A sandbox, and what an administrator tells a runtime about it. */
final class ServedSandbox implements AutoCloseable {
  private static final String CLIENT_ID = "it-client";

  /** The characters are those that a wrong encoding somewhere on the way would change. */
  private static final String CLIENT_SECRET = "it-secret:%+ &${x}";

  private final Sandbox sandbox;
  private final Path folder;
  private final SandboxKeys keys;
  private final URI tlsEndpoint;

  private ServedSandbox(Sandbox sandbox, Path folder) throws IOException {
    this.sandbox = sandbox;
    this.folder = folder;
    this.keys = SandboxKeys.in(folder);
    this.tlsEndpoint = sandbox.openTls(0, keys);
    sandbox.changeKeys(keys.publicKeys());
    write("client-secret", CLIENT_SECRET);
    write("key-password", SandboxKeys.PASSWORD);
  }

  static ServedSandbox start() {
    try {
      Path folder =
          Files.createTempDirectory(
              "keys-and-secrets",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      return new ServedSandbox(Sandbox.start(0, CLIENT_ID, CLIENT_SECRET, Sandbox.SCOPES), folder);
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
      settings.put(client + ".client-secret-file", file("client-secret"));
      settings.put(client + ".scope", "document_read document_write");
      settings.put(client + ".token-endpoint", sandbox.tokenEndpoint().toString());
    }
    settings.remove("carrier.token-endpoint");
    for (String client : List.of("orders", "ledger")) {
      settings.put(client + ".client-id", CLIENT_ID);
      settings.put(client + ".scope", "document_read");
    }
    settings.put("orders.token-endpoint", sandbox.tokenEndpoint().toString());
    settings.put("orders.private-key-file", keys.privateKey().toString());
    settings.put("orders.key-id", SandboxKeys.KEY_ID);
    settings.put("ledger.token-endpoint", tlsEndpoint.toString());
    settings.put("ledger.key-store-file", keys.keyStore().toString());
    settings.put("ledger.key-store-password-file", file("key-password"));
    settings.put("ledger.trust-store-file", keys.trustStore().toString());
    return settings;
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text + System.lineSeparator());
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @Override
  public void close() {
    sandbox.close();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
