package io.mpoauth2.client.endpoint.authentication;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKey;

/** What a key is, as far as it decides about algorithms (RFC 7518, section 3.1; RFC 8037). */
public enum KeyKind {
  /** A secret that both sides have. */
  SECRET("a client secret"),

  /** RSA for whatever padding. */
  RSA("an RSA key"),

  /** RSA that says itself that it is for PSS alone. */
  RSA_PSS("an RSASSA-PSS key"),

  /** An EC key. */
  P_256("an EC key on P-256"),

  /** An EC key. */
  P_384("an EC key on P-384"),

  /** An EC key. */
  P_521("an EC key on P-521"),

  /** An Edwards curve's key. */
  ED25519("an Ed25519 key"),

  /** An Edwards curve's key. */
  ED448("an Ed448 key");

  private final String words;

  KeyKind(String words) {
    this.words = words;
  }

  /**
   * Gives what a key is.
   *
   * @param key of any provider
   * @return empty for what no algorithm can be used with
   */
  public static Optional<KeyKind> of(Key key) {
    if (key instanceof SecretKey) {
      return Optional.of(SECRET);
    }
    if (key instanceof RSAKey) {
      return Optional.of(key.getAlgorithm().equals("RSASSA-PSS") ? RSA_PSS : RSA);
    }
    if (key instanceof ECKey ec) {
      return Arrays.stream(new KeyKind[] {P_256, P_384, P_521})
          .filter(kind -> kind.hasOrder(ec.getParams().getOrder()))
          .findFirst();
    }
    String name = key instanceof EdECKey edwards ? edwards.getParams().getName() : "";
    return Arrays.stream(values()).filter(kind -> kind.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Other curves have keys of the same length. */
  private boolean hasOrder(BigInteger order) {
    try {
      AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp" + name().substring(2) + "r1"));
      return curve.getParameterSpec(ECParameterSpec.class).getOrder().equals(order);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /**
   * Gives what it is, with an article.
   *
   * @return words for a message
   */
  public String words() {
    return words;
  }
}
