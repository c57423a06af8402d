package io.mpoauth2.client.endpoint;

import static io.mpoauth2.client.endpoint.Remedies.ADDRESS;
import static io.mpoauth2.client.endpoint.Remedies.API;
import static io.mpoauth2.client.endpoint.Remedies.ASSERTION;
import static io.mpoauth2.client.endpoint.Remedies.ELSE;
import static io.mpoauth2.client.endpoint.Remedies.GRANT;
import static io.mpoauth2.client.endpoint.Remedies.LOGIN;
import static io.mpoauth2.client.endpoint.Remedies.MEDIA_TYPE;
import static io.mpoauth2.client.endpoint.Remedies.NETWORK;
import static io.mpoauth2.client.endpoint.Remedies.PROXY_LOGIN;
import static io.mpoauth2.client.endpoint.Remedies.SCOPE;
import static io.mpoauth2.client.endpoint.Remedies.WAIT;
import static io.mpoauth2.client.endpoint.Remedies.isOwnProxy;
import static io.mpoauth2.client.endpoint.Remedy.say;
import static io.mpoauth2.client.endpoint.Remedy.where;
import static io.mpoauth2.client.endpoint.Seen.Outcome.NO_TOKEN;
import static io.mpoauth2.client.endpoint.Seen.Outcome.OTHER_TOKEN_TYPE;
import static io.mpoauth2.client.endpoint.Seen.Outcome.REFUSED;
import static io.mpoauth2.client.endpoint.Seen.Outcome.UNAVAILABLE;
import static io.mpoauth2.client.endpoint.Sign.bare;
import static io.mpoauth2.client.endpoint.Sign.code;
import static io.mpoauth2.client.endpoint.Sign.is;
import static io.mpoauth2.client.endpoint.Sign.missing;
import static io.mpoauth2.client.endpoint.Sign.says;
import static io.mpoauth2.client.endpoint.Sign.seen;
import static io.mpoauth2.client.endpoint.Sign.status;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.ANSWERED_IN_TIME;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.CONNECTED_IN_TIME;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.LOGGED_IN;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.PASSED_ON;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.REACHED;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.TRUSTED;
import static io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing.UNDERSTOOD;

import java.util.Arrays;

/**
 * Why there is no token, by what was seen, and what to do about it: of these rows the first that
 * fits counts, so special ones stand before general ones. A new row needs a test that provokes it
 * ({@code ProvokedSymptoms}); the page {@code docs/errors.md} is made of these rows and those
 * tests.
 */
@SuppressWarnings("ImmutableEnumChecker") // Conditions and sentences: nothing in them changes.
enum Symptom {
  DPOP_WANTED(
      "the server wants DPoP (RFC 9449)",
      code("invalid_dpop_proof", "use_dpop_nonce"),
      say("the server wants DPoP, which is not supported; have it take a client without")),

  CLIENT_REFUSED(
      "it does not know the client, or not this secret: `invalid_client`, or a bare 401",
      code("invalid_client").or(bare(401)),
      LOGIN),

  // Keycloak says this of a wrong secret as well, and only the status tells.
  CLIENT_UNAUTHORIZED(
      "a wrong secret, at Keycloak: `unauthorized_client` with a 401",
      code("unauthorized_client").and(status(401)),
      LOGIN.and(GRANT)),

  GRANT_REFUSED(
      "the client may not have this grant: `unauthorized_client`",
      code("unauthorized_client"),
      GRANT.and(LOGIN)),

  SCOPE_REFUSED(
      "the client may not have this scope: `invalid_scope`", code("invalid_scope"), SCOPE),

  TARGET_REFUSED(
      "it does not know the API that the token is to be for: `invalid_target` (RFC 8707)",
      code("invalid_target", "invalid_resource", "invalid_audience"),
      say("check {resource} and {audience}")),

  GRANT_UNKNOWN(
      "it does not offer this grant: `unsupported_grant_type`",
      code("unsupported_grant_type"),
      say(
          "the server does not offer the grant <grant> there; check {grant-type} and"
              + " {token-endpoint}")),

  FORM_REFUSED(
      "it takes no form: 415", is(REFUSED).or(is(UNAVAILABLE)).and(status(415)), MEDIA_TYPE),

  // Auth0, say, has no other answer to a client that may not use an API.
  API_FORBIDDEN(
      "the client may have no token for this API: 403 where `audience` or `resource` is set",
      is(REFUSED).and(status(403)).and(seen(Symptom::namesApi)),
      API.and(LOGIN).and(GRANT).and(ELSE)),

  ASSERTION_REFUSED(
      "it does not take the assertion that is the grant: `invalid_grant`",
      code("invalid_grant").and(seen(Remedies::signs)),
      ASSERTION),

  REFUSED_OTHERWISE(
      "it says no, and its reason may be anything: other codes, a bare 400 or 403",
      code("invalid_request", "invalid_grant", "access_denied").or(is(REFUSED)),
      LOGIN.and(GRANT).and(ELSE)),

  REDIRECTED(
      "it redirects, and credentials are not taken elsewhere: 3xx",
      is(UNAVAILABLE).and(seen(seen -> seen.status() / 100 == 3)),
      say(
          "it redirects<location>, where credentials are not sent; set {token-endpoint} to the"
              + " right address")),

  BUSY(
      "it is overloaded or down: 408, 429, 5xx, `server_error`, `temporarily_unavailable`",
      is(UNAVAILABLE).and(seen(Symptom::mayPass)),
      WAIT),

  NOT_THERE(
      "nothing that gives tokens is there: 404, 405 and the like", is(UNAVAILABLE), say(ADDRESS)),

