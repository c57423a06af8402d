package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.authentication.AssertionClaims;
import io.mpoauth2.client.endpoint.authentication.ClientSecretJwt;
import io.mpoauth2.client.endpoint.authentication.FinishedAssertion;
import io.mpoauth2.client.endpoint.authentication.JwsSigner;
import io.mpoauth2.client.endpoint.authentication.JwtAssertion;
import io.mpoauth2.client.endpoint.authentication.PrivateKeyJwt;
import io.mpoauth2.client.endpoint.authentication.Secret;
import io.mpoauth2.client.endpoint.authentication.SignatureAlgorithm;
import io.mpoauth2.client.testing.Keys;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Map;

/** Ways to authenticate, and a grant, that send an assertion. */
final class SampleAssertions {
  private static final PrivateKey KEY = Keys.named("P-256").getPrivate();

  private SampleAssertions() {}

  static PrivateKeyJwt byKey() {
    return new PrivateKeyJwt("clientId", FinishedAssertion.JWT, assertion(signer()));
  }

  static ClientSecretJwt bySecret(String secret) {
    Secret own = new Secret(secret);
    return new ClientSecretJwt(
        "clientId",
        FinishedAssertion.JWT,
        own,
        assertion(JwsSigner.of(SignatureAlgorithm.HS256, own, Map.of())));
  }

  static FinishedAssertion finished(String assertion) {
    return new FinishedAssertion("clientId", FinishedAssertion.JWT, new Secret(assertion));
  }

  static JwtBearerGrant grant() {
    return new JwtBearerGrant(assertion(signer()));
  }

  private static JwsSigner signer() {
    return new JwsSigner(SignatureAlgorithm.ES256, KEY, Map.of());
  }

  private static JwtAssertion assertion(JwsSigner signer) {
    return new JwtAssertion(
        new AssertionClaims(
            "clientId", "clientId", "https://login.example", Duration.ofMinutes(1), Map.of()),
        signer);
  }
}
