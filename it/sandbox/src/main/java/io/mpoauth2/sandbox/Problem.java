package io.mpoauth2.sandbox;

import java.util.Map;

/** Ends a request with a problem (RFC 9457) that tells the caller what is wrong with it. */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  Problem(int status, String detail) {
    super(detail);
    this.status = status;
  }

  Answer answer() {
    return Answer.json(status, Map.of("status", status, "detail", String.valueOf(getMessage())))
        .header("Content-Type", "application/problem+json");
  }
}
