package io.mpoauth2.client.token;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a token is sent to: the origin of a URI (RFC 6454, section 4), host in lower case, the port
 * always explicit, so that equal origins are equal.
 */
public final class Origin {
  /**
   * No host name by RFC 952, so {@link URI} has none; but containers are called so: with an
   * underscore, a hyphen at the end, a digit behind the last dot. Numbers alone would be an address
   * to some (127.1).
   */
  private static final Pattern OTHER_NAME =
      Pattern.compile(
          "((?:[A-Za-z0-9_-]{1,63}\\.){0,126}"
              + "(?![0-9]+\\.?(?::|$)|0[xX][0-9A-Fa-f]*\\.?(?::|$))[A-Za-z0-9_-]{1,63}\\.?)"
              + "(?::([0-9]{1,5})?)?");

  private static final int LARGEST_PORT = 65535;

  private final String scheme;
  private final String host;
  private final int port;

  private Origin(String scheme, String host, int port) {
    this.scheme = scheme;
    this.host = host;
    this.port = port;
  }

  /**
   * Gives the origin of a URI.
   *
   * @param uri any URI
   * @return its origin; null unless it is {@code http} or {@code https} with a host
   */
  public static @Nullable Origin of(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return null;
    }
    String host = uri.getHost();
    int port = uri.getPort();
    if (host == null) {
      String authority = uri.getRawAuthority();
      Matcher other = OTHER_NAME.matcher(authority == null ? "" : authority);
      if (!other.matches()) {
        return null;
      }
      host = other.group(1);
      port = other.group(2) == null ? -1 : Integer.parseInt(other.group(2));
      if (port > LARGEST_PORT) {
        return null;
      }
    }
    int schemesPort = scheme.equals("https") ? 443 : 80;
    return new Origin(scheme, host.toLowerCase(Locale.ROOT), port < 0 ? schemesPort : port);
  }

  /**
   * Says whether what is sent there cannot be read on the way.
   *
   * @return true for {@code https}
   */
  public boolean isEncrypted() {
    return scheme.equals("https");
  }

  /**
   * Says whether what is sent there stays on this machine. Only literals count; no name is
   * resolved, because an answer of the name server proves nothing.
   *
   * @return true for {@code localhost}, {@code 127.0.0.0/8} and {@code [::1]}
   */
  public boolean isLoopback() {
    return host.equals("localhost") || host.equals("[::1]") || isLoopbackV4(host);
  }

  private static boolean isLoopbackV4(String host) {
    String[] octets = host.split("\\.", -1);
    for (String octet : octets) {
      try {
        int value = Integer.parseUnsignedInt(octet);
        // In one spelling only: some resolvers take 010 for eight.
        if (value < 0 || value > 255 || !octet.equals(Integer.toString(value))) {
          return false;
        }
      } catch (NumberFormatException e) {
        return false;
      }
    }
    return octets.length == 4 && octets[0].equals("127");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Origin && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** Gives it as RFC 6454, section 6.2 has it, without a port that is the scheme's own. */
  @Override
  public String toString() {
    boolean schemesOwn = port == (isEncrypted() ? 443 : 80);
    return scheme + "://" + host + (schemesOwn ? "" : ":" + port);
  }
}
