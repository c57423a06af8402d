package io.mpoauth2.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SandboxMainTest {
  private Process process;
  private BufferedReader output;

  @BeforeEach
  void start() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SandboxMain.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    output = process.inputReader();
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void prints_what_a_client_needs_and_ends_when_told_to_stop() throws Exception {
    List<String> lines = List.of(line(), line(), line(), line());
    String base = lines.get(0).substring("base URI:".length()).strip();

    int status = new SandboxCaller(URI.create(base)).steer("stop", "").statusCode();

    assertThat(status).isEqualTo(204);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(lines.get(1)).endsWith(base + "/oauth/connect/token");
    assertThat(lines.get(2)).endsWith(Sandbox.DEFAULT_CLIENT_ID);
    assertThat(lines.get(3)).endsWith(Sandbox.DEFAULT_CLIENT_SECRET);
  }

  @Test
  void ends_when_its_input_ends() throws Exception {
    assertThat(line()).startsWith("base URI:");

    process.outputWriter().close();

    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private String line() throws IOException {
    return output.readLine();
  }
}
