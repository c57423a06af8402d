package io.mpoauth2.sandbox;

import java.util.Map;

/** Refuses a token request the way IdentityServer does: always 400, and no more than the code. */
final class TokenError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  TokenError(String code) {
    super(code);
    this.code = code;
  }

  static TokenError invalidRequest() {
    return new TokenError("invalid_request");
  }

  static TokenError invalidClient() {
    return new TokenError("invalid_client");
  }

  static TokenError invalidGrant() {
    return new TokenError("invalid_grant");
  }

  static TokenError invalidScope() {
    return new TokenError("invalid_scope");
  }

  static TokenError unsupportedGrantType() {
    return new TokenError("unsupported_grant_type");
  }

  Answer answer() {
    return Answer.json(400, Map.of("error", code));
  }
}
