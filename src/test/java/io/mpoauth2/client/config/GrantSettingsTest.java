package io.mpoauth2.client.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.mpoauth2.client.endpoint.JwtBearerGrant;
import io.mpoauth2.client.endpoint.Notice;
import io.mpoauth2.client.endpoint.authentication.ClientSecretPost;
import io.mpoauth2.client.endpoint.authentication.NoAuthentication;
import io.mpoauth2.client.endpoint.authentication.PrivateKeyJwt;
import io.mpoauth2.client.endpoint.authentication.PublicClient;
import io.mpoauth2.client.testing.Keys;
import io.mpoauth2.client.testing.MapConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrantSettingsTest {
  private static final String PREFIX = "oauth2.client.default.";

  private final Path file;
  private final MapConfig config;

  GrantSettingsTest(@TempDir Path folder) throws IOException {
    this.file = Files.writeString(folder.resolve("key.pem"), Keys.pkcs8(Keys.named("P-256")));
    this.config =
        MapConfig.complete("default")
            .without("client-secret")
            .with("grant-type", JwtBearerGrant.TYPE)
            .with("private-key-file", file.toString());
  }

  /** DocuSign, Salesforce and Google know by the assertion who asks. */
  @Test
  void with_an_assertion_as_grant_the_client_proves_nothing_else() {
    ClientSettings settings = Reading.client(config);

    assertThat(settings.grant().type()).isEqualTo("urn:ietf:params:oauth:grant-type:jwt-bearer");
    assertThat(settings.grant().proof(Instant.EPOCH).parameters()).containsOnlyKeys("assertion");
    assertThat(settings.authentication()).isEqualTo(new NoAuthentication());
    assertThat(settings.notices()).isEmpty();
  }

  @Test
  void it_is_of_the_subject_and_for_the_audience() throws Exception {
    config
        .with("assertion-subject", "user@example.com")
        .with("assertion-audience", "account-d.docusign.com")
        .with("assertion-claims.scope", "signature impersonation");

    JwtClaims claims = claims(grantAssertion());

    assertThat(claims.getIssuer()).isEqualTo("clientId");
    assertThat(claims.getSubject()).isEqualTo("user@example.com");
    assertThat(claims.getAudience()).containsExactly("account-d.docusign.com");
    assertThat(claims.getClaimValue("scope", String.class)).isEqualTo("signature impersonation");
  }

  @Test
  void without_a_subject_it_is_the_client() throws Exception {
    assertThat(claims(grantAssertion()).getSubject()).isEqualTo("clientId");
  }

  @Test
  void each_is_another_and_the_settings_stay_equal() {
    assertThat(grantAssertion()).isNotEqualTo(grantAssertion());
    assertThat(Reading.client(config)).isEqualTo(Reading.client(config));
  }

  @Test
  void a_way_to_authenticate_that_is_set_is_used_beside_it() {
    config.with("client-authentication", "client_secret_post").with("client-secret", "s3cr3t");

    assertThat(Reading.client(config).authentication()).isInstanceOf(ClientSecretPost.class);
    assertThat(Reading.client(config).notices()).isEmpty();
  }

  @Test
  void none_can_be_said_as_well() {
    assertThat(Reading.client(config.with("client-authentication", "none")).authentication())
        .isEqualTo(new NoAuthentication());
  }

  @Test
  void a_secret_alone_has_no_effect_and_that_is_told() {
    assertThat(Reading.client(config.with("client-secret", "s3cr3t")).notices())
        .extracting(Notice::text)
        .singleElement()
        .asString()
        .startsWith(PREFIX + "client-secret has no effect");
  }

  /** Of two assertions only the grant's is about somebody else. */
  @Test
  void a_client_that_signs_for_itself_says_no_more_than_who_it_is() throws Exception {
    config
        .with("client-authentication", "private_key_jwt")
        .with("assertion-subject", "user@example.com")
        .with("assertion-claims.scope", "impersonation");

    ClientSettings settings = Reading.client(config);
    JwtClaims claims =
        claims(
            String.valueOf(
                settings
                    .authentication()
                    .proof(Instant.EPOCH)
                    .parameters()
                    .get("client_assertion")));

    assertThat(settings.authentication()).isInstanceOf(PrivateKeyJwt.class);
    assertThat(claims.getSubject()).isEqualTo("clientId");
    assertThat(claims.getClaimNames()).doesNotContain("scope");
    assertThat(claims(grantAssertion()).getSubject()).isEqualTo("user@example.com");
  }

  @Test
  void a_key_for_the_grant_and_a_mounted_assertion_go_together() {
    config
        .with("client-authentication", "private_key_jwt")
        .with("client-assertion-file", file.resolveSibling("token").toString());

    assertThat(Reading.call(config)).isNotNull();
  }

  @Test
  void no_key_is_a_problem() {
    assertThat(Reading.problems(config.without("private-key-file")))
        .containsExactly(
            PREFIX + "private-key-file is missing; the assertion of this grant is signed with it");
  }

  @Test
  void an_assertion_among_the_parameters_is_ours() {
    assertThat(Reading.problems(config.with("parameters.assertion", "x")))
        .singleElement()
        .asString()
        .startsWith(PREFIX + "parameters.assertion is no parameter of yours");
  }

  @Test
  void with_a_grant_of_another_name_a_public_client_says_who_it_is() {
    config
        .without("private-key-file")
        .with("grant-type", "urn:ietf:params:oauth:grant-type:saml2-bearer")
        .with("parameters.assertion", "PHNhbWw+")
        .with("client-authentication", "none");

    assertThat(Reading.client(config).authentication()).isEqualTo(new PublicClient("clientId"));
  }

  private String grantAssertion() {
    return String.valueOf(
        Reading.client(config).grant().proof(Instant.EPOCH).parameters().get("assertion"));
  }

  private static JwtClaims claims(String jwt) throws Exception {
    return JwtClaims.parse(
        new String(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]), UTF_8));
  }
}
