package io.mpoauth2.client.endpoint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came back from the token endpoint, not yet understood. */
record TokenAnswer(
    int status, String body, @Nullable String retryAfterHeader, @Nullable String locationHeader) {

  Optional<String> retryAfter() {
    return Optional.ofNullable(retryAfterHeader);
  }

  Optional<String> location() {
    return Optional.ofNullable(locationHeader);
  }

  /** Does not show the body, which may hold a token. */
  @Override
  public String toString() {
    return "TokenAnswer[" + status + ", " + body.length() + " characters]";
  }
}
