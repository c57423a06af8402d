package io.mpoauth2.client.endpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.authentication.ClientAuthentication;
import io.mpoauth2.client.endpoint.authentication.ClientSecretBasic;
import io.mpoauth2.client.endpoint.authentication.ClientSecretPost;
import io.mpoauth2.client.endpoint.authentication.Proof;
import io.mpoauth2.client.endpoint.authentication.Secret;
import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.operation.ClientLog;
import jakarta.json.Json;
import jakarta.json.stream.JsonParserFactory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A property: whatever secret, in whatever spelling, wherever the server repeats it, no part of it
 * is told. Each secret has a core of letters that stands in no other word; that is looked for.
 */
class AnyEchoTest {
  private static final int ECHOES = Integer.getInteger("echoes", 20_000);
  private static final String CORE = "QzWxEvRb";
  private static final String MARKS = "+/&<>\"'%=;:,.?#@!$()*[]{}|\\^_`~ -\u00e9\u00fc\u20ac";

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final JsonParserFactory json = Json.createParserFactory(Map.of());

  @Test
  void no_echo_of_a_secret_is_told() {
    try (CapturedLog log = CapturedLog.start()) {
      for (int i = 0; i < ECHOES; i++) {
        String secret = secret();
        String echo = spelled(secret);
        ClientSettings settings = settings(secret);
        String told = told(settings, settings.proof(AskingClient.NOON), echo);

        assertThat(folded(told))
            .as("seed %s, round %s: %s as %s", seed, i, secret, echo)
            .doesNotContain(folded(CORE));
      }
      assertThat(folded(log.everything())).doesNotContain(folded(CORE));
    }
  }

  /** Made anew for each request, so what is looked for is told by the request. */
  @Test
  void no_echo_of_an_assertion_is_told() {
    List<ClientSettings> each =
        List.of(
            SampleSettings.anywhere().authentication(SampleAssertions.byKey()).build(),
            SampleSettings.anywhere().authentication(SampleAssertions.bySecret("x")).build(),
            SampleSettings.anywhere().grant(SampleAssertions.grant()).build());
    for (int i = 0; i < ECHOES / 10; i++) {
      ClientSettings settings = each.get(random.nextInt(each.size()));
      Proof proof = settings.proof(AskingClient.NOON);
      String assertion =
          proof.parameters().values().stream()
              .filter(text -> text.startsWith("eyJ"))
              .findFirst()
              .orElseThrow();
      String[] parts = assertion.split("\\.", -1);
      String echo = random.nextBoolean() ? assertion : parts[1 + random.nextInt(2)];
      String told = told(settings, proof, spelledOnce(echo));

      assertThat(folded(told))
          .as("seed %s, round %s: %s", seed, i, echo)
          .doesNotContain(folded(parts[1].substring(8, 40)), folded(parts[2].substring(8, 30)));
    }
  }

  private String secret() {
    return marks() + CORE + marks() + CORE + marks();
  }

