package io.mpoauth2.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SandboxMainTest {
  private static final String GRANT = "grant_type=client_credentials&scope=";

  private Process process;
  private BufferedReader output;

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void prints_what_a_client_needs_and_ends_when_told_to_stop() throws Exception {
    start();
    List<String> lines = List.of(line(), line(), line(), line());
    String base = lines.get(0).substring("base URI:".length()).strip();

    int status = new SandboxCaller(URI.create(base)).steer("stop", "").statusCode();

    assertThat(status).isEqualTo(204);
    assertThat(exitValue()).isZero();
    assertThat(lines.get(1)).endsWith(base + "/oauth/connect/token");
    assertThat(lines.get(2)).endsWith(Sandbox.DEFAULT_CLIENT_ID);
    assertThat(lines.get(3)).endsWith(Sandbox.DEFAULT_CLIENT_SECRET);
  }

  @Test
  void ends_when_its_input_ends() throws Exception {
    start();
    assertThat(line()).startsWith("base URI:");

    process.outputWriter().close();

    assertThat(exitValue()).isZero();
  }

  @Test
  void grants_what_the_pages_ask_for_where_told_to_grant_any_after_a_reset_too() throws Exception {
    start("0", "--client", "shop", "--secret", "s3cret", "--scopes", "any");
    SandboxCaller caller =
        new SandboxCaller(URI.create(line().substring("base URI:".length()).strip()));

    assertThat(ask(caller, "orders.read")).isEqualTo(200);
    caller.steer("reset", "");
    assertThat(ask(caller, "orders.write")).isEqualTo(200);
    assertThat(ask(caller, "a++b")).isEqualTo(400);
  }

  @Test
  void help_is_no_mistake() throws Exception {
    start("--help");

    assertThat(output.readLine()).startsWith("Usage: ");
    assertThat(exitValue()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--scope any", "8099 8100", "--client", "localhost:8099", "--scopes \""})
  void what_it_does_not_know_is_told_with_the_usage(String words) throws Exception {
    start(words.split(" "));
    String told = process.errorReader().lines().collect(Collectors.joining("\n"));

    assertThat(told).contains("Usage: ").doesNotContain("Exception");
    assertThat(exitValue()).isEqualTo(2);
  }

  private static int ask(SandboxCaller caller, String scope) {
    return caller
        .send(
            caller
                .tokenRequest(GRANT + scope)
                .header("Authorization", SandboxCaller.basic("shop", "s3cret")))
        .statusCode();
  }

  private void start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(SandboxMain.class.getName());
    command.addAll(List.of(arguments));
    process = new ProcessBuilder(command).start();
    output = process.inputReader();
  }

  private int exitValue() throws InterruptedException {
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private String line() throws IOException {
    return output.readLine();
  }
}
