package io.mpoauth2.client.endpoint.transport;

import java.util.Map;

/**
 * An answer that was read to its end.
 *
 * @param status three digits
 * @param headers by name, in a map that knows them in any case
 * @param body as text, unpacked; empty if there is none
 */
public record HttpAnswer(int status, Map<String, String> headers, String body) {

  /**
   * Gives a header.
   *
   * @param name in any case
   * @return its value; empty if there is none
   */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** Shows neither header nor body, in which a token may be. */
  @Override
  public String toString() {
    return "HttpAnswer[" + status + "]";
  }
}
