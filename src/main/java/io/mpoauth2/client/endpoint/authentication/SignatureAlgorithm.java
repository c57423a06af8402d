package io.mpoauth2.client.endpoint.authentication;

import static io.mpoauth2.client.endpoint.authentication.KeyKind.ED25519;
import static io.mpoauth2.client.endpoint.authentication.KeyKind.ED448;
import static io.mpoauth2.client.endpoint.authentication.KeyKind.P_256;
import static io.mpoauth2.client.endpoint.authentication.KeyKind.P_384;
import static io.mpoauth2.client.endpoint.authentication.KeyKind.P_521;
import static io.mpoauth2.client.endpoint.authentication.KeyKind.RSA;
import static io.mpoauth2.client.endpoint.authentication.KeyKind.RSA_PSS;
import static io.mpoauth2.client.endpoint.authentication.KeyKind.SECRET;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * How a JWT is signed (RFC 7518, section 3.1; RFC 8037, section 3.1; RFC 9864), with the name that
 * the JDK has for it. Of those that fit a key the first is its default.
 */
public enum SignatureAlgorithm {
  /** HMAC. */
  HS256("HmacSHA256", SECRET),
  /** HMAC. */
  HS384("HmacSHA384", SECRET),
  /** HMAC. */
  HS512("HmacSHA512", SECRET),
  /** RSA, PKCS#1 v1.5. */
  RS256("SHA256withRSA", RSA),
  /** RSA, PKCS#1 v1.5. */
  RS384("SHA384withRSA", RSA),
  /** RSA, PKCS#1 v1.5. */
  RS512("SHA512withRSA", RSA),
  /** RSA, PSS. */
  PS256("RSASSA-PSS", RSA, RSA_PSS),
  /** RSA, PSS. */
  PS384("RSASSA-PSS", RSA, RSA_PSS),
  /** RSA, PSS. */
  PS512("RSASSA-PSS", RSA, RSA_PSS),
  /** ECDSA; both numbers side by side, not in the JDK's usual DER (RFC 7518, section 3.4). */
  ES256("SHA256withECDSAinP1363Format", P_256),
  /** ECDSA. */
  ES384("SHA384withECDSAinP1363Format", P_384),
  /** ECDSA. */
  ES512("SHA512withECDSAinP1363Format", P_521),
  /** Either Edwards curve. */
  EdDSA("EdDSA", ED25519, ED448),
  /** By its own name. */
  Ed25519("EdDSA", KeyKind.ED25519),
  /** By its own name. */
  Ed448("EdDSA", KeyKind.ED448);

  private final String ofJdk;
  private final KeyKind kind;
  private final KeyKind other;

  SignatureAlgorithm(String ofJdk, KeyKind kind) {
    this(ofJdk, kind, kind);
  }

  SignatureAlgorithm(String ofJdk, KeyKind kind, KeyKind other) {
    this.ofJdk = ofJdk;
    this.kind = kind;
    this.other = other;
  }

  /**
   * Gives the algorithm of a name, in whatever case.
   *
   * @param name {@code alg} of the header
   * @return empty if there is none
   */
  public static Optional<SignatureAlgorithm> named(String name) {
    return Arrays.stream(values()).filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * Gives what a kind of key can be used with.
   *
   * @param kind of the key
   * @return one or more, the default first
   */
  public static List<SignatureAlgorithm> of(KeyKind kind) {
    return Arrays.stream(values()).filter(each -> each.kind == kind || each.other == kind).toList();
  }

  byte[] sign(Key key, byte[] text) throws GeneralSecurityException {
    if (key instanceof SecretKey secret) {
      Mac mac = Mac.getInstance(ofJdk);
      mac.init(secret);
      return mac.doFinal(text);
    }
    Signature signature = Signature.getInstance(ofJdk);
    signature.initSign((PrivateKey) key);
    setParameters(signature);
    signature.update(text);
    return signature.sign();
  }

  boolean isSignedWith(PublicKey other, byte[] text, byte[] signed)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance(ofJdk);
    signature.initVerify(other);
    setParameters(signature);
    signature.update(text);
    return signature.verify(signed);
  }

  private void setParameters(Signature signature) throws GeneralSecurityException {
    if (name().startsWith("PS")) {
      int bits = Integer.parseInt(name().substring(2));
      String hash = "SHA-" + bits;
      // The salt is as long as the hash (RFC 7518, section 3.5).
      signature.setParameter(
          new PSSParameterSpec(
              hash,
              "MGF1",
              new MGF1ParameterSpec(hash),
              bits / 8,
              PSSParameterSpec.TRAILER_FIELD_BC));
    }
  }
}
