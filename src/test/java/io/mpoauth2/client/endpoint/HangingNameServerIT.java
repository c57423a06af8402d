package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A name server that does not answer: the JDK waits for it without a time-out of its own and heeds
 * no interrupt. Here it reads names from a pipe, and nobody writes.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HangingNameServerIT {
  @Test
  void one_look_up_is_out_however_often_it_is_asked_and_the_next_flight_is_a_good_one(
      @TempDir Path directory) throws Exception {
    Path names = directory.resolve("names");
    assertThat(new ProcessBuilder("mkfifo", names.toString()).start().waitFor()).isZero();
    Path log = directory.resolve("log");

    Process child = inAJvmOfItsOwn(names, log);

    assertThat(child.waitFor()).describedAs(Files.readString(log)).isZero();
    assertThat(Files.readAllLines(log))
        .containsSubsequence("50 failed, look-ups out: 1", "look-ups out: 0", "token t1");
  }

  private static Process inAJvmOfItsOwn(Path names, Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djdk.net.hosts.file=" + names,
            "-classpath",
            System.getProperty("java.class.path"),
            NameLookups.class.getName(),
            names.toString())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  /** The program. */
  static final class NameLookups {
    private NameLookups() {}

    public static void main(String[] arguments) throws Exception {
      // Else a look-up that failed counts for ten seconds.
      Security.setProperty("networkaddress.cache.negative.ttl", "0");
      Path names = Path.of(arguments[0]);
      try (FakeTokenEndpoint server = FakeTokenEndpoint.start().answersToken("t1", 60);
          WholeClient client =
              WholeClient.of(URI.create("http://login.example:" + server.port() + "/token"))) {
        int failed = 0;
        for (int call = 0; call < 50; call++) {
          try {
            client.tokens.token();
          } catch (TokenUnavailableException e) {
            failed++;
          }
          client.clock.advance(Duration.ofHours(1));
        }
        System.out.println(failed + " failed, look-ups out: " + lookUps());

        Path pipe = Files.move(names, names.resolveSibling("pipe"));
        Files.writeString(names, "127.0.0.1 login.example\n");
        // Ends what waits for a writer.
        Files.newOutputStream(pipe).close();
        while (lookUps() > 0) {
          Thread.onSpinWait();
        }
        System.out.println("look-ups out: 0");
        System.out.println("token " + tokenAtLast(client));
      }
      System.exit(0);
    }

    private static long lookUps() {
      return Thread.getAllStackTraces().values().stream()
          .filter(
              stack ->
                  Arrays.stream(stack)
                      .anyMatch(frame -> frame.getClassName().startsWith("java.net.InetAddress")))
          .count();
    }

    private static String tokenAtLast(WholeClient client) {
      while (true) {
        try {
          return client.tokens.token().value();
        } catch (TokenUnavailableException e) {
          client.anHourPasses();
        }
      }
    }
  }
}
