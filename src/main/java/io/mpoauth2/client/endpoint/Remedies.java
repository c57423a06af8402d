package io.mpoauth2.client.endpoint;

import io.mpoauth2.client.endpoint.authentication.ClientAuthentication;
import io.mpoauth2.client.endpoint.authentication.ClientSecretBasic;
import io.mpoauth2.client.endpoint.authentication.ClientSecretJwt;
import io.mpoauth2.client.endpoint.authentication.FinishedAssertion;
import io.mpoauth2.client.endpoint.authentication.NoAuthentication;
import io.mpoauth2.client.endpoint.authentication.PrivateKeyJwt;
import io.mpoauth2.client.endpoint.authentication.PublicClient;
import io.mpoauth2.client.endpoint.authentication.SelfSignedTlsClientAuth;
import io.mpoauth2.client.endpoint.authentication.TlsClientAuth;
import io.mpoauth2.client.endpoint.transport.HttpAnswer;
import io.mpoauth2.client.endpoint.transport.NoAnswerException;
import org.jspecify.annotations.Nullable;

/** What an administrator should do where there is no token: which property to change. */
final class Remedies {
  /** More of a redirect tells nothing. */
  private static final int LONGEST_LOCATION = 2048;

  /** No code of the standard's, which has none for it. */
  private static final String MEDIA_TYPE = "unsupported media type";

  private final ClientSettings settings;
  private final Excerpt excerpt;

  Remedies(ClientSettings settings, Excerpt excerpt) {
    this.settings = settings;
    this.excerpt = excerpt;
  }

  static boolean isKnown(String code) {
    return code.matches(
        "invalid_(client|request|grant|scope|target|resource|dpop_proof)|use_dpop_nonce"
            + "|unauthorized_client|unsupported_grant_type|access_denied");
  }

  /** What the administrator should do, by the code (RFC 6749, section 5.2) or the bare status. */
  String ofRefusal(int status, @Nullable String code) {
    return switch (code == null ? ofBareStatus(status) : code) {
      case "invalid_client" -> ofCredentials();
      case "invalid_grant" -> ofGrant();
      case "unauthorized_client" ->
          // Keycloak says this of a wrong secret as well, and only the status tells.
          status == 401
              ? ofCredentials() + ". See" + grant()
              : "See" + grant() + ". " + ofCredentials();
      case "invalid_scope" -> ofScope();
      case "invalid_target", "invalid_resource" ->
          "Check " + property("resource") + " and " + property("audience");
      case "unsupported_grant_type" ->
          "The server does not offer the grant "
              + settings.grant().type()
              + " there; check "
              + property("grant-type")
              + " and "
              + property("token-endpoint");
      case "invalid_dpop_proof", "use_dpop_nonce" ->
          "The server wants DPoP (RFC 9449), which is not supported; have it take a client without";
      case MEDIA_TYPE ->
          "The server does not take a form, which RFC 6749 demands (section 4.4.2); another media"
              + " type is not supported";
      default -> ofTarget(status) + ofAnything();
    };
  }

  private String ofGrant() {
    return settings.grant() instanceof JwtBearerGrant
        ? "The server does not take the assertion: check "
            + property("client-id")
            + ", "
            + property("assertion-subject")
            + " (has it consented to what this client asks for?) and "
            + ofSignature("private-key-file")
        : ofAnything();
  }

  private static String ofBareStatus(int status) {
    return status == 401 ? "invalid_client" : status == 415 ? MEDIA_TYPE : "";
  }

  /** Auth0, say, has no other answer to a client that may not use an API. */
  private String ofTarget(int status) {
    boolean isTold = settings.parameters().keySet().stream().anyMatch(name -> isTarget(name));
    return status == 403 && isTold
        ? "The client may not have tokens for this API: check "
            + property("audience")
            + " and "
            + property("resource")
            + ", and what the authorization server grants it. "
        : "";
  }

  private static boolean isTarget(String parameter) {
    return parameter.equals("audience") || parameter.equals("resource");
  }

  private String ofAnything() {
    return ofCredentials()
        + ". See"
        + grant()
        + ", and check "
        + property("token-endpoint")
        + " and what else is set under oauth2.client."
        + settings.client();
  }

  private String grant() {
    return " whether the API client may have the "
        + (settings.grant().type().equals("client_credentials")
            ? "client-credentials grant"
            : "grant " + settings.grant().type())
        + " at the authorization server";
  }

  private String ofCredentials() {
    return "Check "
        + property("client-id")
        + " and "
        + credentials()
        + "; or the server wants another "
        + property("client-authentication");
  }

