package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.CachedTokenProvider;
import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.ClientLog;
import io.mpoauth2.client.token.Origin;
import io.mpoauth2.client.token.TokenProvider;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientRequestContext;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
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

  private static final int KEPT_ATTEMPTS = 8;

  final TokenProvider provider;
  final CallSettings settings;
  final ClientLog log;

  /** The last URI whose origin was found to be good. */
  private volatile @Nullable URI accepted;

  /** Of requests that are not Quarkus REST's: comparing classes is cheaper than their names. */
  private volatile @Nullable Class<?> ordinary;

  /** One for each token of late, newest first: answers to the older ones may be under way. */
  private volatile Attempt[] attempts = {};

  /** The replacement under way where nothing is sent again; null in ordinary times. */
  private final AtomicReference<@Nullable Replacement> underWay = new AtomicReference<>();

  /** A client over the HTTP engine of the user's; made at the first 401 and kept. */
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
    if (!settings.allowedOrigins().isEmpty() && !isNamed(Origin.of(uri))) {
      throw refused(uri, " is not among " + property("allowed-origins"));
    }
  }

  /**
   * Asks whether the token may go there: it is worth as much to whoever else can read it.
   *
   * @throws OriginNotAllowedException if others could
   */
  void requireConfidential(URI uri) {
    Origin origin = Origin.of(uri);
    if (origin == null) {
      throw refused(uri, " is no http or https origin whose host can be read");
    }
    if (!origin.isEncrypted()
        && !origin.isLoopback()
        && !isNamed(origin)
        && !settings.allowHttp()) {
      throw refused(
          uri,
          " is not encrypted. Use https, name the origin in "
              + property("allowed-origins")
              + ", or set "
              + property("allow-http")
              + "=true; the filter of a plain client has these settings if it was made with"
              + " TokenProviders.callSettings");
    }
    accepted = uri;
  }

  /** Most clients call one origin, and asking again whether it is the same costs nothing. */
  boolean isAccepted(URI uri) {
    URI known = accepted;
    return known != null
        && known.getScheme().equals(uri.getScheme())
        && known.getRawAuthority().equals(uri.getRawAuthority());
  }

  /** Gives the token for a request; if it is being replaced, after a moment for the new one. */
  AccessToken token() {
    AccessToken token = provider.token();
    Replacement replacement = underWay.get();
    if (replacement == null || !replacement.isOf(token)) {
      return token;
    }
    if (replacement.isThereWhileYoung()) {
      underWay.compareAndSet(replacement, null);
    }
    return provider.token();
  }

  /**
   * Has a refused token replaced, unless one is being replaced already: then nobody need wait, who
   * may be on a thread that answers come in by, and may be one of many.
   *
   * @return the replacement that was started; null if none was
   */
  @Nullable Replacement replace(AccessToken refused) {
    Replacement mine = new Replacement(refused);
    Replacement before = underWay.get();
    if ((before != null && !before.isThere()) || !underWay.compareAndSet(before, mine)) {
      return null;
    }
    mine.start(provider);
    if (mine.isThereSoon()) {
      underWay.compareAndSet(mine, null);
    }
    return mine;
  }

  boolean isOfQuarkus(ClientRequestContext request) {
    Class<?> type = request.getClass();
    if (type == ordinary) {
      return false;
    }
    if (QuarkusRequest.isOne(type)) {
      return true;
    }
    ordinary = type;
    return false;
  }

  /** Gives what requests with the token in use share; null where the token is another one. */
  @SuppressWarnings("ReferenceEquality") // Being the same one is cheaper than being equal.
  @Nullable Attempt attempt(AccessToken token) {
    Attempt[] known = attempts;
    return known.length > 0 && known[0].token == token ? known[0] : null;
  }

  /** Gives what requests with this token share from now on. */
  @SuppressWarnings("ReferenceEquality")
  synchronized Attempt share(AccessToken token) {
    Attempt[] known = attempts;
    for (Attempt attempt : known) {
      if (attempt.token == token) {
        return attempt;
      }
    }
    Attempt[] next = Arrays.copyOf(known, Math.min(known.length + 1, KEPT_ATTEMPTS));
    System.arraycopy(known, 0, next, 1, next.length - 1);
    next[0] = new Attempt(token);
    attempts = next;
    return next[0];
  }

  /** Gives the attempt that added this header; null if none of late did. */
  @Nullable Attempt sent(String authorization) {
    for (Attempt attempt : attempts) {
      if (attempt.authorization.equals(authorization)) {
        return attempt;
      }
    }
    return null;
  }

  private boolean isNamed(@Nullable Origin origin) {
    return origin != null && settings.allowedOrigins().contains(origin);
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
