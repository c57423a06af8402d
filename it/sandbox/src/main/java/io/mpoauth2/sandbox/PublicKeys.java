package io.mpoauth2.sandbox;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * Public keys as people have them: a JWK Set (RFC 7517, section 5), or PEM as openssl writes it.
 */
final class PublicKeys {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----");

  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  private PublicKeys() {}

  /**
   * Reads keys.
   *
   * @throws IllegalArgumentException if there is none
   */
  static List<JsonWebKey> in(String text) {
    List<JsonWebKey> keys;
    try {
      List<String> parts = PEM.matcher(text).results().map(PublicKeys::content).toList();
      keys = parts.isEmpty() ? new JsonWebKeySet(text).getJsonWebKeys() : inPem(parts);
    } catch (JoseException | ClassCastException e) {
      // The latter of a set whose members are of other types than they should be.
      throw new IllegalArgumentException("neither a JWK Set nor a public key in PEM", e);
    }
    if (keys.isEmpty()) {
      // Those that jose4j cannot read it leaves out.
      throw new IllegalArgumentException("a JWK Set without a key that can be used");
    }
    return keys;
  }

  private static List<JsonWebKey> inPem(List<String> parts) throws JoseException {
    List<JsonWebKey> keys = new ArrayList<>();
    for (String part : parts) {
      keys.add(JsonWebKey.Factory.newJwk(key(Base64.getMimeDecoder().decode(part))));
    }
    return keys;
  }

  private static String content(MatchResult part) {
    return part.group(1);
  }

  private static PublicKey key(byte[] encoded) {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
      } catch (InvalidKeySpecException e) {
        // Of another kind.
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("each JDK has " + algorithm, e);
      }
    }
    throw new IllegalArgumentException("a public key in PEM that is none of " + ALGORITHMS);
  }
}
