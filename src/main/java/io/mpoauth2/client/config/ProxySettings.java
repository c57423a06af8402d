package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.authentication.Secret;
import io.mpoauth2.client.endpoint.transport.ProxyChoice;
import io.mpoauth2.client.token.operation.LogMessage;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** By which proxy to the token endpoint, and who logs in there. */
final class ProxySettings {
  private static final int LARGEST_PORT = 65535;

  private static final Pattern ADDRESS =
      Pattern.compile("(?:\\[(?<literal>[0-9A-Fa-f:.]+)]|(?<name>[\\w.-]+)):(?<port>[0-9]{1,5})");

  private final SettingsValues values;

  ProxySettings(SettingsValues values) {
    this.values = values;
  }

  ProxyChoice read() {
    SettingsKey key = SettingsKey.PROXY_ADDRESS;
    String address = values.text(key);
    ProxyChoice.Account account = account();
    if (address.isEmpty() || address.equals("none")) {
      if (account != null && !values.isSet(key)) {
        values.problem(SettingsKey.PROXY_USER, "is set, but " + values.name(key) + " is not");
      } else if (account != null) {
        values.idle(
            LogMessage.SETTING_NOT_USED,
            values.name(SettingsKey.PROXY_USER),
            "has no effect with " + values.name(key) + "=none");
      }
      return address.isEmpty() ? ProxyChoice.ofTheJvm() : ProxyChoice.none();
    }
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      problem(address);
      return ProxyChoice.none();
    }
    int port = Integer.parseInt(parts.group("port"));
    if (port < 1 || port > LARGEST_PORT) {
      values.problem(key, "has a port that is not 1 to " + LARGEST_PORT, address);
      return ProxyChoice.none();
    }
    String literal = parts.group("literal");
    if (literal != null && !isLiteral(literal)) {
      values.problem(key, "has no IPv6 address between its brackets", address);
      return ProxyChoice.none();
    }
    return ProxyChoice.of(literal == null ? parts.group("name") : literal, port, account);
  }

  private void problem(String address) {
    SettingsKey key = SettingsKey.PROXY_ADDRESS;
    if (address.indexOf('@') >= 0) {
      values.problem(
          key,
          "has a log-in before the host; set "
              + values.name(SettingsKey.PROXY_USER)
              + " and "
              + values.name(SettingsKey.PROXY_PASSWORD));
    } else {
      values.problem(
          key,
          "is neither host:port (without a scheme, an IPv6 address in brackets) nor none",
          address);
    }
  }

  /** Looks no name up: it has a colon, and only digits. */
  private static boolean isLiteral(String text) {
    try {
      return text.indexOf(':') >= 0 && InetAddress.getByName('[' + text + ']') != null;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private ProxyChoice.@Nullable Account account() {
    SettingsKey userKey = SettingsKey.PROXY_USER;
    SecretSettings secret =
        new SecretSettings(values, SettingsKey.PROXY_PASSWORD, SettingsKey.PROXY_PASSWORD_FILE);
    String user = values.text(userKey);
    if (user.isEmpty()) {
      if (secret.isSet()) {
        values.missing(userKey, ", but a password for it is set");
      }
      secret.read();
      return null;
    }
    if (user.indexOf(':') >= 0) {
      values.problem(userKey, "has a colon, which a user of HTTP Basic cannot have (RFC 7617)");
    }
    Secret password = secret.required();
    return new ProxyChoice.Account(user, password.value());
  }
}
