package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.Origin;
import java.net.URI;

/** May the token go there? A bearer token is worth as much to whoever else receives it. */
final class OriginCheck {
  private OriginCheck() {}

  static void check(ClientBinding binding, URI uri) {
    CallSettings settings = binding.settings;
    Origin origin = Origin.of(uri).orElse(null);
    if (origin != null && settings.allowedOrigins().contains(origin)) {
      return;
    }
    if (origin == null || !settings.allowedOrigins().isEmpty()) {
      throw refused(
          binding,
          origin == null ? String.valueOf(uri.getScheme()) + ": URIs" : origin.toString(),
          "is not among " + binding.property("allowed-origins"));
    }
    if (!origin.isEncrypted() && !origin.isLoopback() && !settings.allowHttp()) {
      throw refused(
          binding,
          origin.toString(),
          "is not encrypted. Use https, name the origin in "
              + binding.property("allowed-origins")
              + ", or set "
              + binding.property("allow-http")
              + "=true");
    }
  }

  private static OriginNotAllowedException refused(
      ClientBinding binding, String origin, String why) {
    return new OriginNotAllowedException(
        "OAuth2 client '"
            + binding.log.client()
            + "': the request was not sent, because "
            + origin
            + " "
            + why);
  }
}
