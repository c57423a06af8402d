package io.mpoauth2.it.core;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Steers the sandbox and asks what it saw, by a client that is none of those under test. */
final class RemoteSandbox {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  RemoteSandbox(URI base) {
    this.base = base;
  }

  URI uri() {
    return base;
  }

  void revokeTokens() {
    control("revoke", "");
  }

  void refuseAllTokens(boolean refuse) {
    control("refuse-all", String.valueOf(refuse));
  }

  void failTokenRequests(int status) {
    control("token-fault", "{\"status\":" + status + "}");
  }

  void healTokenEndpoint() {
    control("token-fault", "{}");
  }

  void expiresIn(Duration lifetime) {
    control("expires-in", String.valueOf(lifetime.toSeconds()));
  }

  Count count() {
    try (JsonReader reader = Json.createReader(new StringReader(ask("counters")))) {
      JsonObject counters = reader.readObject();
      return new Count(
          counters.getInt("tokenRequests"),
          counters.getInt("apiRequests"),
          counters.getInt("apiUnauthorized"));
    }
  }

  /** The scope that the last token request asked for. */
  String lastScope() {
    try (JsonReader reader = Json.createReader(new StringReader(ask("requests")))) {
      JsonArray requests = reader.readArray();
      return requests.getValuesAs(JsonObject.class).stream()
          .filter(request -> !request.isNull("scope"))
          .reduce((first, second) -> second)
          .map(request -> request.getString("scope"))
          .orElse("none");
    }
  }

  private void control(String name, String body) {
    send(request(name).POST(BodyPublishers.ofString(body)));
  }

  private String ask(String name) {
    return send(request(name).GET());
  }

  private HttpRequest.Builder request(String name) {
    return HttpRequest.newBuilder(base.resolve("/sandbox/" + name)).timeout(LONG_ENOUGH);
  }

  private String send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(response + " " + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it was asked until then. */
  record Count(int tokenRequests, int apiRequests, int unauthorized) {
    Count since(Count before) {
      return new Count(
          tokenRequests - before.tokenRequests,
          apiRequests - before.apiRequests,
          unauthorized - before.unauthorized);
    }
  }
}
