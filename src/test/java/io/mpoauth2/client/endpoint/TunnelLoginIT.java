package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.transport.ProxyChoice;
import io.mpoauth2.client.endpoint.transport.ProxyChoice.Account;
import io.mpoauth2.client.endpoint.transport.Tls;
import io.mpoauth2.client.testing.FakeProxy;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.Identity;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that sends Basic into a tunnel: it reads the switch once, so it is one of its own. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TunnelLoginIT {
  @Test
  void with_the_switch_the_account_logs_in_and_a_refusal_is_told_as_one(@TempDir Path directory)
      throws Exception {
    Path log = directory.resolve("log");

    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.http.auth.tunneling.disabledSchemes=",
                "-classpath",
                System.getProperty("java.class.path"),
                LogIns.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();

    assertThat(child.waitFor()).describedAs(Files.readString(log)).isZero();
    assertThat(Files.readAllLines(log))
        .anyMatch(line -> line.equals("token t1, log-ins [Basic dXNlcjpwYXNz]"))
        .anyMatch(line -> line.contains("the proxy answered 407 to the log-in"))
        .anyMatch(line -> line.equals("log-ins with another password: 1"))
        .anyMatch(line -> line.equals("token t1 with the right one again"));
  }

  /** The program. */
  static final class LogIns {
    private LogIns() {}

    public static void main(String[] arguments) throws Exception {
      Identity identity = Identity.selfSigned();
      try (FakeTokenEndpoint server = FakeTokenEndpoint.start(identity.server());
          FakeProxy proxy = FakeProxy.wantingLogin(server.port(), "Basic dXNlcjpwYXNz")) {
        server.answersToken("t1", 3600);
        Tls tls = new Tls(null, Set.of(identity.certificate()));
        AskingClient right = asking(tls, proxy, "pass");
        String token = right.asks().token().value();
        System.out.println("token " + token + ", log-ins " + proxy.logins());

        int before = proxy.logins().size();
        System.out.println(asking(tls, proxy, "other").findsNoToken().getMessage());
        System.out.println("log-ins with another password: " + (proxy.logins().size() - before));

        System.out.println("token " + right.asks().token().value() + " with the right one again");
      }
      System.exit(0);
    }

    private static AskingClient asking(Tls tls, FakeProxy proxy, String password) {
      ProxyChoice choice = ProxyChoice.of("127.0.0.1", proxy.port(), new Account("user", password));
      return new AskingClient(
          SampleSettings.at(URI.create("https://localhost:1/token")).route(tls, choice));
    }
  }
}
