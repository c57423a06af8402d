package io.mpoauth2.client.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.mpoauth2.client.endpoint.authentication.JwsSigner;
import io.mpoauth2.client.endpoint.authentication.KeyCertificate;
import io.mpoauth2.client.endpoint.authentication.KeyKind;
import io.mpoauth2.client.endpoint.authentication.Secret;
import io.mpoauth2.client.endpoint.authentication.SignatureAlgorithm;
import io.mpoauth2.client.endpoint.keys.UnusableKeyException;
import io.mpoauth2.client.token.operation.LogMessage;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** With what, and how, assertions are signed. */
final class SigningSettings {
  /** RFC 7518, sections 3.3 and 3.5. */
  private static final int LEAST_RSA_BITS = 2048;

  private final SettingsValues values;

  SigningSettings(SettingsValues values) {
    this.values = values;
  }

  /** Gives one with the client's secret; null after a problem was told. */
  @Nullable JwsSigner withSecret(Secret secret) {
    List<SignatureAlgorithm> algorithms =
        algorithms(KeyKind.SECRET, SettingsKey.CLIENT_AUTHENTICATION, "=client_secret_jwt");
    if (algorithms.isEmpty() || secret.value().isEmpty()) {
      return null;
    }
    SignatureAlgorithm algorithm = algorithms.get(0);
    int least = Integer.parseInt(algorithm.name().substring(2)) / 8;
    if (secret.value().getBytes(UTF_8).length < least) {
      values.notice(
          LogMessage.SHORT_SECRET,
          values.verbatim(SettingsKey.CLIENT_SECRET).isEmpty()
              ? SettingsKey.CLIENT_SECRET_FILE
              : SettingsKey.CLIENT_SECRET,
          "the secret has fewer than the "
              + least
              + " bytes that "
              + algorithm
              + " wants (RFC 7518, section 3.2); some servers refuse it");
    }
    return JwsSigner.of(algorithm, secret, keyId());
  }

  /** Gives one with the private key; null after a problem was told. */
  @Nullable JwsSigner withPrivateKey() {
    PrivateKey key = new PrivateKeySettings(values).read();
    KeyKind kind = key == null ? null : kind(key);
    if (key == null || kind == null) {
      return null;
    }
    List<SignatureAlgorithm> algorithms = algorithms(kind, SettingsKey.PRIVATE_KEY_FILE, "");
    if (algorithms.isEmpty()) {
      return null;
    }
    // An RSASSA-PSS key may be for one hash alone.
    JwsSigner signer =
        algorithms.stream()
            .map(each -> new JwsSigner(each, key, keyId()))
            .filter(JwsSigner::works)
            .findFirst()
            .orElse(null);
    if (signer == null) {
      keyFile().problem("has a key that cannot sign with " + algorithms.get(0));
      return null;
    }
    return values.text(SettingsKey.CERTIFICATE_FILE).isEmpty() ? signer : withCertificate(signer);
  }

  private @Nullable KeyKind kind(PrivateKey key) {
    Optional<KeyKind> kind = KeyKind.of(key);
    if (kind.isEmpty()) {
      keyFile().problem("has a key on a curve that no JWT is signed with");
    } else if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
      keyFile()
          .problem(
              "has an RSA key of "
                  + rsa.getModulus().bitLength()
                  + " bits; at least 2048 are needed (RFC 7518, section 3.3)");
    }
    return kind.orElse(null);
  }

  /** Gives the one that is named, or those of the key; none after a problem was told. */
  private List<SignatureAlgorithm> algorithms(KeyKind kind, SettingsKey reason, String value) {
    SettingsKey key = SettingsKey.SIGNATURE_ALGORITHM;
    String name = values.text(key);
    List<SignatureAlgorithm> fitting = SignatureAlgorithm.of(kind);
    if (name.isEmpty()) {
      return fitting;
    }
    SignatureAlgorithm named = SignatureAlgorithm.named(name).orElse(null);
    if (named != null && fitting.contains(named)) {
      return List.of(named);
    }
    values.problem(
        key,
        (named == null ? "\"" + name + "\" is no algorithm" : name + " does not go")
            + (named == null ? " for " : " with ")
            + kind.words()
            + " ("
            + values.name(reason)
            + value
            + "); use "
            + fitting.stream().map(Enum::name).collect(joining(" or ")));
    return List.of();
  }

  private Map<String, String> keyId() {
    String id = values.text(SettingsKey.KEY_ID);
    return id.isEmpty() ? Map.of() : Map.of("kid", id);
  }

  private JwsSigner withCertificate(JwsSigner signer) {
    SettingsFile file = new SettingsFile(values, SettingsKey.CERTIFICATE_FILE);
    byte[] bytes = file.bytes();
    if (bytes != null) {
      try {
        return signer.naming("x5t#S256", KeyCertificate.of(bytes, signer).thumbprint());
      } catch (UnusableKeyException e) {
        file.problem(String.valueOf(e.getMessage()));
      }
    }
    return signer;
  }

  private SettingsFile keyFile() {
    return new SettingsFile(values, SettingsKey.PRIVATE_KEY_FILE);
  }
}
