package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mpoauth2.client.endpoint.authentication.ClientSecretPost;
import io.mpoauth2.client.endpoint.authentication.NoAuthentication;
import io.mpoauth2.client.endpoint.authentication.Secret;
import io.mpoauth2.client.endpoint.transport.Diagnosed;
import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import io.mpoauth2.client.endpoint.transport.NoAnswerException;
import io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing;
import io.mpoauth2.client.errors.Provoked;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.operation.ClientLog;
import jakarta.json.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** One failure for each row of the table of symptoms, provoked by what a transport gives. */
public final class ProvokedSymptoms {
  private static final String INVALID = "{\"error\": \"%s\", \"error_description\": \"%s\"}";

  /** What was asked with, and what came of it. */
  record Failure(ClientSettings settings, Provoked provoked) {}

  private final Map<Symptom, Failure> failures = new EnumMap<>(Symptom.class);
  private final SampleSettings basic = SampleSettings.anywhere().scope("document_read");

  private ProvokedSymptoms() {
    refused(Symptom.DPOP_WANTED, 400, INVALID.formatted("invalid_dpop_proof", "DPoP is required"));
    refused(Symptom.CLIENT_REFUSED, 401, INVALID.formatted("invalid_client", "Unknown client"));
    refused(
        Symptom.CLIENT_UNAUTHORIZED, 401, INVALID.formatted("unauthorized_client", "Wrong secret"));
    refused(
        Symptom.GRANT_REFUSED, 400, INVALID.formatted("unauthorized_client", "Grant not allowed"));
    refused(Symptom.SCOPE_REFUSED, 400, INVALID.formatted("invalid_scope", "Scope is not granted"));
    refused(
        Symptom.TARGET_REFUSED, 400, INVALID.formatted("invalid_target", "The API is not known"));
    refused(
        Symptom.GRANT_UNKNOWN,
        400,
        INVALID.formatted("unsupported_grant_type", "Only authorization_code"));
    refused(Symptom.FORM_REFUSED, 415, "Unsupported Media Type");
    provoke(
        Symptom.API_FORBIDDEN,
        basic.parameters(Map.of("audience", List.of("https://api.example/"))),
        answers(403, INVALID.formatted("access_denied", "Client is not authorized for this API")));
    provoke(
        Symptom.REFUSED_OTHERWISE,
        basic.authentication(new ClientSecretPost("clientId", new Secret("clientSecret"))),
        answers(400, INVALID.formatted("invalid_request", "A parameter is missing")));
    provoke(
        Symptom.REDIRECTED, basic, answers(302, "", Map.of("Location", "https://www.example/")));
    refused(Symptom.BUSY, 503, "<h1>Service Unavailable</h1>");
    refused(Symptom.NOT_THERE, 404, "<h1>Not Found</h1>");
    refused(
        Symptom.TOKEN_TYPE_UNKNOWN,
        200,
        "{\"access_token\": \"t0k3n\", \"token_type\": \"BearerToken\"}");
    refused(Symptom.NO_TOKEN_INSIDE, 200, "<h1>Please log in</h1>");
    fails(Symptom.CONNECTED_TOO_LATE, Diagnosed.as(Missing.CONNECTED_IN_TIME, ""));
    fails(Symptom.ANSWERED_TOO_LATE, Diagnosed.as(Missing.ANSWERED_IN_TIME, ""));
    fails(Symptom.HOST_UNKNOWN, new UnknownHostException("login.example"));
    fails(Symptom.UNREACHABLE, new ConnectException("Connection refused"));
    fails(Symptom.TLS_TO_HTTP, new SSLException("Unsupported or unrecognized SSL message"));
    fails(
        Symptom.OUR_CERTIFICATE_REFUSED,
        new SSLHandshakeException("Received fatal alert: certificate_required"));
    fails(
        Symptom.NOTHING_IN_COMMON,
        new SSLHandshakeException("Received fatal alert: handshake_failure"));
    fails(
        Symptom.CERTIFICATE_NOT_TRUSTED,
        new SSLHandshakeException(
            "PKIX path building failed: unable to find valid certification path to requested"
                + " target"));
    fails(
        Symptom.PROXY_WANTS_LOGIN,
        new IOException("Unable to tunnel through proxy. Proxy returns \"HTTP/1.1 407 No\""));
    fails(
        Symptom.PROXY_REFUSES,
        new IOException("Unable to tunnel through proxy. Proxy returns \"HTTP/1.1 403 No\""));
    provoke(
        Symptom.ASSERTION_REFUSED,
        basic.grant(SampleAssertions.grant()).authentication(new NoAuthentication()),
        answers(400, INVALID.formatted("invalid_grant", "No consent")));
    fails(Symptom.PROXY_LOGIN_REFUSED, Diagnosed.as(Missing.LOGGED_IN, "407"));
    fails(Symptom.HUNG_UP, new SocketException("Connection reset"));
    fails(Symptom.NOT_UNDERSTOOD, new IOException("Invalid Http response"));
  }

  /** In the order of the table; a client that signs is told something else by the same row. */
  public static List<Provoked> all() {
    List<Provoked> all = new ArrayList<>();
    for (Symptom row : Symptom.values()) {
      all.add(of(row).provoked());
      if (row == Symptom.CLIENT_REFUSED) {
        all.add(signed());
      }
    }
    return all;
  }

  private static Provoked signed() {
    return failure(
            "it does not take what the client signed: `invalid_client` with `private_key_jwt`",
            SampleSettings.anywhere().authentication(SampleAssertions.byKey()),
            answers(400, INVALID.formatted("invalid_client", "The assertion is not valid")))
        .provoked();
  }

  static Failure of(Symptom row) {
    return Objects.requireNonNull(
        new ProvokedSymptoms().failures.get(row), () -> "nothing provokes " + row);
  }

  private void refused(Symptom row, int status, String body) {
    provoke(row, basic, answers(status, body));
  }

  private void fails(Symptom row, IOException failure) {
    fails(row, Diagnosed.of(failure));
  }

  private void fails(Symptom row, NoAnswerException failure) {
    provoke(
        row,
        basic,
        post -> {
          throw failure;
        });
  }

  private static Transport answers(int status, String body) {
    return answers(status, body, Map.of());
  }

  private static Transport answers(int status, String body, Map<String, String> headers) {
    Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    named.putAll(headers);
    return post -> new HttpAnswer(status, named, body);
  }

  private void provoke(Symptom row, SampleSettings settings, Transport transport) {
    failures.put(row, failure(row.meaning(), settings, transport));
  }

  private static Failure failure(String meaning, SampleSettings settings, Transport transport) {
    TokenRequestSender sender =
        new TokenRequestSender(
            transport,
            Json.createParserFactory(Map.of()),
            InstantSource.fixed(AskingClient.NOON),
            System::nanoTime,
            new ClientLog("signicat"));
    TokenException failure =
        catchThrowableOfType(
            TokenException.class, () -> sender.ask(settings.build(), Duration.ofSeconds(10)));
    return new Failure(settings.build(), Provoked.by(meaning, failure));
  }
}
