package io.mpoauth2.sandbox;

import static io.mpoauth2.sandbox.SandboxCaller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client shows a certificate (RFC 8705). */
class CertificatesTest {
  private static final String FORM = "grant_type=client_credentials&client_id=sandbox-client";

  private static Path folder;
  private static SandboxKeys keys;
  private static Sandbox sandbox;
  private static URI endpoint;

  @BeforeAll
  static void start(@TempDir Path directory) {
    folder = directory;
    keys = SandboxKeys.in(directory.resolve("keys"));
    sandbox = Sandbox.start();
    endpoint = sandbox.openTls(0, keys);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void certificate_of_the_client_is_accepted() throws Exception {
    HttpResponse<String> answer = ask(keys.keyStore(), FORM);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void certificate_of_somebody_else_is_refused() throws Exception {
    assertRefused(ask(keys.keyStoreOf("somebody"), FORM));
  }

  @Test
  void certificate_for_another_client_id_is_refused() throws Exception {
    assertRefused(ask(keys.keyStore(), "grant_type=client_credentials&client_id=another"));
  }

  @Test
  void certificate_without_a_client_id_is_refused() throws Exception {
    assertRefused(ask(keys.keyStore(), "grant_type=client_credentials"));
  }

  @Test
  void no_certificate_is_refused() throws Exception {
    assertRefused(ask(null, FORM));
  }

  @Test
  void certificate_of_another_authority_ends_the_handshake() {
    Path other = SandboxKeys.in(folder.resolve("others")).keyStore();

    assertThatThrownBy(() -> ask(other, FORM)).isInstanceOf(IOException.class);
  }

  @Test
  void keys_that_are_there_are_not_made_again() throws IOException {
    byte[] before = Files.readAllBytes(keys.keyStore());

    SandboxKeys.main(folder.resolve("keys").toString());

    assertThat(keys.keyStore()).hasBinaryContent(before);
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("error").asText()).isEqualTo("invalid_client");
  }

  private static HttpResponse<String> ask(Path keyStore, String form) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return HttpClient.newBuilder()
        .sslContext(context(keyStore))
        .build()
        .send(request, BodyHandlers.ofString());
  }

  private static SSLContext context(Path keyStore) throws GeneralSecurityException, IOException {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    if (keyStore != null) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(keyStore)) {
        store.load(in, SandboxKeys.PASSWORD.toCharArray());
      }
      own.init(store, SandboxKeys.PASSWORD.toCharArray());
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys.trusted());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keyStore == null ? null : own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
