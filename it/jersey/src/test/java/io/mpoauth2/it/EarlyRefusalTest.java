package io.mpoauth2.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Response;
import org.glassfish.jersey.client.ClientProperties;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The API refuses while the body is still being written: a race between both. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class EarlyRefusalTest {
  private static final int ROUNDS = 200;
  private static final int SIZE = 300_000;

  @ParameterizedTest
  @EnumSource
  void no_body_is_accepted_that_is_shorter_than_the_entity(Transport transport) throws Exception {
    try (WireApi api = new WireApi()) {
      RefusingOnce refusing = new RefusingOnce(api, true, SIZE);
      api.answerWith(refusing);
      Client client =
          transport
              .newClient()
              .property(ClientProperties.READ_TIMEOUT, 3_000)
              .register(new BearerTokenFilter(new NumberedTokens()));
      int accepted = 0;
      for (int round = 0; round < ROUNDS; round++) {
        // Again by hand where the 401, or a connection that is gone, came through.
        accepted += post(client, api, round) || post(client, api, round) ? 1 : 0;
      }
      client.close();

      assertThat(refusing.cut()).isEmpty();
      assertThat(accepted).isPositive();
    }
  }

  private static boolean post(Client client, WireApi api, int round) {
    try (Response response =
        client
            .target(api.uri())
            .request()
            .header(RefusingOnce.CALL, round)
            .post(Entity.text("x".repeat(SIZE)))) {
      return response.getStatus() == 200;
    } catch (ProcessingException e) {
      return false;
    }
  }
}