  TOKEN_TYPE_UNKNOWN(
      "it gives tokens of a type that is not known to be a bearer token's",
      is(OTHER_TOKEN_TYPE),
      say(
          "it is used only where {token-type} names this type, and the server means a bearer token"
              + " by it (RFC 6750)")),

  NO_TOKEN_INSIDE(
      "it answers 2xx with something that is no token answer: a page, cut JSON, nothing",
      is(NO_TOKEN),
      say("check that {token-endpoint} is a token endpoint")),

  CONNECTED_TOO_LATE(
      "no connection, or no TLS handshake, within `connect-timeout`",
      missing(CONNECTED_IN_TIME),
      NETWORK),

  ANSWERED_TOO_LATE(
      "no whole answer within `request-timeout`",
      missing(ANSWERED_IN_TIME),
      say("if it needs longer, raise {request-timeout}")),

  HOST_UNKNOWN(
      "no name server knows the host",
      missing(REACHED).and(says("UnknownHost")),
      NETWORK.and(say("no name server that is asked here knows the host"))),

  UNREACHABLE("nobody listens there, or nothing leads there", missing(REACHED), NETWORK),

  TLS_TO_HTTP(
      "TLS is spoken to somebody who speaks plain http",
      missing(TRUSTED).and(says("Unsupported or unrecognized SSL message")),
      say("is it http that is spoken there? Check {token-endpoint}, its scheme and port")),

  OUR_CERTIFICATE_REFUSED(
      "the server does not accept our certificate, or wants one: a TLS alert",
      missing(TRUSTED)
          .and(
              says(
                  "alert: (bad_certificate|certificate_|unsupported_certificate|unknown_ca"
                      + "|access_denied)")),
      where(
              seen -> seen.settings().route().tls().own() == null,
              "the server does not accept the client's certificate, or misses one: set"
                  + " {key-store-file}, or check the key store of the JVM (javax.net.ssl.keyStore)")
          .and(
              where(
                  seen -> seen.settings().route().tls().own() != null,
                  "the server does not accept the client's certificate: check {key-store-file},"
                      + " whether it is valid and has its issuers, and whether the server knows"
                      + " them"))),

  NOTHING_IN_COMMON(
      "the two have no version or cipher suite of TLS in common",
      missing(TRUSTED)
          .and(
              says(
                  "alert: (protocol_version|handshake_failure|insufficient_security)|No appropriate"
                      + " protocol|cipher suites in common")),
      say(
          "the server and the JVM have no version or no cipher suite of TLS in common, or it wants"
              + " a client's certificate: "
              + ADDRESS
              + " and jdk.tls.* of the JVM")),

  // In TLS 1.3 a server judges a certificate when the request is on its way already.
  HUNG_UP(
      "it hangs up though TLS is spoken, in the handshake or behind it",
      missing(UNDERSTOOD)
          .and(says("^java\\.(net\\.Socket|io\\.IO)Exception"))
          .and(seen(Symptom::isEncrypted))
          .or(missing(TRUSTED).and(says("Remote host (terminated|closed)"))),
      say(
          ADDRESS
              + ", and {key-store-file}: so may hang up who does not accept the client's"
              + " certificate, or misses one")),

  CERTIFICATE_NOT_TRUSTED(
      "its certificate is not trusted, or is one of another host",
      missing(TRUSTED),
      where(
              seen -> seen.settings().route().tls().trusted().isEmpty(),
              ADDRESS + " and that the JVM trusts its certificate, or set {trust-store-file}")
          .and(
              where(
                  seen -> !seen.settings().route().tls().trusted().isEmpty(),
                  ADDRESS + " and that {trust-store-file} has who issued its certificate"))),

  PROXY_WANTS_LOGIN(
      "the proxy wants a log-in: 407", missing(PASSED_ON).and(says("^407$")), PROXY_LOGIN),

  PROXY_REFUSES(
      "the proxy does not pass it on",
      missing(PASSED_ON),
      where(
              seen -> !isOwnProxy(seen),
              "check the JVM's proxy settings, and whether the proxy lets this host pass")
          .and(
              where(
                  Remedies::isOwnProxy,
                  "check {proxy-address}, and whether the proxy lets this host pass"))),

  PROXY_LOGIN_REFUSED(
      "the proxy does not take the log-in",
      missing(LOGGED_IN),
      say("check {proxy-user} and {proxy-password}")),

  NOT_UNDERSTOOD(
      "what came is no answer: no HTTP/1.1, cut, too long, packed in an unknown way",
      missing(UNDERSTOOD),
      say(ADDRESS));

  private final String meaning;
  private final Sign sign;
  private final Remedy remedy;

  Symptom(String meaning, Sign sign, Remedy remedy) {
    this.meaning = meaning;
    this.sign = sign;
    this.remedy = remedy;
  }

  static Symptom of(Seen seen) {
    return Arrays.stream(values())
        .filter(row -> row.sign.fits().test(seen))
        .findFirst()
        .orElse(REFUSED_OTHERWISE);
  }

  /** Whether some row is known by that code. */
  static boolean isCode(String word) {
    return Arrays.stream(values()).anyMatch(row -> row.sign.codes().contains(word));
  }

  /** What it is, for those who look it up. */
  String meaning() {
    return meaning;
  }

  Remedy remedy() {
    return remedy;
  }

  private static boolean namesApi(Seen seen) {
    return seen.settings().parameters().keySet().stream()
        .anyMatch(name -> name.equals("audience") || name.equals("resource"));
  }

  private static boolean isEncrypted(Seen seen) {
    return "https".equalsIgnoreCase(seen.settings().tokenEndpoint().getScheme());
  }

  private static boolean mayPass(Seen seen) {
    int status = seen.status();
    return status / 100 != 4
        || status == 408
        || status == 429
        || (!seen.code().isEmpty() && status != 404);
  }
}
