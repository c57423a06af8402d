package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Puts into words why there is no token, and what to change. */
final class TokenFailures {
  private final ClientSettings settings;
  private final Excerpt excerpt;

  TokenFailures(ClientSettings settings) {
    this.settings = settings;
    this.excerpt = new Excerpt(settings.authentication().secrets());
  }

  /** The endpoint as it stands in messages: host and port, no path and no query. */
  String server() {
    URI uri = settings.tokenEndpoint();
    return "the token endpoint at "
        + uri.getHost()
        + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }

  String quote(String text) {
    return excerpt.of(text);
  }

  TokenException refused(
      TokenAnswer answer,
      @Nullable String error,
      @Nullable String description,
      @Nullable String errorUri,
      @Nullable Duration retryAfter) {
    int status = answer.status();
    String code = error == null ? null : quote(error);
    String words = description == null ? null : quote(description);
    String page = errorUri == null ? null : quote(errorUri);
    String message =
        prefix()
            + server()
            + " refused the request: "
            + status
            + (code == null
                ? " without an OAuth error code" + excerpt.ofBody(answer.body())
                : " " + code)
            + (words == null ? "" : " (\"" + words + "\")")
            + (page == null ? "" : ", see " + page)
            + ". "
            + remedy(status, code);
    return new TokenRefusedException(message, status, code, words, page, retryAfter);
  }

  TokenException unavailable(
      TokenAnswer answer,
      Optional<String> error,
      Optional<String> description,
      @Nullable Duration retryAfter) {
    String later = "It is asked again later";
    String remedy =
        switch (answer.status() / 100) {
          case 3 ->
              "It redirects"
                  + answer.location().map(to -> " to \"" + quote(publicPart(to)) + '"').orElse("")
                  + ", where credentials are not sent; set "
                  + settings.property("token-endpoint")
                  + " to the right address";
          case 4 ->
              answer.status() == 429
                      || answer.status() == 408
                      || (error.isPresent() && answer.status() != 404)
                  ? later
                  : "Check " + settings.property("token-endpoint");
          default -> later;
        };
    return new TokenUnavailableException(
        prefix()
            + server()
            + " answered "
            + answer.status()
            + error.map(code -> " " + quote(code)).orElse("")
            + error.flatMap(code -> description).map(d -> " (\"" + quote(d) + "\")").orElse("")
            + (error.isPresent() ? "" : excerpt.ofBody(answer.body()))
            + ". "
            + remedy,
        null,
        retryAfter);
  }

  TokenException nonsense(TokenAnswer answer, String what) {
    return new TokenUnavailableException(
        prefix()
            + server()
            + " answered "
            + answer.status()
            + " with "
            + what
            + excerpt.ofBody(answer.body())
            + ". Check that "
            + settings.property("token-endpoint")
            + " is a token endpoint",
        null,
        null);
  }

  TokenException unreachable(IOException failure) {
    String what;
    if (failure instanceof TokenTransport.RequestTimeoutException) {
      what =
          " gave no complete answer within "
              + settings.requestTimeout()
              + "; if it needs longer, raise "
              + settings.property("request-timeout");
    } else if (failure instanceof HttpConnectTimeoutException) {
      what =
          " took no connection within "
              + settings.connectTimeout()
              + " ("
              + settings.property("connect-timeout")
              + "); check "
              + settings.property("token-endpoint")
              + ", the network and the proxy";
    } else if (failure instanceof SSLException) {
      what =
          " could not be asked over TLS ("
              + quote(String.valueOf(failure))
              + "); check "
              + settings.property("token-endpoint")
              + " and that the JVM trusts its certificate";
    } else if (failure instanceof ConnectException || failure instanceof UnknownHostException) {
      what =
          " could not be reached ("
              + failure.getClass().getSimpleName()
              + "); check "
              + settings.property("token-endpoint")
              + ", the network and the proxy";
    } else {
      what =
          " gave no usable answer ("
              + quote(String.valueOf(failure))
              + "); check "
              + settings.property("token-endpoint");
    }
    return new TokenUnavailableException(prefix() + server() + what, failure, null);
  }

  /** What the administrator should do, by the code (RFC 6749, section 5.2) or the bare status. */
  private String remedy(int status, @Nullable String code) {
    String credentials =
        settings.property("client-id") + " and " + settings.property("client-secret");
    return switch (code == null ? (status == 401 ? "invalid_client" : "") : code) {
      case "invalid_client" ->
          "Check "
              + credentials
              + (settings.authentication() instanceof ClientSecretBasic
                  ? "; if they have characters beyond letters and digits and the server does not"
                      + " form-decode them, set "
                      + settings.property("basic-encoding")
                      + "=raw"
                  : "")
              + "; or the server wants another "
              + settings.property("client-authentication");
      case "unauthorized_client" ->
          "Allow the API client the client-credentials grant at the authorization server. Some"
              + " servers also say this of a wrong secret: check "
              + credentials;
      case "invalid_scope" ->
          "Asked for: "
              + (settings.scope().isEmpty() ? "no scope" : String.join(" ", settings.scope()))
              + ". Grant the API client that scope in the authorization server's dashboard, or"
              + " change "
              + settings.property("scope")
              + (settings.scope().stream().anyMatch(s -> s.indexOf(',') >= 0)
                  ? ". Scope is delimited by spaces; a comma is part of a name"
                  : "");
      case "invalid_target" ->
          "Check " + settings.property("resource") + " and " + settings.property("audience");
      case "unsupported_grant_type" ->
          "The server does not offer the client-credentials grant there; check "
              + settings.property("token-endpoint");
      default ->
          "Check "
              + settings.property("token-endpoint")
              + ", "
              + credentials
              + " and what else is set under oauth2.client."
              + settings.client();
    };
  }

  private String prefix() {
    return "OAuth2 client '" + settings.client() + "': ";
  }

  /** Neither query nor user information: either may be a credential. */
  static String publicPart(String uri) {
    return uri.replaceFirst("[?#].*", "").replaceFirst(".*@", "(hidden)@");
  }
}
