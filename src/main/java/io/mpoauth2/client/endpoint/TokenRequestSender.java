package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.authentication.Form;
import io.mpoauth2.client.endpoint.authentication.Proof;
import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import io.mpoauth2.client.endpoint.transport.HttpRequest;
import io.mpoauth2.client.endpoint.transport.NoAnswerException;
import io.mpoauth2.client.token.IssuedToken;
import io.mpoauth2.client.token.operation.ClientLog;
import jakarta.json.stream.JsonParserFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Sends token requests for whatever grant: to whom, what goes out, and who reads the answer. */
final class TokenRequestSender {
  private final Transport transport;
  private final JsonParserFactory json;
  private final InstantSource clock;
  private final LongSupplier nanoClock;
  private final Discovery discovery;
  private final ClientLog log;

  TokenRequestSender(
      Transport transport,
      JsonParserFactory json,
      InstantSource clock,
      LongSupplier nanoClock,
      ClientLog log) {
    this.transport = transport;
    this.json = json;
    this.clock = clock;
    this.nanoClock = nanoClock;
    this.discovery = new Discovery(transport, json, clock, nanoClock);
    this.log = log;
  }

  IssuedToken ask(ClientSettings configured, Duration time) throws InterruptedException {
    long begin = nanoClock.getAsLong();
    Supplier<Duration> left = () -> time.minusNanos(nanoClock.getAsLong() - begin);
    return askEndpoint(discovery.withEndpoint(configured, left), left.get());
  }

  private IssuedToken askEndpoint(ClientSettings settings, Duration left)
      throws InterruptedException {
    Instant sentAt = clock.instant();
    Proof proof = settings.proof(sentAt);
    TokenFailures failures = new TokenFailures(settings, proof, json);
    HttpAnswer answer;
    try {
      answer = transport.send(post(settings, proof, left));
      if (isNobodyThere(answer.status())) {
        discovery.forget();
      }
    } catch (NoAnswerException e) {
      discovery.forget();
      throw failures.unreachable(e);
    }
    new ClockDifference(log, failures.server()).tell(answer, sentAt, clock.instant());
    return new TokenAnswerReader(settings, proof, json, log, sentAt)
        .read(answer, AnswerJson.parse(json, answer.body()));
  }

  static HttpRequest post(ClientSettings settings, Proof proof, Duration left) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("User-Agent", "mp-oauth2-client");
    headers.put("Accept", "application/json");
    headers.putAll(settings.headers());
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    if (!proof.authorization().isEmpty()) {
      headers.put("Authorization", proof.authorization());
    }
    return new HttpRequest(
        URI.create(settings.tokenEndpoint().toASCIIString()),
        headers,
        form(settings, proof).encoded(),
        settings.route(),
        settings.connectTimeout(),
        left);
  }

  /** As RFC 6749, section 4.4.2 and RFC 7523, section 2.1 have it. */
  private static Form form(ClientSettings settings, Proof proof) {
    Form form = new Form().add("grant_type", settings.grant().type());
    if (!settings.scope().isEmpty()) {
      form.add("scope", String.join(" ", settings.scope()));
    }
    Map<String, List<String>> parameters = new LinkedHashMap<>(settings.parameters());
    // No parameter twice (RFC 6749, section 3.2).
    parameters.keySet().removeAll(proof.parameters().keySet());
    parameters.forEach((name, values) -> values.forEach(value -> form.add(name, value)));
    proof.parameters().forEach(form::add);
    return form;
  }

  /** The endpoint may have moved since its issuer told where it is. */
  private static boolean isNobodyThere(int status) {
    return status == 404 || status == 405 || status == 410 || status / 100 == 3;
  }
}
