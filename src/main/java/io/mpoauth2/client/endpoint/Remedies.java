package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.authentication.ClientSecretBasic;
import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import io.mpoauth2.client.endpoint.transport.NoAnswerException;
import org.jspecify.annotations.Nullable;

/** What an administrator should do where there is no token: which property to change. */
final class Remedies {
  /** More of a redirect tells nothing. */
  private static final int LONGEST_LOCATION = 2048;

  private static final String GRANT =
      " whether the API client may have the client-credentials grant at the authorization server";

  private final ClientSettings settings;
  private final Excerpt excerpt;

  Remedies(ClientSettings settings, Excerpt excerpt) {
    this.settings = settings;
    this.excerpt = excerpt;
  }

  /** What the administrator should do, by the code (RFC 6749, section 5.2) or the bare status. */
  String ofRefusal(int status, @Nullable String code) {
    return switch (code == null ? (status == 401 ? "invalid_client" : "") : code) {
      case "invalid_client" -> ofCredentials();
      case "unauthorized_client" ->
          // Keycloak says this of a wrong secret as well, and only the status tells.
          status == 401
              ? ofCredentials() + ". See" + GRANT
              : "See" + GRANT + ". " + ofCredentials();
      case "invalid_scope" -> ofScope();
      case "invalid_target" -> "Check " + property("resource") + " and " + property("audience");
      case "unsupported_grant_type" ->
          "The server does not offer the client-credentials grant there; check "
              + property("token-endpoint");
      default ->
          ofCredentials()
              + ". See"
              + GRANT
              + ", and check "
              + property("token-endpoint")
              + " and what else is set under oauth2.client."
              + settings.client();
    };
  }

  private String ofCredentials() {
    String encoding = "";
    if (settings.authentication() instanceof ClientSecretBasic basic) {
      encoding =
          "; if they have characters beyond letters and digits and the server "
              + (basic.formEncoded()
                  ? "does not form-decode them, set "
                  : "form-decodes them, set ")
              + property("basic-encoding")
              + (basic.formEncoded() ? "=raw" : "=form");
    }
    return "Check "
        + property("client-id")
        + " and "
        + property("client-secret")
        + encoding
        + "; or the server wants another "
        + property("client-authentication");
  }

  private String ofScope() {
    String scope = String.join(" ", settings.scope());
    return "Asked for: "
        + (scope.isEmpty() ? "no scope" : scope)
        + ". Grant the API client that scope in the authorization server's dashboard, or change "
        + property("scope")
        + (scope.indexOf(',') < 0
            ? ""
            : ". Scope is delimited by spaces; a comma is part of a name");
  }

  String ofOutage(HttpAnswer answer, boolean hasCode) {
    int status = answer.status();
    if (status / 100 == 3) {
      // Cut only now: beyond the limit may stand the end of a secret, or the @ behind one.
      String to = ClientSettings.publicPart(excerpt.withoutSecrets(answer.header("Location")));
      to = to.substring(0, Math.min(to.length(), LONGEST_LOCATION));
      return "It redirects"
          + (to.isEmpty() ? "" : " to \"" + excerpt.of(to) + '"')
          + ", where credentials are not sent; set "
          + property("token-endpoint")
          + " to the right address";
    }
    boolean mayPass = status / 100 != 4 || status == 429 || status == 408;
    return mayPass || (hasCode && status != 404)
        ? "It is asked again later"
        : "Check " + property("token-endpoint");
  }

  String ofNoAnswer(NoAnswerException failure) {
    String endpoint = "check " + property("token-endpoint");
    return switch (failure.missing()) {
      case CONNECTED_IN_TIME, REACHED -> endpoint + ", the network and the proxy";
      case ANSWERED_IN_TIME -> "if it needs longer, raise " + property("request-timeout");
      case TRUSTED -> endpoint + " and that the JVM trusts its certificate";
      case PASSED_ON ->
          failure.detail().equals("407")
              ? "to log in there, the JVM needs a java.net.Authenticator that knows the password,"
                  + " and for Basic in a tunnel -Djdk.http.auth.tunneling.disabledSchemes="
              : "check the JVM's proxy settings, and whether the proxy lets this host pass";
      case UNDERSTOOD -> endpoint;
    };
  }

  private String property(String name) {
    return settings.property(name);
  }
}
