package io.mpoauth2.client.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.telemetry.TracePicture.Row;
import io.mpoauth2.client.testing.FakeApi;
import io.mpoauth2.client.testing.FakeApi.Answer;
import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.MapConfig;
import io.mpoauth2.client.testing.RecordedTelemetry;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * The picture of docs/operating.md is that of the spans of such a call; {@code
 * -Dpicture.write=true} draws it.
 */
class TracePictureTest {
  private static final Path PICTURE = Path.of("docs/pictures/recovered-call.svg");

  @Test
  void the_picture_shows_the_spans_of_a_call_whose_token_was_revoked() throws IOException {
    String svg =
        new TracePicture(recorded())
            .svg(
                "The trace of a call whose token was revoked: the API answers 401, a token is"
                    + " asked for, and the second request is answered with 200");
    if (Boolean.getBoolean("picture.write")) {
      Files.writeString(PICTURE, svg);
    }

    assertThat(Files.readString(PICTURE)).isEqualTo(svg);
  }

  private static List<Row> recorded() {
    try (RecordedTelemetry telemetry = new RecordedTelemetry();
        FakeTokenEndpoint server = FakeTokenEndpoint.start();
        FakeApi api = new FakeApi();
        OpenTelemetryListener listener = new OpenTelemetryListener(telemetry.api());
        TokenProviders providers =
            TokenProviders.from(
                MapConfig.complete("orders")
                    .with("token-endpoint", server.uri().toString())
                    .config(),
                List.of(listener));
        Client client =
            ClientBuilder.newClient().register(new BearerTokenFilter(providers.get("orders")))) {
      server.answersToken("abc", 3600);
      providers.get("orders").token();
      api.answers(Answer.unauthorized("Bearer error=\"invalid_token\""));
      server.answersToken("def", 3600);
      telemetry.during(
          "call",
          () -> {
            try (Response answer = client.target(api.uri()).path("orders/7").request().get()) {
              assertThat(answer.getStatus()).isEqualTo(200);
            }
          });
      SpanData call = telemetry.span("call");
      SpanData token = telemetry.spans().stream().filter(isToken(call)).findFirst().orElseThrow();
      return List.of(
          new Row(call, "Your call", "as the server traces it", List.of()),
          new Row(token, "The token request", "one, for all callers", attributes(token)),
          new Row(
              telemetry.span("GET"),
              "The second request",
              "the same once more",
              attributes(telemetry.span("GET"))));
    }
  }

  private static Predicate<SpanData> isToken(SpanData call) {
    return span -> span.getName().equals("POST") && span.getTraceId().equals(call.getTraceId());
  }

  private static List<String> attributes(SpanData span) {
    return span.getAttributes().asMap().entrySet().stream()
        .map(each -> each.getKey().getKey() + "=" + each.getValue())
        .filter(each -> each.startsWith("http.response") || each.startsWith("http.request.resend"))
        .sorted()
        .toList();
  }
}
