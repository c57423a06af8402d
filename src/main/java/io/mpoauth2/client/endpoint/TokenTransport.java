package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Posts token requests: no redirects, which would send the credentials elsewhere (RFC 9110, section
 * 15.4), at most 1 MiB of answer, and a deadline for the whole exchange. Thread-safe.
 */
public final class TokenTransport {
  private static final int LARGEST_ANSWER = 1 << 20;

  private volatile @Nullable Connector connector;

  /** Makes a transport; the HTTP client behind it is made by the first request. */
  public TokenTransport() {}

  /** Forgets the HTTP client, whose thread ends when it is collected. */
  public void close() {
    connector = null;
  }

  TokenAnswer post(TokenRequest request) throws IOException, InterruptedException {
    HttpRequest.Builder post =
        HttpRequest.newBuilder(request.tokenEndpoint())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(request.body(), UTF_8));
    if (request.authorization() != null) {
      post.header("Authorization", request.authorization());
    }
    CompletableFuture<HttpResponse<byte[]>> pending =
        client(request.connectTimeout())
            .sendAsync(post.build(), head -> new LimitedBody(LARGEST_ANSWER));
    HttpResponse<byte[]> response = await(pending, request.requestTimeout());
    return new TokenAnswer(
        response.statusCode(),
        new String(response.body(), UTF_8),
        response.headers().firstValue("Retry-After").orElse(null),
        response.headers().firstValue("Location").orElse(null));
  }

  /**
   * {@code HttpRequest.timeout} ends with the headers; a body that drips would have no deadline.
   */
  private static <T> T await(CompletableFuture<T> pending, Duration timeout)
      throws IOException, InterruptedException {
    try {
      return pending.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IOException(e.getCause());
    } catch (TimeoutException e) {
      pending.cancel(true);
      throw new RequestTimeoutException();
    } catch (InterruptedException e) {
      pending.cancel(true);
      throw e;
    }
  }

  /** One client serves all requests; only a changed connect timeout needs another. */
  private HttpClient client(Duration connectTimeout) {
    Connector current = connector;
    if (current == null || !current.connectTimeout.equals(connectTimeout)) {
      current =
          new Connector(
              connectTimeout,
              HttpClient.newBuilder()
                  .connectTimeout(connectTimeout)
                  .followRedirects(HttpClient.Redirect.NEVER)
                  // One small request an hour gains nothing from HTTP/2, and an upgrade header on a
                  // POST confuses some servers.
                  .version(HttpClient.Version.HTTP_1_1)
                  .build());
      connector = current;
    }
    return current.client;
  }

  private record Connector(Duration connectTimeout, HttpClient client) {}

  /** The deadline of the whole exchange has passed. */
  static final class RequestTimeoutException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
