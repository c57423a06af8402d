package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.authentication.ClientAuthentication;
import io.mpoauth2.client.endpoint.authentication.ClientSecretBasic;
import io.mpoauth2.client.endpoint.authentication.ClientSecretJwt;
import io.mpoauth2.client.endpoint.authentication.ClientSecretPost;
import io.mpoauth2.client.endpoint.authentication.FinishedAssertion;
import io.mpoauth2.client.endpoint.authentication.JwsSigner;
import io.mpoauth2.client.endpoint.authentication.JwtAssertion;
import io.mpoauth2.client.endpoint.authentication.PrivateKeyJwt;
import io.mpoauth2.client.endpoint.authentication.PublicClient;
import io.mpoauth2.client.endpoint.authentication.Secret;
import io.mpoauth2.client.endpoint.authentication.SelfSignedTlsClientAuth;
import io.mpoauth2.client.endpoint.authentication.TlsClientAuth;
import java.net.URI;

/** How the client proves who it is. */
final class AuthenticationSettings {
  private final SettingsValues values;
  private final URI tokenEndpoint;
  private final ReadFor purpose;

  AuthenticationSettings(SettingsValues values, URI tokenEndpoint, ReadFor purpose) {
    this.values = values;
    this.tokenEndpoint = tokenEndpoint;
    this.purpose = purpose;
  }

  ClientAuthentication read() {
    String id = values.text(SettingsKey.CLIENT_ID);
    if (id.isEmpty()) {
      values.missing(SettingsKey.CLIENT_ID, "");
    }
    boolean raw = values.choice(SettingsKey.BASIC_ENCODING, "form", "raw").equals("raw");
    String way =
        values.choice(
            SettingsKey.CLIENT_AUTHENTICATION,
            "client_secret_basic",
            "client_secret_post",
            "client_secret_jwt",
            "private_key_jwt",
            "tls_client_auth",
            "self_signed_tls_client_auth",
            "none");
    new UnusedSettings(values).tell(way);
    return switch (way) {
      case "client_secret_post" -> new ClientSecretPost(id, secret());
      case "client_secret_jwt" -> clientSecretJwt(id);
      case "private_key_jwt" -> privateKeyJwt(id);
      case "tls_client_auth" -> new TlsClientAuth(id);
      case "self_signed_tls_client_auth" -> new SelfSignedTlsClientAuth(id);
      case "none" -> none(id);
      default -> basic(id, raw);
    };
  }

  private ClientAuthentication basic(String id, boolean raw) {
    if (raw && id.indexOf(':') >= 0) {
      values.problem(
          SettingsKey.CLIENT_ID,
          "has a colon, which "
              + values.name(SettingsKey.BASIC_ENCODING)
              + "=raw cannot tell from the one before the secret");
    }
    return new ClientSecretBasic(id, secret(), !raw);
  }

  private ClientAuthentication clientSecretJwt(String id) {
    Secret secret = secret();
    JwsSigner signer = new SigningSettings(values).withSecret(secret);
    return signer == null
        ? new PublicClient(id)
        : new ClientSecretJwt(id, type(), secret, assertion(id, signer));
  }

  private ClientAuthentication privateKeyJwt(String id) {
    if (values.isSet(SettingsKey.CLIENT_ASSERTION_FILE)) {
      if (values.isSet(SettingsKey.PRIVATE_KEY_FILE)) {
        values.problem(
            SettingsKey.PRIVATE_KEY_FILE,
            "and " + values.name(SettingsKey.CLIENT_ASSERTION_FILE) + " are both set; remove one");
      }
      Secret finished = new AssertionFileSettings(values).read(purpose);
      return new FinishedAssertion(id, type(), finished);
    }
    values.missing(
        SettingsKey.PRIVATE_KEY_FILE,
        "; set it or " + values.name(SettingsKey.CLIENT_ASSERTION_FILE));
    JwsSigner signer = new SigningSettings(values).withPrivateKey();
    return signer == null
        ? new PublicClient(id)
        : new PrivateKeyJwt(id, type(), assertion(id, signer));
  }

  private ClientAuthentication none(String id) {
    if (values.text(SettingsKey.GRANT_TYPE).equals(SettingsKey.GRANT_TYPE.defaultValue())) {
      values.problem(
          SettingsKey.CLIENT_AUTHENTICATION,
          "is none, but only a confidential client has this grant (RFC 6749, section 4.4)");
    }
    return new PublicClient(id);
  }

  private Secret secret() {
    SecretSettings secret =
        new SecretSettings(values, SettingsKey.CLIENT_SECRET, SettingsKey.CLIENT_SECRET_FILE);
    boolean isNoneMeant =
        values.isSet(SettingsKey.PRIVATE_KEY_FILE)
            || values.isSet(SettingsKey.CLIENT_ASSERTION_FILE);
    if (isNoneMeant && !secret.isSet()) {
      values.problem(
          SettingsKey.CLIENT_AUTHENTICATION,
          "is "
              + values.text(SettingsKey.CLIENT_AUTHENTICATION)
              + ", for which there is no "
              + values.name(SettingsKey.CLIENT_SECRET)
              + "; a key or an assertion in a file is for private_key_jwt");
      return new Secret("");
    }
    return secret.required();
  }

  private JwtAssertion assertion(String id, JwsSigner signer) {
    return new JwtAssertion(new AssertionSettings(values).read(id, tokenEndpoint), signer);
  }

  private String type() {
    String type = values.text(SettingsKey.CLIENT_ASSERTION_TYPE);
    URI uri = SettingsValues.uri(type);
    if (uri == null || !uri.isAbsolute()) {
      values.problem(
          SettingsKey.CLIENT_ASSERTION_TYPE, "is no absolute URI (RFC 7521, section 4.2)", type);
    }
    return type;
  }
}
