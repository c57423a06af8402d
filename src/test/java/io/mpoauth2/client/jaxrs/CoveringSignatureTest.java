package io.mpoauth2.client.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.FakeApi;
import io.mpoauth2.client.testing.FakeApi.Answer;
import io.mpoauth2.client.testing.NumberedTokens;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoveringSignatureTest {
  private final FakeApi api = new FakeApi();
  private final NumberedTokens tokens = new NumberedTokens();
  private final CapturedLog log = CapturedLog.start();
  private final Client client = ClientBuilder.newClient().register(new BearerTokenFilter(tokens));

  @AfterEach
  void close() {
    client.close();
    log.close();
    api.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Signature-Input; sig1=(\"@method\" \"authorization\" \"content-digest\");keyid=\"k\"",
        "signature-input; sig1=(\"@method\" \"@authority\"), sig2=(\"authorization\")",
        "Signature-Input; sig1=(  \"date\"  \"authorization\"  )",
        "Signature-Input; 'sig1=(\"authorization\";sf \"date\")'",
        "Signature-Input; 'sig1=(\"x-of\";key=\"a\" \"Authorization\";bs);keyid=\"k(\"'",
        "Signature-Input; sig1=(\"authorization\" ",
        "Signature-Input; sig1=authorization",
        "Signature; keyId=\"k\",headers=\"(request-target) Authorization date\",signature=\"eA==\""
      })
  void request_whose_signature_covers_the_token_is_not_sent_again(String header, String value) {
    api.answers(Answer.unauthorized("Bearer"));

    assertThat(statusBehind(header, value)).isEqualTo(401);

    assertThat(api.tokens()).containsExactly("Bearer token-1");
    assertThat(log.everything()).contains(CoveringSignature.OBSTACLE);
    assertThat(statusBehind(header, value)).isEqualTo(200);
    assertThat(api.tokens()).containsExactly("Bearer token-1", "Bearer token-2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Signature-Input; sig1=(\"@method\" \"proxy-authorization\" \"x-authorization-of\")",
        "Signature-Input; sig1=(\"x.authorization\" \"authorization.x\")",
        "Signature-Input; 'sig1=(\"@method\");keyid=\"authorization\"'",
        "Signature-Input; 'sig1=(\"@method\");tag=\"the (\\\"authorization\\\") of a call\"'",
        "Signature-Input; 'sig1=(\"@query-param\";name=\"authorization\" \"@authority\")'",
        "Signature-Input; 'sig1=(\"x-of\";key=\"authorization\")'",
        "Signature-Input; authorization=(\"@method\" \"@authority\")",
        "Signature; authorization=:YXV0:",
        "Signature; keyId=\"https://keys/authorization\",headers=\"date\",signature=\"eA==\"",
        "Signature; keyId=\"authorization\",signature=\"eA==\"",
        "Signature; sig1=:YXV0aG9yaXphdGlvbg==:"
      })
  void request_whose_signature_covers_something_else_is_sent_again(String header, String value) {
    api.answers(Answer.unauthorized("Bearer"));

    assertThat(statusBehind(header, value)).isEqualTo(200);

    assertThat(api.tokens()).containsExactly("Bearer token-1", "Bearer token-2");
  }

  @Test
  void request_without_a_signature_is_sent_again() {
    api.answers(Answer.unauthorized("Bearer"));

    assertThat(statusBehind("X-Signed", "authorization")).isEqualTo(200);

    assertThat(api.requests()).hasSize(2);
  }

  private int statusBehind(String header, String value) {
    ClientRequestFilter signing = request -> request.getHeaders().putSingle(header, value);
    try (Response answer =
        client.target(api.uri()).register(signing, Priorities.USER + 2000).request().get()) {
      return answer.getStatus();
    }
  }
}
