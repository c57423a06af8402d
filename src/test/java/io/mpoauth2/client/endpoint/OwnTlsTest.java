package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.keys.ClientCertificate;
import io.mpoauth2.client.endpoint.transport.ProxyChoice;
import io.mpoauth2.client.endpoint.transport.Tls;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.Identity;
import io.mpoauth2.client.testing.RefusingTlsServer;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and certificates that are set for the token endpoint of one client. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OwnTlsTest {
  private static Identity server;
  private static Identity client;

  @BeforeAll
  static void make() throws Exception {
    server = Identity.selfSigned();
    client = Identity.selfSigned();
  }

  @Test
  void who_is_trusted_is_set_for_one_client_and_for_no_other() throws Exception {
    try (FakeTokenEndpoint endpoint = FakeTokenEndpoint.start(server.server())) {
      endpoint.answersToken("t1", 3600);

      assertThat(asking(endpoint, tls(null, server)).asks().token().value()).isEqualTo("t1");
      assertThat(asking(endpoint, Tls.ofTheJvm()).findsNoToken())
          .hasMessageContaining("could not be asked over TLS")
          .hasMessageContaining("set oauth2.client.signicat.trust-store-file");
    }
  }

  @Test
  void who_is_trusted_takes_the_place_of_whom_the_jvm_trusts() throws Exception {
    try (FakeTokenEndpoint endpoint = FakeTokenEndpoint.start(server.server())) {
      endpoint.answersToken("t1", 3600);

      assertThat(asking(endpoint, tls(null, client)).findsNoToken())
          .hasMessageContaining("could not be asked over TLS")
          .hasMessageContaining("that oauth2.client.signicat.trust-store-file has who issued");
      assertThat(endpoint.requests()).isEmpty();
    }
  }

  @Test
  void who_hangs_up_without_an_answer_is_asked_once_at_a_time_over_tls_too() throws Exception {
    try (FakeTokenEndpoint endpoint = FakeTokenEndpoint.start(server.server()).resets()) {
      AskingClient client = asking(endpoint, tls(null, server));
      client.findsNoToken();
      int before = endpoint.requests().size();

      client.findsNoToken();
      assertThat(endpoint.requests()).hasSize(before + 1);

      endpoint.answers(401, "{\"error\": \"invalid_client\"}");
      assertThat(client.isRefused()).hasMessageContaining("invalid_client");
    }
  }

  @Test
  void a_trusted_certificate_of_another_host_will_not_do() throws Exception {
    try (FakeTokenEndpoint endpoint = FakeTokenEndpoint.start(server.server())) {
      endpoint.answersToken("t1", 3600);
      URI byAddress = URI.create("https://127.0.0.1:" + endpoint.port() + "/token");

      assertThat(asking(byAddress, tls(null, server)).findsNoToken())
          .hasMessageContaining("certificate is one of another host");
      assertThat(endpoint.requests()).isEmpty();
    }
  }

  /** The authorities that the server names are others: a self-signed one has none. */
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void the_certificate_is_shown_to_whoever_asks_for_one(String protocol) throws Exception {
    try (FakeTokenEndpoint endpoint =
        FakeTokenEndpoint.startForCertified(server.server(client), protocol)) {
      endpoint.answersToken("t1", 3600);

      assertThat(asking(endpoint, tls(client, server)).asks().token().value()).isEqualTo("t1");
      assertThat(endpoint.shown()).containsExactly(client.certificate());
    }
  }

  @Test
  void a_certificate_that_an_authority_has_issued_is_shown_with_its_chain() throws Exception {
    try (FakeTokenEndpoint endpoint =
        FakeTokenEndpoint.startForCertified(server.server(client), "TLSv1.3")) {
      endpoint.answersToken("t1", 3600);
      Identity issued = client.issue();
      Tls tls =
          new Tls(
              new ClientCertificate(
                  issued.key(), List.of(issued.certificate(), client.certificate())),
              Set.of(server.certificate()));

      assertThat(asking(endpoint, tls).asks().token().value()).isEqualTo("t1");
      assertThat(endpoint.shown()).containsExactly(issued.certificate());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void a_server_that_does_not_accept_it_has_the_key_store_looked_at(String protocol)
      throws Exception {
    try (RefusingTlsServer strict = new RefusingTlsServer(server.server(client), protocol)) {
      assertThat(asking(strict.uri(), tls(server, server)).findsNoToken())
          .hasMessageContaining("could not be asked over TLS")
          .hasMessageContaining("check oauth2.client.signicat.key-store-file")
          .hasMessageNotContaining("token-endpoint");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void a_server_that_misses_one_has_the_key_store_set(String protocol) throws Exception {
    try (RefusingTlsServer strict = new RefusingTlsServer(server.server(client), protocol)) {
      assertThat(asking(strict.uri(), tls(null, server)).findsNoToken())
          .hasMessageContaining("could not be asked over TLS")
          .hasMessageContaining("set oauth2.client.signicat.key-store-file")
          .hasMessageNotContaining("token-endpoint");
    }
  }

  /** Some send no alert, and what came of a request on its way may be a broken connection alone. */
  @ParameterizedTest
  @CsvSource({"TLSv1.3, true", "TLSv1.3, false", "TLSv1.2, true", "TLSv1.2, false"})
  void a_server_that_hangs_up_has_it_looked_at_as_well(String protocol, boolean isShown)
      throws Exception {
    try (FakeTokenEndpoint endpoint =
        FakeTokenEndpoint.startForCertified(server.server(client), protocol)) {
      assertThat(asking(endpoint, tls(isShown ? server : null, server)).findsNoToken())
          .hasMessageContaining("oauth2.client.signicat.key-store-file");
    }
  }

  private static Tls tls(@Nullable Identity own, Identity trusted) throws Exception {
    Set<X509Certificate> certificates = Set.of(trusted.certificate());
    return own == null
        ? new Tls(null, certificates)
        : new Tls(new ClientCertificate(own.key(), List.of(own.certificate())), certificates);
  }

  private static AskingClient asking(FakeTokenEndpoint endpoint, Tls tls) {
    return asking(URI.create("https://localhost:" + endpoint.port() + "/token"), tls);
  }

  private static AskingClient asking(URI endpoint, Tls tls) {
    return new AskingClient(SampleSettings.at(endpoint).route(tls, ProxyChoice.ofTheJvm()));
  }
}
