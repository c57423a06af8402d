package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.mpoauth2.client.token.Origin;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where calls may go. */
final class OriginSettings {
  private final SettingsValues values;

  OriginSettings(SettingsValues values) {
    this.values = values;
  }

  Set<Origin> read() {
    SettingsKey key = SettingsKey.ALLOWED_ORIGINS;
    Set<Origin> origins = new LinkedHashSet<>();
    for (String text : values.list(key)) {
      Origin origin = origin(text);
      if (origin == null) {
        values.problem(
            key, "has something that is not scheme://host[:port]", ClientSettings.publicPart(text));
      } else {
        origins.add(origin);
      }
    }
    return origins;
  }

  private static @Nullable Origin origin(String text) {
    URI uri = SettingsValues.uri(text);
    if (uri == null
        || uri.getRawUserInfo() != null
        || !String.valueOf(uri.getRawPath()).isEmpty()
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      return null;
    }
    return Origin.of(uri);
  }
}
