package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in a coding that nobody asked for (RFC 9110, section 8.4). */
class ContentCodingTest {
  private static final String TOKEN =
      """
      {"access_token": "abc", "expires_in": 3600, "token_type": "Bearer"}\
      """;

  private static final int MEBIBYTE = 1 << 20;

  private final FakeTokenEndpoint server = FakeTokenEndpoint.start();
  private final AskingClient client = new AskingClient(SampleSettings.at(server.uri()));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void no_coding_is_asked_for() throws Exception {
    server.answers(200, TOKEN);

    client.asks();

    assertThat(server.onlyRequest().header("Accept-Encoding")).contains("identity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
  void a_token_in_gzip_is_understood_all_the_same(String coding) throws Exception {
    server.answers(200, gzip(TOKEN), Map.of("Content-Encoding", coding));

    assertThat(client.asks().token().value()).isEqualTo("abc");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401})
  void a_refusal_in_gzip_is_understood_all_the_same(int status) throws Exception {
    server.answers(
        status, gzip("{\"error\": \"invalid_client\"}"), Map.of("Content-Encoding", "gzip"));

    assertThat(client.isRefused().error()).isEqualTo("invalid_client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "UTF-8", "", "none"})
  void what_is_no_coding_is_no_hindrance(String coding) throws Exception {
    server.answers(200, TOKEN, Map.of("Content-Encoding", coding));

    assertThat(client.asks().token().value()).isEqualTo("abc");
  }

  @Test
  void a_mebibyte_counts_before_and_after_unpacking() throws Exception {
    server.answers(200, gzip(" ".repeat(MEBIBYTE + 1)), Map.of("Content-Encoding", "gzip"));
    TokenUnavailableException unpacked = client.findsNoToken();
    server.answers(200, new byte[MEBIBYTE + 1], Map.of("Content-Encoding", "gzip"));
    TokenUnavailableException packed = client.findsNoToken();

    assertThat(unpacked).hasMessageContaining("larger than 1048576 B");
    assertThat(packed).hasMessageContaining("larger than 1048576 B");
  }

  @Test
  void a_gzip_that_is_none_or_breaks_off_is_no_usable_answer() throws Exception {
    byte[] whole = gzip(TOKEN);
    server.answers(200, TOKEN, Map.of("Content-Encoding", "gzip"));
    TokenUnavailableException none = client.findsNoToken();
    server.answers(200, Arrays.copyOf(whole, whole.length - 9), Map.of("Content-Encoding", "gzip"));
    TokenUnavailableException half = client.findsNoToken();

    assertThat(none).hasMessageContaining("gave no usable answer").hasNoCause();
    assertThat(half).hasMessageContaining("gave no usable answer").hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_token_in_deflate_is_understood_with_its_head_and_without(boolean without)
      throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, without);
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
      out.write(TOKEN.getBytes(UTF_8));
    }
    server.answers(200, packed.toByteArray(), Map.of("Content-Encoding", "deflate"));

    assertThat(client.asks().token().value()).isEqualTo("abc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip, identity", "identity,gzip", "UTF-8 , GZip"})
  void a_coding_beside_what_is_none_is_undone(String codings) throws Exception {
    server.answers(200, gzip(TOKEN), Map.of("Content-Encoding", codings));

    assertThat(client.asks().token().value()).isEqualTo("abc");
  }

  @Test
  void several_codings_are_undone_from_the_last_one_on() throws Exception {
    server.answers(
        200, gzip(gzip(TOKEN.getBytes(UTF_8))), Map.of("Content-Encoding", "gzip, x-gzip"));

    assertThat(client.asks().token().value()).isEqualTo("abc");
  }

  private static byte[] gzip(String text) throws IOException {
    return gzip(text.getBytes(UTF_8));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
