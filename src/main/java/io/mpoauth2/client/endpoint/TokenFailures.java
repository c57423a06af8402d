package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Puts into words why there is no token, and what to change. */
final class TokenFailures {
  /** More of a redirect tells nothing. */
  private static final int LONGEST_LOCATION = 2048;

  private static final String GRANT =
      " whether the API client may have the client-credentials grant at the authorization server";

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

  String withoutSecrets(String text) {
    return excerpt.withoutSecrets(text);
  }

  String quote(String text) {
    return excerpt.of(text);
  }

  TokenException refused(HttpAnswer answer, AnswerJson body, @Nullable Duration retryAfter) {
    int status = answer.status;
    String code = quoted(body, "error");
    String words = code == null ? null : quoted(body, "error_description");
    String page = code == null ? null : quoted(body, "error_uri");
    String message =
        aboutServer(" refused the request: " + status)
            + (code == null
                ? " without an OAuth error code" + excerpt.ofBody(answer.body)
                : said(code, words))
            + (page == null ? "" : ", see " + page)
            + ". "
            + remedyOfRefusal(status, code);
    return new TokenRefusedException(message, status, code, words, page, retryAfter);
  }

  TokenException unavailable(HttpAnswer answer, AnswerJson body, @Nullable Duration retryAfter) {
    String code = quoted(body, "error");
    String message =
        answered(answer)
            + (code == null
                ? excerpt.ofBody(answer.body)
                : said(code, quoted(body, "error_description")))
            + ". "
            + remedyOfOutage(answer, code != null);
    return new TokenUnavailableException(message, retryAfter);
  }

  TokenException nonsense(HttpAnswer answer, String what) {
    String message =
        answered(answer)
            + " with "
            + what
            + excerpt.ofBody(answer.body)
            + ". Check that "
            + property("token-endpoint")
            + " is a token endpoint";
    return new TokenUnavailableException(message, null);
  }

  TokenException unreachable(IOException failure) {
    String endpoint = "; check " + property("token-endpoint");
    String network = endpoint + ", the network and the proxy";
    String what;
    if (failure instanceof SocketTimeoutException) {
      what =
          " took no connection within "
              + settings.connectTimeout()
              + " ("
              + property("connect-timeout")
              + ")"
              + network;
    } else if (failure instanceof InterruptedIOException) {
      what =
          " gave no complete answer within "
              + settings.requestTimeout()
              + "; if it needs longer, raise "
              + property("request-timeout");
    } else if (failure instanceof ConnectException
        || failure instanceof NoRouteToHostException
        || failure instanceof UnknownHostException) {
      what = " could not be reached (" + failure.getClass().getSimpleName() + ")" + network;
    } else if (failure instanceof SSLException) {
      what =
          " could not be asked over TLS ("
              + quote(failure.toString())
              + ")"
              + endpoint
              + " and that the JVM trusts its certificate";
    } else {
      what = " gave no usable answer (" + quote(failure.toString()) + ")" + endpoint;
    }
    return new TokenUnavailableException(aboutServer(what), null);
  }

  /** What the administrator should do, by the code (RFC 6749, section 5.2) or the bare status. */
  private String remedyOfRefusal(int status, @Nullable String code) {
    return switch (code == null ? (status == 401 ? "invalid_client" : "") : code) {
      case "invalid_client" -> remedyOfCredentials();
      case "unauthorized_client" ->
          // Keycloak says this of a wrong secret as well, and only the status tells.
          status == 401
              ? remedyOfCredentials() + ". See" + GRANT
              : "See" + GRANT + ". " + remedyOfCredentials();
      case "invalid_scope" -> remedyOfScope();
      case "invalid_target" -> "Check " + property("resource") + " and " + property("audience");
      case "unsupported_grant_type" ->
          "The server does not offer the client-credentials grant there; check "
              + property("token-endpoint");
      default ->
          remedyOfCredentials()
              + ". See"
              + GRANT
              + ", and check "
              + property("token-endpoint")
              + " and what else is set under oauth2.client."
              + settings.client();
    };
  }

  private String remedyOfCredentials() {
    String encoding = "";
    ClientAuthentication authentication = settings.authentication();
    if (authentication.inHeader) {
      encoding =
          "; if they have characters beyond letters and digits and the server "
              + (authentication.formEncoded
                  ? "does not form-decode them, set "
                  : "form-decodes them, set ")
              + property("basic-encoding")
              + (authentication.formEncoded ? "=raw" : "=form");
    }
    return "Check "
        + property("client-id")
        + " and "
        + property("client-secret")
        + encoding
        + "; or the server wants another "
        + property("client-authentication");
  }

  private String remedyOfScope() {
    String scope = String.join(" ", settings.scope());
    return "Asked for: "
        + (scope.isEmpty() ? "no scope" : scope)
        + ". Grant the API client that scope in the authorization server's dashboard, or change "
        + property("scope")
        + (scope.indexOf(',') < 0
            ? ""
            : ". Scope is delimited by spaces; a comma is part of a name");
  }

  private String remedyOfOutage(HttpAnswer answer, boolean hasCode) {
    int status = answer.status;
    if (status / 100 == 3) {
      // Cut only now: beyond the limit may stand the end of a secret, or the @ behind one.
      String to = ClientSettings.publicPart(withoutSecrets(answer.header("Location")));
      to = to.substring(0, Math.min(to.length(), LONGEST_LOCATION));
      return "It redirects"
          + (to.isEmpty() ? "" : " to \"" + quote(to) + '"')
          + ", where credentials are not sent; set "
          + property("token-endpoint")
          + " to the right address";
    }
    boolean mayPass = status / 100 != 4 || status == 429 || status == 408;
    return mayPass || (hasCode && status != 404)
        ? "It is asked again later"
        : "Check " + property("token-endpoint");
  }

  private String answered(HttpAnswer answer) {
    return aboutServer(" answered " + answer.status);
  }

  private String aboutServer(String what) {
    return "OAuth2 client '" + settings.client() + "': " + server() + what;
  }

  private static String said(String code, @Nullable String words) {
    return " " + code + (words == null ? "" : " (\"" + words + "\")");
  }

  private @Nullable String quoted(AnswerJson body, String name) {
    String text = body.string(name);
    return text == null || text.isBlank() ? null : quote(text);
  }

  private String property(String name) {
    return settings.property(name);
  }
}
