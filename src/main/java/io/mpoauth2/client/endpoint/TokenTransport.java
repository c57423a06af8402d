package io.mpoauth2.client.endpoint;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts token requests: no redirects, which would send the credentials elsewhere (RFC 9110, section
 * 15.4), at most 1 MiB of answer, and a deadline for the whole exchange. Thread-safe.
 */
public final class TokenTransport {
  private static final int LARGEST_ANSWER = 1 << 20;

  /** By connect timeout, the one thing in which clients differ. */
  private final Map<Duration, HttpClient> clients = new ConcurrentHashMap<>();

  /** Makes a transport; an HTTP client behind it is made by the first request. */
  public TokenTransport() {}

  /** Forgets the HTTP clients, whose threads end when they are collected. */
  public void close() {
    clients.clear();
  }

  /**
   * Sends a token request.
   *
   * @throws HttpTimeoutException if there is no complete answer within the request timeout
   */
  HttpResponse<String> post(ClientSettings settings) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<String>> pending =
        client(settings.connectTimeout())
            .sendAsync(TokenRequest.post(settings), new LimitedBody(LARGEST_ANSWER));
    try {
      // HttpRequest.timeout ends with the headers; a body that drips would have no deadline.
      return pending.get(settings.requestTimeout().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IOException(e.getCause());
    } catch (TimeoutException e) {
      pending.cancel(true);
      throw new HttpTimeoutException("no complete answer in time");
    } catch (InterruptedException e) {
      pending.cancel(true);
      throw e;
    }
  }

  /** Of two that are made at the same time, one is kept, and each does. */
  private HttpClient client(Duration connectTimeout) {
    HttpClient client = clients.get(connectTimeout);
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .connectTimeout(connectTimeout)
              .followRedirects(HttpClient.Redirect.NEVER)
              // One small request an hour gains nothing from HTTP/2, and an upgrade header on a
              // POST confuses some servers.
              .version(HttpClient.Version.HTTP_1_1)
              .build();
      clients.put(connectTimeout, client);
    }
    return client;
  }
}
