package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.authentication.ClientAuthentication;
import io.mpoauth2.client.endpoint.authentication.ClientSecretBasic;
import io.mpoauth2.client.endpoint.authentication.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Settings of a client named {@code signicat}, each test changing what it is about. */
record SampleSettings(
    URI tokenEndpoint,
    ClientAuthentication authentication,
    Set<String> scope,
    Map<String, List<String>> parameters,
    Duration connectTimeout,
    Duration requestTimeout,
    Map<String, String> notices) {

  static final String SECRET = "clientSecret";

  static SampleSettings at(URI tokenEndpoint) {
    return new SampleSettings(
        tokenEndpoint,
        basic("clientId", SECRET),
        Set.of(),
        Map.of(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Map.of());
  }

  static SampleSettings anywhere() {
    return at(URI.create("https://login.example/token"));
  }

  static ClientAuthentication basic(String id, String secret) {
    return new ClientSecretBasic(id, new Secret(secret), true);
  }

  SampleSettings scope(String... tokens) {
    return new SampleSettings(
        tokenEndpoint,
        authentication,
        new LinkedHashSet<>(Arrays.asList(tokens)),
        parameters,
        connectTimeout,
        requestTimeout,
        notices);
  }

  SampleSettings authentication(ClientAuthentication other) {
    return new SampleSettings(
        tokenEndpoint, other, scope, parameters, connectTimeout, requestTimeout, notices);
  }

  SampleSettings parameters(Map<String, List<String>> other) {
    return new SampleSettings(
        tokenEndpoint,
        authentication,
        scope,
        new TreeMap<>(other),
        connectTimeout,
        requestTimeout,
        notices);
  }

  SampleSettings timeouts(Duration connect, Duration request) {
    return new SampleSettings(
        tokenEndpoint, authentication, scope, parameters, connect, request, notices);
  }

  SampleSettings notices(Map<String, String> other) {
    return new SampleSettings(
        tokenEndpoint, authentication, scope, parameters, connectTimeout, requestTimeout, other);
  }

  ClientSettings build() {
    return new ClientSettings(
        "signicat",
        tokenEndpoint,
        authentication,
        scope,
        parameters,
        connectTimeout,
        requestTimeout,
        Duration.ofSeconds(30),
        Duration.ofMinutes(5),
        Duration.ofMinutes(5),
        notices);
  }
}
