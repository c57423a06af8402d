package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.FakeTokenEndpoint.Request;
import io.mpoauth2.client.testing.Keys;
import io.mpoauth2.client.testing.MapConfig;
import io.mpoauth2.client.token.TokenProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys and assertions that are replaced, or come later, while the application runs. */
class ReplacedKeyTest {
  private final FakeTokenEndpoint server = FakeTokenEndpoint.start();
  private final Path folder;
  private final MapConfig config;
  private final TokenProviders providers;
  private final TokenProvider tokens;

  ReplacedKeyTest(@TempDir Path folder) {
    this.folder = folder;
    this.config =
        MapConfig.complete("default")
            .without("client-secret")
            .with("token-endpoint", server.uri().toString())
            .with("client-authentication", "private_key_jwt");
    this.providers = TokenProviders.from(config.config());
    this.tokens = providers.get("default");
  }

  @AfterEach
  void stop() {
    providers.close();
    server.close();
  }

  /** A sidecar may be slower than the application. */
  @Test
  void an_assertion_that_comes_later_gives_the_next_caller_a_token() throws IOException {
    Path file = folder.resolve("token");
    config.with("client-assertion-file", file.toString());
    server.answersToken("t0k3n", 300);

    assertThat(providers.callSettings("default")).isNotNull();
    assertThatThrownBy(tokens::token)
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("oauth2.client.default.client-assertion-file")
        .hasMessageContaining(file.toString());
    assertThat(server.requests()).isEmpty();

    Files.writeString(file, "eyJ.eyJ.c2ln\n");

    assertThat(tokens.token().value()).isEqualTo("t0k3n");
    assertThat(server.onlyRequest().form("client_assertion")).containsExactly("eyJ.eyJ.c2ln");
  }

  /** What the server refused is looked at again within a second, and not asked for in between. */
  @Test
  void an_assertion_that_is_renewed_ends_a_cooldown() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "of.last.week");
    config.with("client-assertion-file", file.toString());
    server.answersTokenTo(
        request -> request.form("client_assertion").contains("of.this.week"), 300);

    assertThatThrownBy(tokens::token).hasMessageContaining("invalid_client");
    Files.writeString(file, "of.this.week");

    while (true) {
      try {
        assertThat(tokens.token().value()).isEqualTo("t0k3n");
        break;
      } catch (RuntimeException e) {
        assertThat(e).hasMessageContaining("invalid_client");
      }
    }
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void a_key_is_replaced_under_load_and_no_call_fails() throws Exception {
    KeyPair old = Keys.named("P-256");
    KeyPair next = Keys.named("P-256");
    Path file = Files.writeString(folder.resolve("key.pem"), Keys.pkcs8(old));
    config.with("private-key-file", file.toString());
    Set<PublicKey> trusted = ConcurrentHashMap.newKeySet();
    trusted.add(old.getPublic());
    CountDownLatch withNext = new CountDownLatch(2);
    server.answersTokenTo(
        request -> {
          if (isSigned(request, next.getPublic()) && trusted.contains(next.getPublic())) {
            withNext.countDown();
            return true;
          }
          return isSigned(request, old.getPublic()) && trusted.contains(old.getPublic());
        },
        1);
    try (FiftyCallers callers = new FiftyCallers(tokens, withNext)) {
      callers.awaitFirstCalls();

      trusted.add(next.getPublic());
      Files.writeString(folder.resolve("new.pem"), Keys.pkcs8(next));
      Files.move(folder.resolve("new.pem"), file, StandardCopyOption.ATOMIC_MOVE);
      trusted.remove(old.getPublic());

      callers.assertNoCallFails();
    }
  }

  private static boolean isSigned(Request request, PublicKey key) {
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setCompactSerialization(request.form("client_assertion").get(0));
      signature.setKey(key);
      return signature.verifySignature();
    } catch (JoseException e) {
      return false;
    }
  }
}
