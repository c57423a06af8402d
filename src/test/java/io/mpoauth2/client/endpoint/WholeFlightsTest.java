package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.testing.Caller;
import io.mpoauth2.client.testing.FakeProxy;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.FixedProxies;
import io.mpoauth2.client.testing.RawServer;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a caller to the wire and back, many times over. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WholeFlightsTest {
  private static final int FLIGHTS = 100;

  /** Each takes as long as the patience of a caller. */
  private static final int HANGING_FLIGHTS = 5;

  private static final int CROWD = 20;

  private static final String TOKEN =
      """
      HTTP/1.1 200 OK
      Content-Length: 59

      {"access_token":"t1","expires_in":60,"token_type":"Bearer"}"""
          .replace("\n", "\r\n");

  @Test
  void a_hundred_flights_need_a_connection_each_and_leave_nothing() throws Exception {
    try (RawServer server = RawServer.answersAndStays(TOKEN);
        WholeClient client = WholeClient.of(server.uri("http"))) {
      for (int flight = 0; flight < FLIGHTS; flight++) {
        assertThat(client.tokens.token().value()).isEqualTo("t1");
        assertThat(client.underWay()).isLessThanOrEqualTo(1);
        server.awaitsTheEnd();
        client.anHourPasses();
      }

      assertThat(server.connections()).isEqualTo(FLIGHTS);
      client.awaitNoThreads();
    }
  }

  @Test
  void a_hundred_flights_without_an_answer_leave_nothing_either() throws Exception {
    try (RawServer server = RawServer.resets();
        WholeClient client = WholeClient.of(server.uri("http"))) {
      for (int flight = 0; flight < FLIGHTS; flight++) {
        assertThatThrownBy(client.tokens::token).isInstanceOf(TokenUnavailableException.class);
        assertThat(client.underWay()).isLessThanOrEqualTo(1);
        server.awaitsTheEnd();
        client.anHourPasses();
      }

      // The JDK may try a second time by itself.
      assertThat(server.connections()).isBetween(FLIGHTS, 2 * FLIGHTS);
      client.awaitNoThreads();
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          http,  'HTTP/1.1 200 OK%0d%0aX-Slow: '
          http,  'HTTP/1.1 200 OK%0d%0a%0d%0a'
          https, '%16%03%03>%80%02%00>|'
          """)
  void a_server_that_drips_holds_one_thread_and_one_connection(String scheme, String beginning)
      throws Exception {
    try (RawServer server = RawServer.drips(unescaped(beginning));
        WholeClient client = WholeClient.of(server.uri(scheme))) {
      for (int flight = 1; flight <= HANGING_FLIGHTS; flight++) {
        assertCrowdFails(client);
        assertThat(client.underWay()).isLessThanOrEqualTo(1);
        assertThat(server.connections()).isEqualTo(flight);
        server.awaitsTheEnd();
        client.anHourPasses();
      }
    }
  }

  @Test
  void a_proxy_that_drips_its_tunnel_holds_one_thread_and_one_connection() throws Exception {
    try (FakeProxy proxy = FakeProxy.dripping();
        FixedProxies proxies = FixedProxies.are(FixedProxies.at(Proxy.Type.HTTP, proxy.port()));
        WholeClient client = WholeClient.of(URI.create("https://login.invalid/token"))) {
      for (int flight = 1; flight <= HANGING_FLIGHTS; flight++) {
        assertCrowdFails(client);
        assertThat(client.underWay()).isLessThanOrEqualTo(1);
        assertThat(proxy.tunnels()).hasSize(flight);
        assertThat(proxies.failed()).hasSizeLessThanOrEqualTo(flight);
        while (proxy.open() > 0) {
          LockSupport.parkNanos(1_000_000);
        }
        client.anHourPasses();
      }
    }
  }

  @Test
  void after_an_endpoint_that_closed_without_an_answer_the_next_flight_is_a_good_one() {
    try (FakeTokenEndpoint server = FakeTokenEndpoint.start().resets();
        WholeClient client = WholeClient.of(server.uri())) {
      assertCrowdFails(client);

      server.answersToken("t1", 60);
      client.anHourPasses();

      assertThat(client.tokens.token().value()).isEqualTo("t1");
    }
  }

  @Test
  void after_an_endpoint_that_fell_silent_the_next_flight_is_a_good_one() {
    try (FakeTokenEndpoint server = FakeTokenEndpoint.start().answersToken("t1", 60);
        WholeClient client = WholeClient.of(server.uri())) {
      client.tokens.token();
      client.anHourPasses();
      server.neverAnswers();

      assertCrowdFails(client);

      server.answersToken("t2", 60);
      client.anHourPasses();
      assertThat(client.tokens.token().value()).isEqualTo("t2");
    }
  }

  /** A connection that the server keeps, and says nothing on any more, is nobody's business. */
  @Test
  void a_connection_that_died_silently_is_not_used_again() throws Exception {
    try (RawServer server = RawServer.answersAndStays(TOKEN);
        WholeClient client = WholeClient.of(server.uri("http"))) {
      client.tokens.token();
      client.anHourPasses();

      assertThat(client.tokens.token().value()).isEqualTo("t1");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  private static void assertCrowdFails(WholeClient client) {
    List<Caller> crowd = Caller.crowdAsks(CROWD, client.tokens::token);

    assertThat(crowd)
        .extracting(Caller::failure)
        .hasOnlyElementsOfType(TokenUnavailableException.class)
        .doesNotContainNull();
  }

  private static String unescaped(String text) {
    return Pattern.compile("%(..)")
        .matcher(text)
        .replaceAll(
            code ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(code.group(1), 16))));
  }
}
