package io.mpoauth2.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/** Speaks to a sandbox over real HTTP, in the words of the tests. */
final class SandboxCaller {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  SandboxCaller(Sandbox sandbox) {
    this(sandbox.baseUri());
  }

  SandboxCaller(URI base) {
    this.base = base;
  }

  /** A token request as it should be, with the default client. */
  HttpResponse<String> askToken(String form) {
    return send(
        tokenRequest(form)
            .header(
                "Authorization", basic(Sandbox.DEFAULT_CLIENT_ID, Sandbox.DEFAULT_CLIENT_SECRET)));
  }

  /** A token request without authentication. */
  HttpRequest.Builder tokenRequest(String form) {
    return request("/oauth/connect/token")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }

  String token(String scope) {
    return json(askToken("grant_type=client_credentials&scope=" + scope.replace(' ', '+')))
        .get("access_token")
        .asText();
  }

  HttpResponse<String> get(String path, String token) {
    return send(request(path).header("Authorization", "Bearer " + token));
  }

  HttpResponse<String> post(String path, String token, String contentType, String body) {
    return send(
        request(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body)));
  }

  /** A POST to the controls. */
  HttpResponse<String> steer(String control, String body) {
    return send(request("/sandbox/" + control).POST(BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(LONG_ENOUGH);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return exchange(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    }
  }

  <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
      throws IOException {
    try {
      return http.send(request.build(), handler);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  CompletableFuture<HttpResponse<String>> promise(HttpRequest.Builder request) {
    return http.sendAsync(request.build(), BodyHandlers.ofString());
  }

  static String basic(String id, String secret) {
    return rawBasic(
        URLEncoder.encode(id, StandardCharsets.UTF_8)
            + ":"
            + URLEncoder.encode(secret, StandardCharsets.UTF_8));
  }

  static String rawBasic(String credentials) {
    byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return new ObjectMapper().readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(response.body(), e);
    }
  }

  static String challenge(HttpResponse<?> response) {
    return String.join("\n", response.headers().allValues("WWW-Authenticate"));
  }
}
