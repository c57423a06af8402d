package io.mpoauth2.client.endpoint.transport;

import io.mpoauth2.client.token.Origin;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request, a POST or a GET, to be sent once.
 *
 * @param uri where to; ASCII alone
 * @param headers with one value each
 * @param body of a POST, ASCII alone; null for a GET
 * @param route by what way
 * @param connectTimeout how long connecting may take, a tunnel and a handshake included
 * @param timeLeft how long all of it may take
 */
public record HttpRequest(
    URI uri,
    Map<String, String> headers,
    @Nullable String body,
    Route route,
    Duration connectTimeout,
    Duration timeLeft) {

  /** Shows nothing that may be a credential. */
  @Override
  public String toString() {
    return "HttpRequest[" + Origin.of(uri) + "]";
  }
}
