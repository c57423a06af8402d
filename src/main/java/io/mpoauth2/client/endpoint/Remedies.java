package io.mpoauth2.client.endpoint;

import static io.mpoauth2.client.endpoint.Remedy.by;
import static io.mpoauth2.client.endpoint.Remedy.say;
import static io.mpoauth2.client.endpoint.Remedy.where;

import io.mpoauth2.client.endpoint.authentication.ClientSecretBasic;
import io.mpoauth2.client.endpoint.authentication.ClientSecretJwt;
import io.mpoauth2.client.endpoint.authentication.ClientSecretPost;
import io.mpoauth2.client.endpoint.authentication.FinishedAssertion;
import io.mpoauth2.client.endpoint.authentication.NoAuthentication;
import io.mpoauth2.client.endpoint.authentication.PrivateKeyJwt;
import io.mpoauth2.client.endpoint.authentication.PublicClient;
import io.mpoauth2.client.endpoint.authentication.SelfSignedTlsClientAuth;
import io.mpoauth2.client.endpoint.authentication.TlsClientAuth;

/** What is worth doing against more than one {@link Symptom}. */
final class Remedies {
  /** In one sentence with something else. */
  static final String ADDRESS = "check {token-endpoint}";

  private static final String ENCODED = "if they have characters beyond letters and digits and ";

  /** What a signed assertion is made of. */
  private static final String SIGNATURE =
      "{signature-algorithm}, {key-id}, {assertion-audience} (servers want their issuer or the token"
          + " endpoint there, to the last slash) and this machine's clock";

  private static final String CERTIFICATE =
      "check {client-id} and whether the server knows the certificate in {key-store-file}";

  /** How the client proves who it is; a way of its own needs a sentence of its own. */
  static final Remedy LOGIN =
      by(ClientSecretBasic.class, "check {client-id} and <secret>")
          .and(by(ClientSecretPost.class, "check {client-id} and <secret>"))
          .and(by(ClientSecretJwt.class, "check {client-id}, <secret>, " + SIGNATURE))
          .and(by(PrivateKeyJwt.class, "check {client-id}, {private-key-file}, " + SIGNATURE))
          .and(
              by(
                  FinishedAssertion.class,
                  "check {client-id}, whether the server trusts who made the assertion in"
                      + " {client-assertion-file}, its audience and its time, and"
                      + " {client-assertion-type}"))
          .and(by(TlsClientAuth.class, CERTIFICATE))
          .and(by(SelfSignedTlsClientAuth.class, CERTIFICATE))
          .and(
              where(
                  seen -> isAnonymous(seen) && signs(seen),
                  "check {client-id}, {private-key-file}, " + SIGNATURE))
          .and(
              where(
                  seen -> isAnonymous(seen) && !signs(seen),
                  "check {client-id} and what stands under <client>.parameters"))
          .and(
              where(
                  seen -> encodes(seen, true),
                  ENCODED + "the server does not form-decode them, set {basic-encoding}=raw"))
          .and(
              where(
                  seen -> encodes(seen, false),
                  ENCODED + "the server form-decodes them, set {basic-encoding}=form"))
          .and(say("it may be that the server wants another {client-authentication}"))
          .and(where(Remedies::tellsMethods, "its metadata name <methods>"));

  /** The assertion that is the grant itself (RFC 7523, section 3.1). */
  static final Remedy ASSERTION =
      say(
          "the server does not take the assertion: check {client-id}, {assertion-subject} (has it"
              + " consented to what this client asks for?) and {private-key-file}, "
              + SIGNATURE);

  static final Remedy GRANT =
      where(
              seen -> asksForClientCredentials(seen),
              "see whether the API client may have the client-credentials grant at the"
                  + " authorization server")
          .and(
              where(
                  seen -> !asksForClientCredentials(seen),
                  "see whether the API client may have the grant <grant> at the authorization"
                      + " server"));

  static final Remedy ELSE = say("check {token-endpoint} and what else is set under <client>");

  static final Remedy API =
      say(
          "the client may not have tokens for this API: check {audience} and {resource}, and what"
              + " the authorization server grants it");

  static final Remedy SCOPE =
      say("asked for: <scope>")
          .and(
              say(
                  "grant the API client that scope in the authorization server's dashboard, or"
                      + " change {scope}; an annotation's scope wins over it"))
          .and(
              where(
                  seen -> String.join(" ", seen.settings().scope()).indexOf(',') >= 0,
                  "scope is delimited by spaces; a comma is part of a name"));

  static final Remedy MEDIA_TYPE =
      say(
          "the server does not take a form, which RFC 6749 demands (section 4.4.2); another media"
              + " type is not supported");

  static final Remedy NETWORK =
      where(seen -> !isOwnProxy(seen), ADDRESS + ", the network and the proxy")
          .and(where(Remedies::isOwnProxy, ADDRESS + ", the network and {proxy-address}"));

  private static final String TUNNEL =
      "; the JDK sends Basic into a tunnel only with -Djdk.http.auth.tunneling.disabledSchemes="
          + " (nothing behind it)";

  static final Remedy PROXY_LOGIN =
      where(seen -> hasProxyAccount(seen), "it takes no log-in that the JDK has sent" + TUNNEL)
          .and(
              where(
                  seen -> isOwnProxy(seen) && !hasProxyAccount(seen),
                  "to log in there, set {proxy-user} and {proxy-password}" + TUNNEL))
          .and(
              where(
                  seen -> !isOwnProxy(seen) && !hasProxyAccount(seen),
                  "to log in there, the JVM needs a java.net.Authenticator that knows the password"
                      + TUNNEL));

  static final Remedy WAIT = say("it is asked again later");

  private Remedies() {}

  private static boolean encodes(Seen seen, boolean form) {
    return seen.settings().authentication() instanceof ClientSecretBasic basic
        && basic.formEncoded() == form;
  }

  private static boolean tellsMethods(Seen seen) {
    return !seen.settings().authenticationMethods().isEmpty();
  }

  static boolean isOwnProxy(Seen seen) {
    return seen.settings().route().proxy().isOwn();
  }

  private static boolean hasProxyAccount(Seen seen) {
    return seen.settings().route().proxy().account() != null;
  }

  static boolean signs(Seen seen) {
    return seen.settings().grant() instanceof JwtBearerGrant;
  }

  private static boolean isAnonymous(Seen seen) {
    return seen.settings().authentication() instanceof NoAuthentication
        || seen.settings().authentication() instanceof PublicClient;
  }

  private static boolean asksForClientCredentials(Seen seen) {
    return seen.settings().grant().type().equals("client_credentials");
  }
}