  private String credentials() {
    ClientAuthentication way = settings.authentication();
    if (way instanceof FinishedAssertion) {
      return "whether the server trusts who made the assertion in "
          + property("client-assertion-file")
          + ", its audience and its time, and "
          + property("client-assertion-type");
    }
    if (way instanceof TlsClientAuth || way instanceof SelfSignedTlsClientAuth) {
      return "whether the server knows the certificate in " + property("key-store-file");
    }
    if (way instanceof PrivateKeyJwt || way instanceof ClientSecretJwt) {
      return ofSignature(way instanceof PrivateKeyJwt ? "private-key-file" : "client-secret");
    }
    if (way instanceof NoAuthentication || way instanceof PublicClient) {
      return settings.grant() instanceof JwtBearerGrant
          ? ofSignature("private-key-file")
          : "what stands under oauth2.client." + settings.client() + ".parameters";
    }
    return property("client-secret") + encoding();
  }

  private String ofSignature(String key) {
    return property(key)
        + ", "
        + property("signature-algorithm")
        + ", "
        + property("key-id")
        + ", "
        + property("assertion-audience")
        + " (servers want their issuer or the token endpoint there, to the last slash) and this"
        + " machine's clock";
  }

  private String encoding() {
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
    return encoding;
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
          + (to.isEmpty() ? "" : " to \"" + excerpt.ofMember(to) + '"')
          + ", where credentials are not sent; set "
          + property("token-endpoint")
          + " to the right address";
    }
    if (status == 415) {
      return ofRefusal(status, null);
    }
    boolean mayPass = status / 100 != 4 || status == 429 || status == 408;
    return mayPass || (hasCode && status != 404)
        ? "It is asked again later"
        : "Check " + property("token-endpoint");
  }

  String ofNoAnswer(NoAnswerException failure) {
    String endpoint = "check " + property("token-endpoint");
    return switch (failure.missing()) {
      case CONNECTED_IN_TIME, REACHED -> endpoint + ", the network and " + proxy();
      case ANSWERED_IN_TIME -> "if it needs longer, raise " + property("request-timeout");
      case TRUSTED -> ofTls(failure.detail(), endpoint);
      case PASSED_ON ->
          failure.detail().equals("407")
              ? ofLogin()
              : "check " + proxySettings() + ", and whether the proxy lets this host pass";
      case LOGGED_IN -> "check " + property("proxy-user") + " and " + property("proxy-password");
      case UNDERSTOOD -> endpoint + ofHangingUp(failure.detail());
    };
  }

  /** In TLS 1.3 a server judges a certificate when the request is on its way already. */
  private String ofHangingUp(String detail) {
    boolean isEncrypted = "https".equalsIgnoreCase(settings.tokenEndpoint().getScheme());
    return isEncrypted && detail.matches("java\\.(net\\.Socket|io\\.IO)Exception.*")
        ? ", and "
            + property("key-store-file")
            + ": so may hang up who does not accept the client's certificate, or misses one"
        : "";
  }

  private String proxy() {
    return settings.route().proxy().isOwn() ? property("proxy-address") : "the proxy";
  }

  private String proxySettings() {
    return settings.route().proxy().isOwn()
        ? property("proxy-address")
        : "the JVM's proxy settings";
  }

  private String ofLogin() {
    String tunnel =
        " the JDK sends Basic into a tunnel only with -Djdk.http.auth.tunneling.disabledSchemes="
            + " (nothing behind it)";
    if (settings.route().proxy().account() != null) {
      return "it takes no log-in that the JDK has sent:" + tunnel;
    }
    return settings.route().proxy().isOwn()
        ? "to log in there, set "
            + property("proxy-user")
            + " and "
            + property("proxy-password")
            + ";"
            + tunnel
        : "to log in there, the JVM needs a java.net.Authenticator that knows the password;"
            + tunnel;
  }

  /** By the JDK's words for an alert (RFC 8446, section 6.2). */
  private String ofTls(String detail, String endpoint) {
    if (detail.contains("Unsupported or unrecognized SSL message")) {
      return "is it http that is spoken there? " + endpoint + ", its scheme and port";
    }
    if (detail.matches(
        "(?s).*alert: (bad_certificate|certificate_.*|unsupported_certificate|unknown_ca"
            + "|access_denied).*")) {
      return settings.route().tls().own() == null
          ? "the server does not accept the client's certificate, or misses one: set "
              + property("key-store-file")
              + ", or check the key store of the JVM (javax.net.ssl.keyStore)"
          : "the server does not accept the client's certificate: check "
              + property("key-store-file")
              + ", whether it is valid and has its issuers, and whether the server knows them";
    }
    return settings.route().tls().trusted().isEmpty()
        ? endpoint
            + " and that the JVM trusts its certificate, or set "
            + property("trust-store-file")
        : endpoint
            + " and that "
            + property("trust-store-file")
            + " has who issued its certificate";
  }

  private String property(String name) {
    return settings.property(name);
  }
}
