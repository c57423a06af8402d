package io.mpoauth2.client.endpoint;

import static io.mpoauth2.client.endpoint.Remedy.by;
import static io.mpoauth2.client.endpoint.Remedy.say;
import static io.mpoauth2.client.endpoint.Remedy.where;

import io.mpoauth2.client.endpoint.authentication.ClientSecretBasic;
import io.mpoauth2.client.endpoint.authentication.ClientSecretPost;

/** What is worth doing against more than one {@link Symptom}. */
final class Remedies {
  /** In one sentence with something else. */
  static final String ADDRESS = "check {token-endpoint}";

  private static final String ENCODED = "if they have characters beyond letters and digits and ";

  /** How the client proves who it is; a way of its own needs a sentence of its own. */
  static final Remedy LOGIN =
      by(ClientSecretBasic.class, "check {client-id} and {client-secret}")
          .and(by(ClientSecretPost.class, "check {client-id} and {client-secret}"))
          .and(
              where(
                  seen -> encodes(seen, true),
                  ENCODED + "the server does not form-decode them, set {basic-encoding}=raw"))
          .and(
              where(
                  seen -> encodes(seen, false),
                  ENCODED + "the server form-decodes them, set {basic-encoding}=form"))
          .and(say("it may be that the server wants another {client-authentication}"));

  static final Remedy GRANT =
      where(
              seen -> isUsual(seen),
              "see whether the API client may have the client-credentials grant at the"
                  + " authorization server")
          .and(
              where(
                  seen -> !isUsual(seen),
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
                      + " change {scope}"))
          .and(
              where(
                  seen -> String.join(" ", seen.settings().scope()).indexOf(',') >= 0,
                  "scope is delimited by spaces; a comma is part of a name"));

  static final Remedy MEDIA_TYPE =
      say(
          "the server does not take a form, which RFC 6749 demands (section 4.4.2); another media"
              + " type is not supported");

  static final Remedy WAIT = say("it is asked again later");

  private Remedies() {}

  private static boolean encodes(Seen seen, boolean form) {
    return seen.settings().authentication() instanceof ClientSecretBasic basic
        && basic.formEncoded() == form;
  }

  private static boolean isUsual(Seen seen) {
    return seen.settings().grantType().equals("client_credentials");
  }
}
