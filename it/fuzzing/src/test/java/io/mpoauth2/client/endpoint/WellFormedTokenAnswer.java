package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.IssuedToken;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Answers written by RFC 6749, section 5, in any of the ways that HTTP and JSON allow, are read as
 * what they were: a token, a refusal, or nothing that can be used.
 */
public final class WellFormedTokenAnswer {
  private static final AnsweredClient CLIENT = AnsweredClient.withBasic();
  private static final int[] STATUSES = {200, 200, 400, 401, 403, 404, 302, 408, 429, 500, 503};
  private static final String[] TOKENS = {"xxxxx.yyyyy.zzzzz", "!", "~", "t0k3n=="};
  private static final String[] TYPES = {"Bearer", "bearer", "BEARER", "DPoP", ""};
  private static final String[] ERRORS = {
    "", " ", "invalid_client", "invalid_scope", "server_error", "temporarily_unavailable"
  };
  private static final String[] VALUES = {
    "null", "true", "-0.5e+3", "\"\"", "[]", "{}", "[[{\"access_token\":\"no\"}], 1]"
  };
  private static final String[] PAUSES = {"7", "Sun, 01 Nov 2026 12:00:09 GMT", "soon", "-1"};

  /** As RFC 6750, section 2.1 has it; shorter ones are words. */
  private static final Pattern LIKE_A_TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{16,}=*");

  private final FuzzedDataProvider data;
  private final List<String> members = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final String error;
  private final String token;
  private final String type;
  private final Duration lifetime;
  private final HttpWriter http;

  private WellFormedTokenAnswer(FuzzedDataProvider data) {
    this.data = data;
    this.http = new HttpWriter(status());
    this.token = member("access_token", TOKENS);
    this.type = member("token_type", TYPES);
    this.error = member("error", ERRORS);
    member("error_description", CLIENT.secrets().toArray(String[]::new));
    member("error_uri", CLIENT.secrets().toArray(String[]::new));
    member("scope", new String[] {"document_read", "", "document_write  event"});
    this.lifetime = expiresIn();
    for (int left = data.consumeInt(0, 3); left > 0; left--) {
      members.add("\"x" + left + "\":" + data.pickValue(VALUES));
    }
  }

  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    WellFormedTokenAnswer written = new WellFormedTokenAnswer(data);
    HttpAnswer answer = written.answer();

    if (written.hasToken()) {
      IssuedToken issued = CLIENT.read(answer);

      assertThat(issued.token().value()).isEqualTo(written.token);
      assertThat(issued.lifetime()).isEqualTo(written.lifetime);
    } else {
      Throwable failure = catchThrowable(() -> CLIENT.read(answer));

      assertThat(failure)
          .isInstanceOf(
              written.isRefusal() ? TokenRefusedException.class : TokenUnavailableException.class);
      CLIENT.assertTellable((TokenException) failure);
      if (written.saysItsTokenOnce()) {
        assertThat(failure.getMessage()).doesNotContain(written.token);
      }
    }
  }

  private boolean hasToken() {
    return http.status() / 100 == 2
        && http.hasBody()
        && !hasError()
        && token != null
        && AccessToken.isSendable(token)
        && (type == null || type.strip().equalsIgnoreCase("Bearer"));
  }

  /** What it says elsewhere too is no token by its place, and may be told. */
  private boolean saysItsTokenOnce() {
    return token != null
        && LIKE_A_TOKEN.matcher(token).matches()
        && values.stream().filter(value -> value.contains(token)).count() == 1;
  }

  private boolean isRefusal() {
    int status = http.status();
    boolean notNow = status == 408 || status == 429 || status >= 500;
    boolean nobodyAsked = status == 404 || status / 100 == 3;
    boolean passes = hasError() && error.matches("server_error|temporarily_unavailable");
    boolean bareRefusal = status == 400 || status == 401 || status == 403;
    return !notNow && !nobodyAsked && !passes && (hasError() || bareRefusal);
  }

  /** Some servers send an empty one beside a token. */
  private boolean hasError() {
    return http.hasBody() && error != null && !error.isBlank();
  }

  private int status() {
    return data.consumeBoolean() ? data.pickValue(STATUSES) : data.consumeInt(200, 999);
  }

  /** Gives what it says; null if it is not there. */
  private String member(String name, String[] known) {
    if (data.consumeBoolean()) {
      return null;
    }
    String value = data.consumeBoolean() ? data.pickValue(known) : data.consumeString(40);
    if (data.consumeBoolean()) {
      value = data.consumeString(8) + data.pickValue(known) + data.consumeString(300);
    }
    values.add(value);
    members.add(quoted(name) + colon() + quoted(value));
    return value;
  }

  private Duration expiresIn() {
    if (data.consumeBoolean()) {
      return Duration.ofMinutes(5);
    }
    long seconds = data.consumeBoolean() ? data.consumeInt(-1, 3600) : data.consumeLong();
    String fraction = seconds > 0 && data.consumeBoolean() ? ".9" : "";
    String quote = data.consumeBoolean() ? "\"" : "";
    members.add("\"expires_in\"" + colon() + quote + seconds + fraction + quote);
    return Duration.ofSeconds(Math.max(1, Math.min(seconds, Duration.ofDays(3650).toSeconds())));
  }

  private HttpAnswer answer() {
    if (data.consumeBoolean()) {
      http.header("Retry-After", data.pickValue(PAUSES));
    }
    if (data.consumeBoolean()) {
      String address = "https://a.example/" + data.pickValue(TOKENS) + "?" + ERRORS[2];
      values.add(address);
      http.header("Location", address);
    }
    StringBuilder json = new StringBuilder(blanks()).append('{');
    while (!members.isEmpty()) {
      json.append(blanks()).append(members.remove(data.consumeInt(0, members.size() - 1)));
      json.append(blanks()).append(members.isEmpty() ? "" : ",");
    }
    return http.answer(json.append('}').append(blanks()).toString());
  }

  private String colon() {
    return blanks() + ':' + blanks();
  }

  private String blanks() {
    return data.consumeBoolean() ? "" : data.pickValue(new String[] {" ", "\t", "\n", "\r\n  "});
  }

  private String quoted(String text) {
    boolean escapesAll = data.consumeBoolean();
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (escapesAll || c < ' ' || Character.isSurrogate(c)) {
        json.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
