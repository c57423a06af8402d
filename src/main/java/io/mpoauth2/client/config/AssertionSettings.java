package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.authentication.AssertionClaims;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What assertions that we sign say. */
final class AssertionSettings {
  private static final String OURS = "iss|sub|aud|exp|iat|nbf|jti";

  private final SettingsValues values;

  AssertionSettings(SettingsValues values) {
    this.values = values;
  }

  /** Gives those that the subject and claims of the settings are for. */
  AssertionClaims ofSubject(URI tokenEndpoint) {
    String subject = values.text(SettingsKey.ASSERTION_SUBJECT);
    return claims(tokenEndpoint, subject.isEmpty() ? clientId() : subject, own());
  }

  /** Gives those that the client says of itself, where a grant's assertion says the others. */
  AssertionClaims ofClient(URI tokenEndpoint) {
    return claims(tokenEndpoint, clientId(), Map.of());
  }

  private AssertionClaims claims(URI tokenEndpoint, String subject, Map<String, String> own) {
    String audience = values.text(SettingsKey.ASSERTION_AUDIENCE);
    Duration lifetime = values.duration(SettingsKey.ASSERTION_LIFETIME);
    return new AssertionClaims(
        clientId(),
        subject,
        audience.isEmpty() ? tokenEndpoint.toString() : audience,
        lifetime,
        own);
  }

  private String clientId() {
    return values.text(SettingsKey.CLIENT_ID);
  }

  private Map<String, String> own() {
    Map<String, String> claims = new TreeMap<>(values.members(SettingsKey.ASSERTION_CLAIMS));
    for (String name : claims.keySet()) {
      if (name.matches(OURS)) {
        values.problem(
            SettingsKey.ASSERTION_CLAIMS.of(values.client(), name),
            "is no claim of yours: the library sets it; see "
                + values.name(SettingsKey.ASSERTION_AUDIENCE)
                + ", "
                + values.name(SettingsKey.ASSERTION_SUBJECT)
                + " and "
                + values.name(SettingsKey.ASSERTION_LIFETIME));
      }
    }
    return claims;
  }
}
