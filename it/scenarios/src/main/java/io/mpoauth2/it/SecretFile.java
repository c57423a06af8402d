package io.mpoauth2.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Open Liberty is told which file has it. A complete one is moved over that. */
final class SecretFile implements SecretKeeper {
  @Override
  public void change(String client, String secret) throws IOException {
    Path secrets =
        Path.of(System.getProperty("liberty.home"), "usr/servers")
            .resolve(System.getProperty("arquillian.launch"))
            .resolve("secrets");
    Path next = Files.writeString(secrets.resolve("next"), secret + "\n");
    Files.move(next, secrets.resolve(client + "-client-secret"), StandardCopyOption.ATOMIC_MOVE);
  }
}
