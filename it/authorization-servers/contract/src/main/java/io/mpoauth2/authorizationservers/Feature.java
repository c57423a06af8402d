package io.mpoauth2.authorizationservers;

import java.util.Locale;

/** What a user may count on with an authorization server. */
public enum Feature {
  TOKEN,
  REUSE,
  RENEWAL,
  SCOPE,
  CLIENT_SECRET_POST,
  CLIENT_SECRET_JWT,
  PRIVATE_KEY_JWT,
  CLIENT_ASSERTION_FILE,
  REPLAYED_ASSERTION,
  FEDERATED_ASSERTION,
  TLS_CLIENT_AUTH,
  SELF_SIGNED_TLS_CLIENT_AUTH,
  ISSUER,
  SPECIAL_CHARACTERS,
  WRONG_SECRET,
  UNKNOWN_CLIENT,
  GRANT_NOT_ALLOWED,
  UNKNOWN_SCOPE,
  NARROWER_SCOPE,
  EXPIRED_TOKEN,
  REVOKED_TOKEN,
  INSUFFICIENT_SCOPE;

  /** Gives its name in the file of results. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
