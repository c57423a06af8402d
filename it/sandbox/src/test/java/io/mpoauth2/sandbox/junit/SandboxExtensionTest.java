package io.mpoauth2.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.mpoauth2.sandbox.Sandbox;
import io.mpoauth2.sandbox.TokenFault;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test classes as JUnit does, and looks at what came of them. */
class SandboxExtensionTest {
  private static final String ENDPOINT = "oauth2.client.signicat.token-endpoint";

  @Test
  void tests_get_the_sandbox_its_properties_and_a_fresh_start() {
    assertThat(failures(Orderly.class)).isEmpty();
    assertThat(System.getProperty(ENDPOINT)).isNull();
  }

  @Test
  void annotation_does_the_same() {
    assertThat(failures(Annotated.class)).isEmpty();
  }

  @Test
  void a_client_that_signs_is_told_no_secret_and_its_key_is_taken() {
    assertThat(failures(Signing.class)).isEmpty();
    assertThat(failures(SigningWithNonsense.class))
        .singleElement()
        .asString()
        .contains("neither a JWK Set nor a public key in PEM");
  }

  /** Its own settings would go on asking somebody else. */
  @Test
  void a_client_that_signs_is_one_of_the_sandbox() {
    SandboxExtension sandbox = SandboxExtension.of("signicat");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> sandbox.signing("signicta", "any"))
        .withMessage("'signicta' is none of the clients of this sandbox: [signicat]");
  }

  @Test
  void what_is_left_fails_the_class_and_is_named() {
    assertThat(failures(Leaking.class))
        .singleElement()
        .asString()
        .contains("left behind by", "the thread mp-oauth2-client-test")
        .contains("no answer yet to POST", "1 open connections");
    Leaking.clean();
  }

  static class Orderly {
    @RegisterExtension
    static final SandboxExtension SANDBOX =
        SandboxExtension.of("signicat").api("signature").api("events", "orders");

    @Test
    void first(Sandbox sandbox) throws IOException {
      use(sandbox);
    }

    @Test
    void second(Sandbox sandbox) throws IOException {
      use(sandbox);
    }

    private static void use(Sandbox sandbox) throws IOException {
      assertThat(sandbox).isSameAs(SANDBOX.sandbox());
      assertThat(System.getProperty(ENDPOINT)).isEqualTo(sandbox.tokenEndpoint().toString());
      assertThat(List.of("signature", "events", "orders"))
          .extracting(api -> System.getProperty(api + "/mp-rest/url"))
          .containsOnly(sandbox.baseUri().toString());
      HttpURLConnection call =
          (HttpURLConnection)
              sandbox.baseUri().resolve("/notification/events").toURL().openConnection();
      assertThat(call.getResponseCode()).isEqualTo(401);
      call.disconnect();
      assertThat(sandbox.counters().apiRequests()).isEqualTo(1);
    }
  }

  @WithSandbox(
      clients = {"one", "two"},
      apis = "signature")
  static class Annotated {
    @Test
    void test(Sandbox sandbox) {
      assertThat(System.getProperty("oauth2.client.two.token-endpoint"))
          .isEqualTo(sandbox.tokenEndpoint().toString());
    }
  }

  static class Signing {
    @RegisterExtension
    static final SandboxExtension SANDBOX =
        SandboxExtension.of("one", "two").signing("two", publicKey());

    @Test
    void test() {
      assertThat(System.getProperty("oauth2.client.one.client-secret")).isNotNull();
      assertThat(System.getProperty("oauth2.client.two.client-id")).isNotNull();
      assertThat(System.getProperty("oauth2.client.two.client-secret")).isNull();
    }

    private static String publicKey() {
      try {
        return "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder()
                .encodeToString(
                    KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static class SigningWithNonsense {
    @RegisterExtension
    static final SandboxExtension SANDBOX = SandboxExtension.of("one").signing("one", "nonsense");

    @Test
    void test() {}
  }

  static class Leaking {
    private static Socket socket;
    private static Thread thread;

    @RegisterExtension static final SandboxExtension SANDBOX = SandboxExtension.of("signicat");

    @Test
    void test(Sandbox sandbox) throws Exception {
      sandbox.failTokenRequests(TokenFault.hanging());
      URI uri = sandbox.tokenEndpoint();
      socket = new Socket(uri.getHost(), uri.getPort());
      socket
          .getOutputStream()
          .write(
              ("POST " + uri.getPath() + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      thread = new Thread(Leaking::stay, "mp-oauth2-client-test");
      thread.start();
    }

    private static void stay() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    static void clean() {
      thread.interrupt();
      try {
        socket.close();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static List<Throwable> failures(Class<?> tests) {
    List<Throwable> failures = new ArrayList<>();
    Launcher launcher = LauncherFactory.create();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests)).build();
    launcher.execute(
        request,
        new TestExecutionListener() {
          @Override
          public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            Optional<Throwable> thrown = result.getThrowable();
            thrown.ifPresent(failures::add);
          }
        });
    return failures;
  }
}
