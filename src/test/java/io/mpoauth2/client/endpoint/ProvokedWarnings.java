package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.authentication.Proof;
import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import io.mpoauth2.client.errors.Provoked;
import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.token.operation.ClientLog;
import jakarta.json.Json;
import java.util.List;
import java.util.Map;

/** What is said of tokens that can be used, and whose answer is odd. */
public final class ProvokedWarnings {
  private ProvokedWarnings() {}

  public static List<Provoked> all() {
    String token = "{\"access_token\": \"t0k3n\", \"token_type\": \"Bearer\"";
    return List.of(
        of("it does not say how long it lives", token + "}"),
        of("it lives for a second or less", token + ", \"expires_in\": 0}"),
        of("less was granted than was asked for", token + ", \"expires_in\": 60, \"scope\": \"\"}"),
        of(
            "it does not say that it is a bearer token",
            token.replaceAll(", .*", "") + ", \"expires_in\": 60}"));
  }

  private static Provoked of(String meaning, String body) {
    ClientSettings settings = SampleSettings.anywhere().scope("document_read").build();
    try (CapturedLog log = CapturedLog.start()) {
      new TokenAnswerReader(
              settings,
              Proof.none(),
              Json.createParserFactory(Map.of()),
              new ClientLog("signicat"),
              AskingClient.NOON)
          .read(
              new HttpAnswer(200, Map.of(), body),
              AnswerJson.parse(Json.createParserFactory(Map.of()), body));
      return Provoked.warning(meaning, log.warnings().get(0));
    }
  }
}
