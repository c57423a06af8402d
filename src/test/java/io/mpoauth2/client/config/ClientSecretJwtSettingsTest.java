package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.Notice;
import io.mpoauth2.client.endpoint.authentication.ClientSecretJwt;
import io.mpoauth2.client.endpoint.authentication.SelfSignedTlsClientAuth;
import io.mpoauth2.client.endpoint.authentication.SignatureAlgorithm;
import io.mpoauth2.client.endpoint.authentication.TlsClientAuth;
import io.mpoauth2.client.testing.MapConfig;
import io.mpoauth2.client.token.operation.LogMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSecretJwtSettingsTest {
  private static final String PREFIX = "oauth2.client.default.";

  private final MapConfig config =
      MapConfig.complete("default")
          .with("client-authentication", "client_secret_jwt")
          .with("client-secret", "0123456789".repeat(7));

  @ParameterizedTest
  @CsvSource({"'',HS256", "HS256,HS256", "HS384,HS384", "HS512,HS512"})
  void hs256_is_the_default(String set, SignatureAlgorithm algorithm) {
    config.with("signature-algorithm", set);

    assertThat(Reading.client(config).authentication())
        .isInstanceOfSatisfying(
            ClientSecretJwt.class,
            way -> assertThat(way.assertion().signer().algorithm()).isEqualTo(algorithm));
    assertThat(Reading.client(config).notices()).isEmpty();
  }

  @Test
  void an_algorithm_for_another_key_is_a_problem() {
    assertThat(Reading.problems(config.with("signature-algorithm", "RS256")))
        .containsExactly(
            PREFIX
                + "signature-algorithm RS256 does not go with a client secret ("
                + PREFIX
                + "client-authentication=client_secret_jwt); use HS256 or HS384 or HS512");
  }

  @ParameterizedTest
  @CsvSource({
    "HS256,31,true",
    "HS256,32,false",
    "HS384,47,true",
    "HS512,63,true",
    "HS512,64,false"
  })
  void a_secret_shorter_than_the_hash_is_told(String algorithm, int length, boolean isTold) {
    config.with("signature-algorithm", algorithm).with("client-secret", "x".repeat(length));

    assertThat(
            Reading.client(config).notices().stream()
                .anyMatch(notice -> notice.message() == LogMessage.SHORT_SECRET))
        .isEqualTo(isTold);
  }

  @Test
  void one_in_a_file_is_told_by_its_own_property(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "short");
    config.without("client-secret").with("client-secret-file", file.toString());

    assertThat(Reading.client(config).notices())
        .singleElement()
        .extracting(Notice::topic)
        .isEqualTo("oauth2.client.default.client-secret-file");
  }

  @Test
  void no_secret_is_a_problem() {
    assertThat(Reading.problems(config.without("client-secret")))
        .containsExactly(
            PREFIX + "client-secret is missing; set it or " + PREFIX + "client-secret-file");
  }

  @Test
  void settings_are_equal_until_the_secret_changes() {
    assertThat(Reading.client(config)).isEqualTo(Reading.client(config));
    var before = Reading.client(config);
    assertThat(Reading.client(config.with("client-secret", "y".repeat(64)))).isNotEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"not a uri", "relative", ""})
  void the_type_of_an_assertion_is_a_uri(String type) {
    config.with("client-assertion-type", type);

    if (type.isEmpty()) {
      assertThat(Reading.client(config).notices()).isEmpty();
    } else {
      assertThat(Reading.problems(config))
          .singleElement()
          .asString()
          .startsWith(PREFIX + "client-assertion-type is no absolute URI");
    }
  }

  @Test
  void with_a_certificate_of_tls_no_secret_is_needed() {
    config.without("client-secret");

    assertThat(Reading.client(config.with("client-authentication", "tls_client_auth")))
        .returns(new TlsClientAuth("clientId"), settings -> settings.authentication());
    assertThat(Reading.client(config.with("client-authentication", "self_signed_tls_client_auth")))
        .returns(new SelfSignedTlsClientAuth("clientId"), settings -> settings.authentication());
  }

  @Test
  void what_another_way_needs_is_told_to_have_no_effect() {
    config
        .with("client-authentication", "client_secret_post")
        .with("private-key-file", "/not/there.pem")
        .with("key-id", "1")
        .with("assertion-claims.a", "b");

    assertThat(Reading.client(config).notices())
        .extracting(Notice::text)
        .containsExactlyInAnyOrder(
            PREFIX
                + "private-key-file has no effect with "
                + PREFIX
                + "client-authentication=client_secret_post",
            PREFIX
                + "key-id has no effect with "
                + PREFIX
                + "client-authentication=client_secret_post",
            PREFIX
                + "assertion-claims.<c> has no effect with "
                + PREFIX
                + "client-authentication=client_secret_post");
  }
}
