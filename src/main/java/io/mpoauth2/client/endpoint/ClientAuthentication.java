package io.mpoauth2.client.endpoint;

import java.util.List;
import java.util.Map;

/**
 * How the client proves who it is (RFC 6749, section 2.3). Exactly one way is used in a request,
 * and no other is tried when it fails. Implementations are immutable and have value equality.
 */
public interface ClientAuthentication {

  /**
   * Gives the {@code Authorization} header of a token request.
   *
   * @return the header's value, empty if this way needs none
   */
  String authorization();

  /**
   * Gives what is added to the form of a token request.
   *
   * @return parameters, often none
   */
  Map<String, String> parameters();

  /**
   * Gives whatever must not be shown if the server's answer repeats it.
   *
   * @return secrets in every form they are sent in
   */
  List<String> secrets();
}
