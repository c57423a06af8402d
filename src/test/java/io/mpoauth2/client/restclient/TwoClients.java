package io.mpoauth2.client.restclient;

import io.mpoauth2.client.testing.FakeApi;
import io.mpoauth2.client.testing.FakeAuthorizationServer;
import io.mpoauth2.client.testing.RegisteredConfig;
import java.util.List;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** An API, and the clients {@code first} and {@code second}, each with an authorization server. */
final class TwoClients implements AutoCloseable {
  static final String FIRST = "oauth2.client.first.";
  static final String SECOND = "oauth2.client.second.";

  final FakeApi api = new FakeApi();
  final FakeAuthorizationServer ofFirst = new FakeAuthorizationServer();
  final FakeAuthorizationServer ofSecond = new FakeAuthorizationServer();
  final RegisteredConfig config =
      new RegisteredConfig()
          .set(FIRST + "token-endpoint", ofFirst.tokenEndpoint().toString())
          .set(FIRST + "client-id", "id")
          .set(FIRST + "client-secret", "s3cret")
          .set(SECOND + "token-endpoint", ofSecond.tokenEndpoint().toString())
          .set(SECOND + "client-id", "id")
          .set(SECOND + "client-secret", "s3cret");

  <T> T build(Class<T> type) {
    return RestClientBuilder.newBuilder().baseUri(api.uri()).build(type);
  }

  /** What was asked for, such as {@code first: a b}, of the first client first. */
  List<String> asked() {
    List<String> asked = new java.util.ArrayList<>();
    ofFirst.requests().forEach(request -> asked.add("first:" + scope(request)));
    ofSecond.requests().forEach(request -> asked.add("second:" + scope(request)));
    return asked;
  }

  private static String scope(FakeApi.Received request) {
    String body = request.body();
    int scope = body.indexOf("scope=");
    return scope < 0 ? "" : " " + body.substring(scope + "scope=".length()).replace('+', ' ');
  }

  @Override
  public void close() {
    config.close();
    ofFirst.close();
    ofSecond.close();
    api.close();
  }
}
