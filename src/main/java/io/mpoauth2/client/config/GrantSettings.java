package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.Grant;
import io.mpoauth2.client.endpoint.JwtBearerGrant;
import io.mpoauth2.client.endpoint.NamedGrant;
import io.mpoauth2.client.endpoint.authentication.JwsSigner;
import io.mpoauth2.client.endpoint.authentication.JwtAssertion;
import java.net.URI;

/** What tokens are asked for with. */
final class GrantSettings {
  private static final SettingsKey KEY = SettingsKey.GRANT_TYPE;

  private final SettingsValues values;

  GrantSettings(SettingsValues values) {
    this.values = values;
  }

  /** Says whether an assertion of ours is the grant, so that the client need prove nothing else. */
  boolean isSigned() {
    return values.text(KEY).equals(JwtBearerGrant.TYPE);
  }

  /** Says whether it is the one that only a client with a proof has. */
  boolean isOfClient() {
    return values.text(KEY).equals(KEY.defaultValue());
  }

  Grant read(URI tokenEndpoint) {
    String type = values.text(KEY);
    if (!type.matches("[\\x21-\\x7E]+")) {
      values.problem(KEY, "is neither the name nor the URI of a grant", type);
    }
    return isSigned() ? signed(tokenEndpoint) : new NamedGrant(type);
  }

  private Grant signed(URI tokenEndpoint) {
    values.missing(SettingsKey.PRIVATE_KEY_FILE, "; the assertion of this grant is signed with it");
    JwsSigner signer = new SigningSettings(values).withPrivateKey();
    return signer == null
        ? new NamedGrant(JwtBearerGrant.TYPE)
        : new JwtBearerGrant(
            new JwtAssertion(new AssertionSettings(values).ofSubject(tokenEndpoint), signer));
  }
}
