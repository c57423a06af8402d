package io.mpoauth2.it.cxf;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.it.cxf.CxfConduitTest.Conduit;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API refuses while the body is still being written: a race between both. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class EarlyRefusalTest {
  private static final int ROUNDS = 200;

  /**
   * Of the larger body the server reads no more than a part and hangs up, where HTTP_CLIENT waits
   * for ever, without the library too.
   */
  @ParameterizedTest
  @CsvSource({"URL_CONNECTION, 300000", "URL_CONNECTION, 50000", "HTTP_CLIENT, 50000"})
  void no_body_is_accepted_that_is_shorter_than_the_entity(Conduit conduit, int size)
      throws IOException {
    try (RefusingApi api = RefusingApi.start()) {
      api.refuseEarly();
      Client client = ClientBuilder.newClient().register(new BearerTokenFilter(api));
      conduit.use(client);
      int accepted = 0;
      for (int round = 0; round < ROUNDS; round++) {
        // Again by hand where the 401, or a connection that is gone, came through.
        accepted += post(client, api, size, round) || post(client, api, size, round) ? 1 : 0;
      }
      client.close();

      assertThat(api.acceptedLengths()).containsOnly(size);
      assertThat(accepted).isPositive();
    }
  }

  private static boolean post(Client client, RefusingApi api, int size, int round) {
    try (Response response =
        client
            .target(api.uri())
            .request()
            .header(RefusingApi.CALL, round)
            .post(Entity.text("x".repeat(size)))) {
      return response.getStatus() == 200;
    } catch (ProcessingException e) {
      return false;
    }
  }
}
