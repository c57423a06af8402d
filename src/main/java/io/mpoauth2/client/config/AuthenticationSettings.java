package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.authentication.ClientAuthentication;
import io.mpoauth2.client.endpoint.authentication.ClientSecretBasic;
import io.mpoauth2.client.endpoint.authentication.ClientSecretJwt;
import io.mpoauth2.client.endpoint.authentication.ClientSecretPost;
import io.mpoauth2.client.endpoint.authentication.FinishedAssertion;
import io.mpoauth2.client.endpoint.authentication.JwsSigner;
import io.mpoauth2.client.endpoint.authentication.JwtAssertion;
import io.mpoauth2.client.endpoint.authentication.NoAuthentication;
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
  private final GrantSettings grant;

  AuthenticationSettings(SettingsValues values, URI tokenEndpoint, ReadFor purpose) {
    this.values = values;
    this.tokenEndpoint = tokenEndpoint;
    this.purpose = purpose;
    this.grant = new GrantSettings(values);
  }

  ClientAuthentication read() {
    String id = values.text(SettingsKey.CLIENT_ID);
    if (id.isEmpty()) {
      values.missing(SettingsKey.CLIENT_ID, "");
    }
    boolean raw = values.choice(SettingsKey.BASIC_ENCODING, "form", "raw").equals("raw");
    String way = way();
    new UnusedSettings(values).tell(way, grant.isSigned());
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

  /** An assertion that is the grant says already who asks. */
  private String way() {
    SettingsKey key = SettingsKey.CLIENT_AUTHENTICATION;
    return grant.isSigned() && !values.isSet(key)
        ? "none"
        : values.choice(
            key,
            "client_secret_basic",
            "client_secret_post",
            "client_secret_jwt",
            "private_key_jwt",
            "tls_client_auth",
            "self_signed_tls_client_auth",
            "none");
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
        : new ClientSecretJwt(id, type(), secret, assertion(signer));
  }

  private ClientAuthentication privateKeyJwt(String id) {
    if (values.isSet(SettingsKey.CLIENT_ASSERTION_FILE)) {
      if (values.isSet(SettingsKey.PRIVATE_KEY_FILE) && !grant.isSigned()) {
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
    return signer == null ? new PublicClient(id) : new PrivateKeyJwt(id, type(), assertion(signer));
  }

  private ClientAuthentication none(String id) {
    if (grant.isOfClient()) {
      values.problem(
          SettingsKey.CLIENT_AUTHENTICATION,
          "is none, but only a confidential client has this grant (RFC 6749, section 4.4)");
    }
    return grant.isSigned() ? new NoAuthentication() : new PublicClient(id);
  }

  private Secret secret() {
    SecretSettings secret =
        new SecretSettings(values, SettingsKey.CLIENT_SECRET, SettingsKey.CLIENT_SECRET_FILE);
    boolean isNoneMeant =
        (values.isSet(SettingsKey.PRIVATE_KEY_FILE) && !grant.isSigned())
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

  private JwtAssertion assertion(JwsSigner signer) {
    AssertionSettings claims = new AssertionSettings(values);
    return new JwtAssertion(
        grant.isSigned() ? claims.ofClient(tokenEndpoint) : claims.ofSubject(tokenEndpoint),
        signer);
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
