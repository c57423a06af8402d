package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.mpoauth2.client.endpoint.authentication.Proof;
import io.mpoauth2.client.endpoint.transport.ProxyChoice;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of the settings must not be shown if an answer repeats it. Of parameters and headers only
 * what is long enough to be a secret: a short word would hide the server's words with it.
 */
final class OwnSecrets {
  private static final int SHORTEST = 8;
  private static final Pattern PUBLIC_PARAMETERS = Pattern.compile("audience|resource|scope");
  private static final Pattern PUBLIC_HEADERS = Pattern.compile("(?i)accept|user-agent");

  private OwnSecrets() {}

  static Set<String> of(ClientSettings settings, Proof proof) {
    Set<String> secrets = new LinkedHashSet<>(proof.secrets());
    settings
        .parameters()
        .forEach(
            (name, values) -> {
              if (!PUBLIC_PARAMETERS.matcher(name).matches()) {
                values.forEach(value -> addLong(value, secrets));
              }
            });
    settings
        .headers()
        .forEach(
            (name, value) -> {
              if (!PUBLIC_HEADERS.matcher(name).matches()) {
                addLong(value, secrets);
              }
            });
    addLogin(settings.route().proxy().account(), secrets);
    String query = settings.tokenEndpoint().getRawQuery();
    if (query != null) {
      addLong(query, secrets);
      for (String parameter : Arrays.asList(query.split("&"))) {
        addLong(parameter.substring(parameter.indexOf('=') + 1), secrets);
      }
    }
    return secrets;
  }

  /** The JDK sends it, and a proxy may show what it got. */
  private static void addLogin(ProxyChoice.@Nullable Account account, Set<String> secrets) {
    if (account != null) {
      String joined = account.user() + ':' + account.password();
      secrets.add(account.password());
      secrets.add(Base64.getEncoder().encodeToString(joined.getBytes(ISO_8859_1)));
    }
  }

  private static void addLong(String value, Set<String> secrets) {
    String stripped = value.strip();
    if (stripped.length() >= SHORTEST) {
      secrets.add(stripped);
    }
  }
}
