package io.mpoauth2.client.endpoint.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs JWTs with one key. Equal if the signatures can be checked with the same one.
 *
 * @param algorithm how, which fits the key
 * @param key what with, a private key or a secret
 * @param named what else the header says, to find the other key by (RFC 7515, section 4.1)
 */
public record JwsSigner(SignatureAlgorithm algorithm, Key key, Map<String, String> named) {

  /**
   * Makes one that signs with a secret.
   *
   * @param algorithm an HMAC
   * @param secret not empty; the bytes of its UTF-8 are the key (OpenID Connect Core, section 10.1)
   * @param named what else the header says
   * @return the signer
   */
  public static JwsSigner of(
      SignatureAlgorithm algorithm, Secret secret, Map<String, String> named) {
    byte[] bytes = secret.value().getBytes(UTF_8);
    return new JwsSigner(algorithm, new SecretKeySpec(bytes, algorithm.name()), named);
  }

  /**
   * Gives one whose header says something more.
   *
   * @param name of the header's member
   * @param value of it
   * @return the same but for that
   */
  public JwsSigner naming(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(named);
    more.put(name, value);
    return new JwsSigner(algorithm, key, more);
  }

  /**
   * Tries it.
   *
   * @return whether the key can be used, as far as this JVM knows it and the algorithm
   */
  public boolean works() {
    try {
      sign(new byte[1]);
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  String header() {
    JsonText header = new JsonText().add("alg", algorithm.name()).add("typ", "JWT");
    named.forEach(header::add);
    return header.text();
  }

  /**
   * Signs what is signed (RFC 7515, section 5.1).
   *
   * @throws IllegalStateException if this key cannot; does not tell why, which may tell of the key
   */
  byte[] sign(byte[] text) {
    try {
      return algorithm.sign(key, text);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IllegalStateException(
          "the key cannot sign with " + algorithm + " (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** Does not show the key. */
  @Override
  public String toString() {
    return "JwsSigner[" + algorithm + ", " + named + "]";
  }
}
