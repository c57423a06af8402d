package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.ClientSettings;
import io.mpoauth2.client.token.operation.LogMessage;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What stands in the form of a token request, beside the client's credentials. */
final class FormSettings {
  private static final String OURS = "grant_type|scope|client_secret|client_assertion.*";

  private final SettingsValues values;

  FormSettings(SettingsValues values) {
    this.values = values;
  }

  /** What the annotation asks for, whatever is configured; else what is. */
  Set<String> scope(Set<String> requested) {
    if (requested.stream().anyMatch(token -> token.contains("${"))) {
      values.problem(
          SettingsKey.SCOPE,
          "is the place for an expression such as the \""
              + String.join(" ", requested).replaceAll("\\p{Cntrl}", "?")
              + "\" in an annotation's scope, to which nothing gives a value");
    }
    Set<String> scope = new LinkedHashSet<>(requested);
    if (scope.isEmpty()) {
      scope.addAll(Arrays.asList(values.text(SettingsKey.SCOPE).split("\\s+")));
      scope.remove("");
    }
    for (String token : scope) {
      if (!ClientSettings.isScopeToken(token)) {
        values.problem(
            SettingsKey.SCOPE,
            "(or the annotation's scope) has a character that RFC 6749, section 3.3 forbids",
            token.replaceAll("\\p{Cntrl}", "?"));
      } else if (token.indexOf(',') >= 0) {
        values.notice(
            LogMessage.COMMA_IN_SCOPE,
            SettingsKey.SCOPE,
            "scope is delimited by spaces; the comma in \""
                + token
                + "\" is sent as part of the name");
      }
    }
    return scope;
  }

  Map<String, List<String>> parameters() {
    Map<String, List<String>> parameters = new TreeMap<>();
    values
        .members(SettingsKey.PARAMETERS)
        .forEach(
            (name, value) -> {
              if (isOurs(name) || (name.equals("client_id") && !isClientId(value))) {
                values.problem(
                    SettingsKey.PARAMETERS.of(values.client(), name),
                    "is no parameter of yours: it has its own setting");
              }
              parameters.put(name, List.of(value));
            });
    put("audience", values.list(SettingsKey.AUDIENCE), parameters);
    Set<String> resources = values.list(SettingsKey.RESOURCE);
    resources.forEach(this::check);
    put("resource", resources, parameters);
    return parameters;
  }

  private boolean isOurs(String name) {
    return name.matches(OURS) || (name.equals("assertion") && new GrantSettings(values).isSigned());
  }

  /** Beside Basic it may be there as well (RFC 6749, section 3.2.1), and some servers want it. */
  private boolean isClientId(String value) {
    return value.equals(values.text(SettingsKey.CLIENT_ID));
  }

  /** Entra ID v1 takes ids of applications, which are no URIs. */
  private void check(String resource) {
    URI uri = SettingsValues.uri(resource);
    if (uri == null || !uri.isAbsolute() || uri.getRawFragment() != null) {
      values.notice(
          LogMessage.RESOURCE_IS_NO_URI,
          SettingsKey.RESOURCE,
          "\""
              + resource.replaceAll("\\p{Cntrl}", "?")
              + "\" is sent as it stands, but is no absolute URI without a fragment (RFC 8707,"
              + " section 2)");
    }
  }

  private static void put(String name, Set<String> items, Map<String, List<String>> parameters) {
    if (!items.isEmpty()) {
      parameters.put(name, List.copyOf(items));
    }
  }
}
