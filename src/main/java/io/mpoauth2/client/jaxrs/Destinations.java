package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.Origin;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where the calls of one client may go, and where its token may: not to a stranger's host. */
final class Destinations {
  private final CallSettings settings;
  private final Advice advice;

  /** The last URI whose origin was found to be good. */
  private volatile @Nullable URI accepted;

  Destinations(CallSettings settings, Advice advice) {
    this.settings = settings;
    this.advice = advice;
  }

  /**
   * Asks whether a call may go there at all.
   *
   * @throws OriginNotAllowedException if there are allowed origins, and its origin is none of them
   */
  void requireAllowed(URI uri) {
    if (!isAccepted(uri) && !settings.allowedOrigins().isEmpty() && !isNamed(Origin.of(uri))) {
      throw refused(uri, " is not among " + advice.allowedOrigins());
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
    if (!origin.isEncrypted()
        && !origin.isLoopback()
        && !isNamed(origin)
        && !settings.allowHttp()) {
      throw refused(uri, " is not encrypted. Use https, " + advice.http());
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

  private OriginNotAllowedException refused(URI uri, String why) {
    Origin origin = Origin.of(uri);
    return new OriginNotAllowedException(
        advice
            .log()
            .about(
                "the request was not sent, because "
                    + (origin == null ? "the origin of that URI" : origin)
                    + why));
  }
}
