package io.mpoauth2.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * What the client signs (RFC 7523, section 3), understood by somebody else's code. Each serves
 * once; none for another audience, none that has ended, none that is valid for hours.
 */
final class Assertions {
  private static final int MOST_MINUTES = 60;

  private final String clientId;
  private final Set<String> audiences;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private volatile List<JsonWebKey> keys = List.of();

  Assertions(String clientId, Set<String> audiences) {
    this.clientId = clientId;
    this.audiences = audiences;
  }

  /** Takes the public keys that count from now on. */
  void keys(String text) {
    keys = PublicKeys.in(text);
  }

  /** Gives the subject of one that the client's private key has signed; empty if it is refused. */
  Optional<String> signedByKey(String assertion) {
    return checked(
        assertion,
        consumer()
            .setJwsAlgorithmConstraints(
                ConstraintType.PERMIT,
                "RS256",
                "RS384",
                "RS512",
                "PS256",
                "PS384",
                "PS512",
                "ES256",
                "ES384",
                "ES512",
                "EdDSA")
            .setVerificationKeyResolver((jws, nesting) -> key(jws).getKey())
            .build());
  }

  /** Gives the subject of one that the client's secret has signed, which is long enough. */
  Optional<String> signedBySecret(String assertion, String secret) {
    return checked(
        assertion,
        consumer()
            .setJwsAlgorithmConstraints(ConstraintType.PERMIT, "HS256", "HS384", "HS512")
            .setVerificationKey(new HmacKey(secret.getBytes(UTF_8)))
            .build());
  }

  /** Says by its header alone, not yet believed, whether a secret should have signed it. */
  static boolean saysSecret(String assertion) {
    try {
      return JsonWebStructure.fromCompactSerialization(assertion)
          .getAlgorithmHeaderValue()
          .startsWith("HS");
    } catch (JoseException | RuntimeException e) {
      return false;
    }
  }

  private JwtConsumerBuilder consumer() {
    return new JwtConsumerBuilder()
        .setExpectedIssuer(clientId)
        .setExpectedAudience(audiences.toArray(String[]::new))
        .setExpectedType(true, "JWT")
        .setRequireSubject()
        .setRequireJwtId()
        .setRequireIssuedAt()
        .setRequireExpirationTime()
        .setMaxFutureValidityInMinutes(MOST_MINUTES);
  }

  private Optional<String> checked(String assertion, JwtConsumer consumer) {
    try {
      JwtClaims claims = consumer.processToClaims(assertion);
      return seen.add(claims.getJwtId()) ? Optional.of(claims.getSubject()) : Optional.empty();
    } catch (InvalidJwtException | MalformedClaimException e) {
      return Optional.empty();
    }
  }

  private JsonWebKey key(JsonWebSignature signature) throws UnresolvableKeyException {
    try {
      for (List<JsonWebKey> some : List.of(keys, called(signature.getKeyIdHeaderValue()))) {
        JsonWebKey key = new VerificationJwkSelector().select(signature, some);
        if (key != null) {
          return key;
        }
      }
    } catch (JoseException e) {
      throw new UnresolvableKeyException("no key", e);
    }
    throw new UnresolvableKeyException("no key");
  }

  /** A key without a name, as in PEM, is meant by any. */
  private List<JsonWebKey> called(@Nullable String name) throws JoseException {
    List<JsonWebKey> all = new ArrayList<>();
    for (JsonWebKey key : keys) {
      if (key.getKeyId() == null) {
        JsonWebKey copy = JsonWebKey.Factory.newJwk(key.getKey());
        copy.setKeyId(name);
        all.add(copy);
      }
    }
    return all;
  }
}
