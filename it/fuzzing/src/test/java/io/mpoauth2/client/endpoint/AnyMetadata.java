package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import io.mpoauth2.client.endpoint.transport.WrittenAnswer;
import io.mpoauth2.client.token.Origin;
import io.mpoauth2.fuzzing.InTime;
import jakarta.json.Json;
import jakarta.json.stream.JsonParserFactory;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Any bytes as the metadata of an authorization server, from the status line to the end. */
public final class AnyMetadata {
  private static final String SECRET = "s3+cr3t-of-eight";
  private static final JsonParserFactory JSON = Json.createParserFactory(Map.of());

  private AnyMetadata() {}

  public static void fuzzerTestOneInput(byte[] input) {
    InTime.ofAnyAnswer(
        () ->
            WrittenAnswer.of(input)
                .read()
                .ifPresent(
                    answer -> {
                      copesWith(answer, false);
                      copesWith(answer, true);
                    }));
  }

  private static void copesWith(HttpAnswer answer, boolean isCertified) {
    Issuer issuer = new Issuer("https://login.example", false);
    try {
      assertUsable(
          ServerMetadata.read(answer, JSON, issuer, new Excerpt(Set.of(SECRET)), isCertified));
    } catch (ServerMetadata.Unusable e) {
      assertThat(e).hasNoCause().hasNoSuppressedExceptions();
      AnsweredClient.assertTellable(2_000, e.getMessage());
      assertThat(e.getMessage().contains(SECRET)).isFalse();
    }
  }

  /** A secret goes there: encrypted or no further than this machine, and to nobody else's host. */
  private static void assertUsable(ServerMetadata metadata) {
    URI endpoint = metadata.tokenEndpoint();
    Origin origin = Objects.requireNonNull(Origin.of(endpoint));
    assertThat(origin.isEncrypted() || origin.isLoopback()).isTrue();
    assertThat(endpoint.getRawUserInfo()).isNull();
    assertThat(endpoint.getRawFragment()).isNull();
    assertThat(endpoint.getPort()).isBetween(-1, 65_535);
    assertThat(metadata.authenticationMethods().size()).isLessThanOrEqualTo(20);
    metadata.authenticationMethods().forEach(method -> AnsweredClient.assertTellable(61, method));
  }
}
