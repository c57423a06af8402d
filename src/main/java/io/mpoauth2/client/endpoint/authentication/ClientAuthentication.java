package io.mpoauth2.client.endpoint.authentication;

import java.util.List;

/**
 * A way in which the client proves who it is (RFC 6749, section 2.3). Exactly one is used in a
 * request, and no other is tried when it fails. Equal if the credentials are, and the way.
 */
public sealed interface ClientAuthentication permits ClientSecretBasic, ClientSecretPost {

  /**
   * Gives the {@code Authorization} header of a token request.
   *
   * @return the header's value, empty if this way needs none
   */
  String authorization();

  /**
   * Adds what a token request has in its form, if this way is the form's.
   *
   * @param form the body of the request
   */
  void addTo(Form form);

  /**
   * Gives whatever must not be shown if the server's answer repeats it.
   *
   * @return the secret in every form it is sent in
   */
  List<String> secrets();
}
