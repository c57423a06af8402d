package io.mpoauth2.client.jaxrs;

import java.util.List;
import java.util.Set;

/** May this 401 be answered with another token? */
final class UnauthorizedRetry {
  /** RFC 9470, section 3: the user must log in again. RFC 9449, section 8: another proof. */
  private static final Set<String> INCURABLE =
      Set.of("insufficient_user_authentication", "use_dpop_nonce");

  private UnauthorizedRetry() {}

  /**
   * Says whether a new token may cure it. A missing challenge, which RFC 6750, section 3 does not
   * allow but servers practise, counts as ours; so does one that cannot be read.
   */
  static boolean isCurable(List<Challenge> challenges) {
    boolean ours = challenges.isEmpty();
    boolean curable = true;
    for (Challenge challenge : challenges) {
      String error = challenge.parameter("error");
      if (challenge.isBearer() && "invalid_token".equals(error)) {
        return true;
      }
      ours |= challenge.isBearer();
      curable &= error == null || !INCURABLE.contains(error);
    }
    return ours && curable;
  }
}
