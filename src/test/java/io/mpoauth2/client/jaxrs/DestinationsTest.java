package io.mpoauth2.client.jaxrs;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.token.CallSettings;
import io.mpoauth2.client.token.Origin;
import io.mpoauth2.client.token.operation.ClientLog;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a call may go, and where the token may go with it. */
class DestinationsTest {
  private final Advice advice = new Advice(new ClientLog("signicat"), Advice.Source.CONFIGURATION);

  @ParameterizedTest
  @ValueSource(strings = {"https://api.example/", "http://localhost:8080/", "http://127.0.0.1/"})
  void the_token_goes_over_tls_or_stays_on_this_host(String uri) {
    assertConfidential(CallSettings.DEFAULTS, uri);
  }

  @Test
  void over_http_it_goes_nowhere_else_and_the_message_says_what_to_set() {
    assertThatThrownBy(
            () ->
                destinations(CallSettings.DEFAULTS).requireConfidential(uri("http://api.example")))
        .isInstanceOf(OriginNotAllowedException.class)
        .hasMessageContaining("http://api.example is not encrypted")
        .hasMessageContaining("oauth2.client.signicat.allowed-origins")
        .hasMessageContaining("oauth2.client.signicat.allow-http=true");
  }

  /** Row A5: a host that only {@code java.net.URI} cannot read. */
  @ParameterizedTest
  @ValueSource(strings = {"http://api.example:8080/x", "http://auth_server:8080/x"})
  void over_http_it_goes_where_that_is_allowed_or_the_origin_is_named(String uri) {
    assertConfidential(CallSettings.DEFAULTS.withAllowHttp(true), uri);
    assertConfidential(CallSettings.DEFAULTS.withAllowedOrigins(Set.of(origin(uri))), uri);
    assertThatCode(
            () ->
                destinations(CallSettings.DEFAULTS.withAllowedOrigins(Set.of(origin(uri))))
                    .requireAllowed(uri(uri)))
        .doesNotThrowAnyException();
  }

  @Test
  void to_what_is_no_origin_it_does_not_go_at_all() {
    assertThatThrownBy(
            () ->
                destinations(CallSettings.DEFAULTS.withAllowHttp(true))
                    .requireConfidential(uri("ftp://api.example/")))
        .isInstanceOf(OriginNotAllowedException.class)
        .hasMessageContaining("the origin of that URI is no http or https origin");
  }

  @Test
  void where_no_origin_is_named_any_is_allowed() {
    assertThatCode(
            () -> destinations(CallSettings.DEFAULTS).requireAllowed(uri("http://any.example")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example/", "http://api.example/", "ftp://api.example/"})
  void where_some_are_named_no_other_is_allowed(String other) {
    Destinations destinations =
        destinations(
            CallSettings.DEFAULTS.withAllowedOrigins(Set.of(origin("https://api.example"))));

    assertThatThrownBy(() -> destinations.requireAllowed(uri(other)))
        .isInstanceOf(OriginNotAllowedException.class)
        .hasMessageContaining("is not among oauth2.client.signicat.allowed-origins");
  }

  @Test
  void a_good_origin_makes_no_other_one_good() {
    Destinations destinations =
        destinations(
            CallSettings.DEFAULTS.withAllowedOrigins(Set.of(origin("https://api.example"))));
    destinations.requireAllowed(uri("https://api.example/1"));
    destinations.requireConfidential(uri("https://api.example/1"));

    destinations.requireAllowed(uri("https://api.example/2"));
    destinations.requireConfidential(uri("https://api.example/2"));
    assertThatThrownBy(() -> destinations.requireAllowed(uri("https://evil.example/1")))
        .isInstanceOf(OriginNotAllowedException.class);
    assertThatThrownBy(() -> destinations.requireConfidential(uri("http://api.example/1")))
        .isInstanceOf(OriginNotAllowedException.class);
    assertThatThrownBy(() -> destinations.requireConfidential(uri("http://evil.example/1")))
        .isInstanceOf(OriginNotAllowedException.class);
  }

  private void assertConfidential(CallSettings settings, String uri) {
    assertThatCode(() -> destinations(settings).requireConfidential(uri(uri)))
        .doesNotThrowAnyException();
  }

  private Destinations destinations(CallSettings settings) {
    return new Destinations(settings, advice);
  }

  private static URI uri(String uri) {
    return URI.create(uri);
  }

  private static Origin origin(String uri) {
    return Objects.requireNonNull(Origin.of(uri(uri)));
  }
}
