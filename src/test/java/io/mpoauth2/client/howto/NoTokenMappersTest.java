package io.mpoauth2.client.howto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.config.InvalidSettingsException;
import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.howto.HowToTest.OrdersStatusApi;
import io.mpoauth2.client.jaxrs.OriginNotAllowedException;
import io.mpoauth2.client.testing.FakeApi;
import io.mpoauth2.client.testing.FakeApi.Answer;
import io.mpoauth2.client.testing.FakeAuthorizationServer;
import io.mpoauth2.client.testing.RegisteredConfig;
import io.mpoauth2.client.token.TokenException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoTokenMappersTest {
  private static final String CLIENT = "oauth2.client.orders.";
  private static final Logger LOGGER = Logger.getLogger(NoTokenMappers.class.getName());

  private final FakeApi api = new FakeApi();
  private final FakeAuthorizationServer server = new FakeAuthorizationServer();
  private final RegisteredConfig config = new RegisteredConfig();
  private final Log log = new Log();

  @BeforeEach
  void configure() {
    server.answers(new Answer(401, Map.of(), "{\"error\":\"invalid_client\"}"));
    config
        .set(CLIENT + "token-endpoint", server.tokenEndpoint().toString())
        .set(CLIENT + "client-id", "shop")
        .set(CLIENT + "client-secret", "s3cret");
    LOGGER.addHandler(log);
    LOGGER.setUseParentHandlers(false);
  }

  @AfterEach
  void close() {
    LOGGER.removeHandler(log);
    LOGGER.setUseParentHandlers(true);
    config.close();
    server.close();
    api.close();
  }

  @Test
  void refusal_in_a_call_is_told_to_the_log_alone() {
    ProcessingException failure =
        catchThrowableOfType(ProcessingException.class, () -> client().status());

    assertTold(new NoTokenMappers.OfCalls().toResponse(failure), 503, "try again later");
    assertThat(log.thrown).singleElement().asString().contains("invalid_client");
  }

  @Test
  void refusal_that_arrives_as_it_is_has_the_same_answer() {
    try (TokenProviders providers = TokenProviders.from(config.config())) {
      TokenException failure =
          catchThrowableOfType(TokenException.class, () -> providers.get("orders").token());

      assertTold(new NoTokenMappers.OfTokens().toResponse(failure), 503, "try again later");
      assertThat(log.thrown).containsExactly(failure);
    }
  }

  @Test
  void client_that_cannot_be_built_is_told_to_the_log_alone() {
    config.set(CLIENT + "client-secret", "");
    InvalidSettingsException failure =
        catchThrowableOfType(InvalidSettingsException.class, this::client);

    assertTold(new NoTokenMappers.OfSettings().toResponse(failure), 500, null);
    assertThat(log.thrown).containsExactly(failure);
  }

  @Test
  void origin_that_is_not_allowed_is_told_to_the_log_alone() {
    config.set(CLIENT + "allowed-origins", "https://api.example.com");
    ProcessingException failure =
        catchThrowableOfType(ProcessingException.class, () -> client().status());

    assertTold(new NoTokenMappers.OfCalls().toResponse(failure), 500, null);
    OriginNotAllowedException cause = (OriginNotAllowedException) failure.getCause();
    assertTold(new NoTokenMappers.OfOrigins().toResponse(cause), 500, null);
    assertThat(log.thrown).containsExactly(failure, cause);
  }

  private OrdersStatusApi client() {
    return RestClientBuilder.newBuilder().baseUri(api.uri()).build(OrdersStatusApi.class);
  }

  private static void assertTold(Response response, int status, String entity) {
    try (response) {
      assertThat(response.getStatus()).isEqualTo(status);
      assertThat(response.getEntity()).isEqualTo(entity);
    }
  }

  private static final class Log extends Handler {
    private final List<Throwable> thrown = new ArrayList<>();

    @Override
    public void publish(LogRecord record) {
      thrown.add(record.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
