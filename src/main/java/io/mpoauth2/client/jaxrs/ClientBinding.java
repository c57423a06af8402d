package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.CachedTokenProvider;
import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.ClientLog;
import io.mpoauth2.client.token.Origin;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.ws.rs.client.Client;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link BearerTokenFilter} needs to know about the REST client it works for. It stands in
 * the REST client's configuration under {@link #PROPERTY}, so that every filter finds it, however
 * it was registered and whoever made it.
 */
public final class ClientBinding {
  /** The name of the configuration property. */
  public static final String PROPERTY = "io.mpoauth2.client.binding";

  /** The property's value for an interface that wants no tokens, though a filter is there. */
  public static final Object NONE = "none";

  final TokenProvider provider;
  final CallSettings settings;
  final ClientLog log;

  /** The last URI whose origin was found to be good. */
  private volatile @Nullable URI accepted;

  /** Sends again where the user's client cannot; found at the first 401 and kept. */
  volatile @Nullable Client resender;

  /**
   * Makes a binding.
   *
   * @param provider the tokens
   * @param settings whether and where they are sent
   */
  public ClientBinding(TokenProvider provider, CallSettings settings) {
    this.provider = provider;
    this.settings = settings;
    this.log =
        provider instanceof CachedTokenProvider cached ? cached.log() : new ClientLog("default");
  }

  /**
   * Asks whether a call may go there at all.
   *
   * @throws OriginNotAllowedException if there are allowed origins, and its origin is none of them
   */
  void requireAllowed(URI uri) {
    if (!settings.allowedOrigins().isEmpty() && !isAccepted(uri) && !isNamed(Origin.of(uri))) {
      throw refused(uri, " is not among " + property("allowed-origins"));
    }
  }

  /**
   * Asks whether the token may go there: it is worth as much to whoever else can read it.
   *
   * @throws OriginNotAllowedException if others could
   */
  void requireConfidential(URI uri) {
    if (isAccepted(uri)) {
      return;
    }
    Origin origin = Origin.of(uri);
    if (origin == null) {
      throw refused(uri, " is no http or https origin whose host can be read");
    }
    if (!origin.isEncrypted() && !origin.isLoopback() && !isNamed(origin) && !allowsHttp()) {
      throw refused(
          uri,
          " is not encrypted. Use https, name the origin in "
              + property("allowed-origins")
              + ", or set "
              + property("allow-http")
              + "=true");
    }
    accepted = uri;
  }

  /** Most clients call one origin, and asking again whether it is the same costs nothing. */
  private boolean isAccepted(URI uri) {
    URI known = accepted;
    return known != null
        && known.getScheme().equals(uri.getScheme())
        && known.getRawAuthority().equals(uri.getRawAuthority());
  }

  private boolean isNamed(@Nullable Origin origin) {
    return origin != null && settings.allowedOrigins().contains(origin);
  }

  private boolean allowsHttp() {
    return provider instanceof CachedTokenProvider cached && cached.allowsHttp();
  }

  private OriginNotAllowedException refused(URI uri, String why) {
    Origin origin = Origin.of(uri);
    return new OriginNotAllowedException(
        log.about(
            "the request was not sent, because "
                + (origin == null ? "the origin of that URI" : origin)
                + why));
  }

  /** Tells, once per token, why a 401 was not answered with another one. */
  void declined(AccessToken token, String topic, String why) {
    log.warnOncePer(token, topic, "a 401 of the API goes to the caller as it is: " + why);
  }

  String property(String name) {
    return log.property(name);
  }
}