  private String marks() {
    StringBuilder marks = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      marks.append(MARKS.charAt(random.nextInt(MARKS.length())));
    }
    return marks.toString();
  }

  /** Of what is sent, one form, in one to three spellings over each other. */
  private String spelled(String secret) {
    String echo =
        switch (random.nextInt(4)) {
          case 0 -> URLEncoder.encode(secret, UTF_8);
          case 1 -> Base64.getEncoder().encodeToString(("id:" + secret).getBytes(UTF_8));
          default -> secret;
        };
    for (int i = random.nextInt(3); i >= 0; i--) {
      echo = spelledOnce(echo);
    }
    return echo;
  }

  private String spelledOnce(String text) {
    return switch (random.nextInt(12)) {
      case 0 -> URLEncoder.encode(text, UTF_8);
      case 1 -> URLEncoder.encode(text, UTF_8).replace("+", "%20");
      case 2 -> URLEncoder.encode(text, UTF_8).toLowerCase(Locale.ROOT);
      case 3 -> percent(text, isLatin1(text) ? ISO_8859_1 : UTF_8);
      case 4 -> html(text);
      case 5 -> each(text, code -> "&#" + code + ";");
      case 6 -> each(text, code -> String.format("&#x%04X;", code));
      case 7 -> each(text, code -> String.format("\\u%04x", code));
      case 8 -> each(text, code -> String.format("\\u%04X", code));
      case 9 -> text.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/");
      case 10 -> text.replace('+', ' ');
      default -> text.toUpperCase(Locale.ROOT).equals(text) ? text : text.toLowerCase(Locale.ROOT);
    };
  }

  private static boolean isLatin1(String text) {
    return ISO_8859_1.newEncoder().canEncode(text);
  }

  private static String percent(String text, Charset charset) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : text.getBytes(charset)) {
      encoded.append(String.format("%%%02X", each));
    }
    return encoded.toString();
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("\u00e9", "&eacute;");
  }

  private interface Escape {
    String of(int code);
  }

  /** Escapes all but letters and digits, or all. */
  private String each(String text, Escape escape) {
    boolean all = random.nextBoolean();
    return text.chars()
        .mapToObj(
            code ->
                all || !Character.isLetterOrDigit(code) || code > 127
                    ? escape.of(code)
                    : Character.toString(code))
        .collect(Collectors.joining());
  }

  private String told(ClientSettings settings, Proof proof, String echo) {
    String before = "x ".repeat(random.nextInt(120));
    String quoted = Json.createValue(before + echo + " y").toString();
    return switch (random.nextInt(8)) {
      case 0 -> asked(settings, proof, 500, before + "<p>" + echo + "</p>", Map.of());
      case 1 ->
          asked(
              settings,
              proof,
              400,
              "{\"error\": \"no\", \"error_description\": " + quoted + "}",
              Map.of());
      case 2 -> asked(settings, proof, 400, "{\"error\": " + quoted + "}", Map.of());
      case 3 ->
          asked(
              settings, proof, 400, "{\"error\": \"no\", \"error_uri\": " + quoted + "}", Map.of());
      case 4 ->
          asked(settings, proof, 401, "{\"fault\": {\"faultstring\": " + quoted + "}}", Map.of());
      case 5 -> asked(settings, proof, 302, "", Map.of("Location", "https://a.example/" + echo));
      case 6 ->
          asked(settings, proof, 401, "<error><message>" + echo + "</message></error>", Map.of());
      default ->
          asked(
              settings,
              proof,
              200,
              "{\"access_token\": \"t0k\", \"token_type\": "
                  + quoted
                  + ", \"scope\": "
                  + quoted
                  + "}",
              Map.of());
    };
  }

  /** Everything that is told of one answer: message, members, causes. */
  private String asked(
      ClientSettings settings, Proof proof, int status, String body, Map<String, String> headers) {
    Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    named.putAll(headers);
    HttpAnswer answer = new HttpAnswer(status, named, body);
    try {
      return new TokenAnswerReader(settings, proof, json, new ClientLog("echo"), AskingClient.NOON)
          .read(answer, AnswerJson.parse(json, body))
          .toString();
    } catch (TokenException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return trace
          + (e instanceof TokenRefusedException refused
              ? refused.error() + refused.errorDescription() + refused.errorUri()
              : "");
    }
  }

  /** The secret is the client's, or a parameter, or a header. */
  private ClientSettings settings(String secret) {
    Secret own = new Secret(secret);
    ClientAuthentication basic = new ClientSecretBasic("id", own, false);
    SampleSettings anywhere = SampleSettings.at(URI.create("https://login.example/token"));
    return switch (random.nextInt(6)) {
      case 0 -> anywhere.authentication(new ClientSecretPost("id", own)).build();
      case 4 -> anywhere.authentication(SampleAssertions.bySecret(secret)).build();
      case 5 -> anywhere.authentication(SampleAssertions.finished(secret)).build();
      case 1 ->
          anywhere.authentication(basic).parameters(Map.of("api_key", List.of(secret))).build();
      case 2 -> anywhere.authentication(basic).headers(Map.of("X-Key", secret)).build();
      default -> anywhere.authentication(basic).build();
    };
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
