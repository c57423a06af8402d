package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.ServerMetadata.Unusable;
import io.mpoauth2.client.endpoint.authentication.Proof;
import io.mpoauth2.client.endpoint.authentication.SelfSignedTlsClientAuth;
import io.mpoauth2.client.endpoint.authentication.TlsClientAuth;
import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import io.mpoauth2.client.endpoint.transport.HttpRequest;
import io.mpoauth2.client.endpoint.transport.NoAnswerException;
import io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing;
import io.mpoauth2.client.endpoint.transport.Route;
import io.mpoauth2.client.token.TokenUnavailableException;
import jakarta.json.stream.JsonParserFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where to ask for tokens, as the issuer tells it: its metadata are read at the first token request
 * and kept for an hour, or until nobody is found where they point. Thread-safe; two threads may
 * read them at the same time.
 */
final class Discovery {
  private static final Duration MEMORY = Duration.ofHours(1);

  private final Transport transport;
  private final JsonParserFactory json;
  private final InstantSource clock;
  private final LongSupplier nanoClock;
  private volatile @Nullable Known last;

  Discovery(
      Transport transport, JsonParserFactory json, InstantSource clock, LongSupplier nanoClock) {
    this.transport = transport;
    this.json = json;
    this.clock = clock;
    this.nanoClock = nanoClock;
  }

  /** What was told to whom, and when. */
  private record Known(
      Issuer issuer, Route route, boolean isCertified, ServerMetadata metadata, long since) {}

  /**
   * Gives the settings with a token endpoint.
   *
   * @param left what is left of the token request's time
   * @throws io.mpoauth2.client.token.TokenException if there are no metadata that can be used
   */
  ClientSettings withEndpoint(ClientSettings settings, Supplier<Duration> left)
      throws InterruptedException {
    Issuer issuer = settings.issuer();
    if (issuer == null) {
      return settings;
    }
    Known known = last;
    long now = nanoClock.getAsLong();
    if (known == null
        || now - known.since() >= MEMORY.toNanos()
        || !known.issuer().equals(issuer)
        || !known.route().equals(settings.route())
        || known.isCertified() != isCertified(settings)) {
      ServerMetadata metadata = read(settings, issuer, left);
      known = new Known(issuer, settings.route(), isCertified(settings), metadata, now);
      last = known;
    }
    return settings.toldBy(known.metadata());
  }

  /** Has the metadata read again for the next token request. */
  void forget() {
    last = null;
  }

  private ServerMetadata read(ClientSettings settings, Issuer issuer, Supplier<Duration> left)
      throws InterruptedException {
    Instant now = clock.instant();
    // Not sent; but the server knows the client's secret, and may say it.
    Proof unsent = settings.proof(now);
    TokenFailures failures = new TokenFailures(settings, unsent, json);
    Excerpt excerpt = new Excerpt(OwnSecrets.of(settings, unsent));
    List<String> reasons = new ArrayList<>();
    Duration pause = null;
    for (URI place : places(settings.tokenEndpoint())) {
      try {
        HttpAnswer answer = transport.send(get(place, settings, left.get()));
        pause = longer(pause, RetryAfter.pause(answer.header("Retry-After"), now));
        return ServerMetadata.read(answer, json, issuer, excerpt, isCertified(settings));
      } catch (NoAnswerException e) {
        if (e.missing() != Missing.UNDERSTOOD) {
          throw failures.unreachable(e);
        }
        reasons.add(place.getRawPath() + " gave no usable answer (" + excerpt.of(e.detail()) + ")");
      } catch (Unusable e) {
        reasons.add(place.getRawPath() + " " + e.getMessage());
      }
    }
    throw new TokenUnavailableException(
        "OAuth2 client '"
            + settings.client()
            + "': the metadata of the issuer \""
            + issuer.identifier()
            + "\" cannot be used: "
            + String.join("; ", reasons)
            + ". Check "
            + settings.property("issuer")
            + ", or set "
            + "oauth2.client."
            + settings.client()
            + ".token-endpoint instead",
        pause);
  }

  private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
    return one == null || (other != null && other.compareTo(one) > 0) ? other : one;
  }

  /** With the JVM's key store only the way to authenticate tells. */
  private static boolean isCertified(ClientSettings settings) {
    return settings.route().tls().own() != null
        || settings.authentication() instanceof TlsClientAuth
        || settings.authentication() instanceof SelfSignedTlsClientAuth;
  }

  /** RFC 8414, section 3.1 puts its path before the issuer's; OpenID Connect behind it. */
  private static List<URI> places(URI issuer) {
    String text = issuer.toASCIIString().replaceFirst("/$", "");
    String path = URI.create(text).getRawPath();
    String host = text.substring(0, text.length() - path.length());
    return List.of(
        URI.create(host + "/.well-known/oauth-authorization-server" + path),
        URI.create(text + "/.well-known/openid-configuration"));
  }

  private static HttpRequest get(URI place, ClientSettings settings, Duration left) {
    return new HttpRequest(
        place,
        Map.of("User-Agent", "mp-oauth2-client", "Accept", "application/json"),
        null,
        settings.route(),
        settings.connectTimeout(),
        left);
  }
}
