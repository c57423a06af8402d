package io.mpoauth2.client.jaxrs;

/**
 * The call was not sent, because its token must not go to that origin. Names the origin and the
 * property that would allow it. Through a REST client this stands in the cause chain.
 */
public final class OriginNotAllowedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OriginNotAllowedException(String message) {
    super(message);
  }
}
