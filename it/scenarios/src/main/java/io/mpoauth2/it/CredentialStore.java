package io.mpoauth2.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** WildFly has it encrypted, by the key in its credential store. */
final class CredentialStore implements SecretKeeper {
  private static final Pattern ENCRYPTED = Pattern.compile("token '([^']+)'");

  private final Path home = Path.of(System.getProperty("wildfly.home"));

  /** Does not reload the server. */
  @Override
  public void change(String client, String secret) throws IOException, InterruptedException {
    jbossCli(
        "/system-property=%s.client-secret:write-attribute(name=value,value=${ENC::oauth2-client:%s})"
            .formatted(client, encrypted(secret)));
  }

  /** MicroProfile Config would take what follows an unprotected "${" for an expression. */
  private String encrypted(String secret) throws IOException, InterruptedException {
    String typed = secret.replace("${", "\\${") + "\n";
    Path store = home.resolve("standalone/configuration/oauth2-client.cs");
    String answer =
        run(
            typed + typed,
            "org.wildfly.security.elytron-tool",
            "credential-store",
            "--encrypt",
            "key",
            "--location",
            store.toString(),
            "--type",
            "PropertiesCredentialStore");
    Matcher found = ENCRYPTED.matcher(answer);
    if (!found.find()) {
      throw new IllegalStateException(answer);
    }
    return found.group(1);
  }

  private void jbossCli(String command) throws IOException, InterruptedException {
    run(
        "",
        "org.jboss.as.cli",
        "--connect",
        "--controller=127.0.0.1:" + System.getProperty("management.port"),
        "--command=" + command);
  }

  /** What the scripts in {@code bin} do, without the shell in between. */
  private String run(String input, String module, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djboss.home.dir=" + home,
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                module));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var typed = process.outputWriter()) {
      typed.write(input);
    }
    String output;
    try (var printed = process.inputReader()) {
      output = String.join("\n", printed.lines().toList());
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
    return output;
  }
}
