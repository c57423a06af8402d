package io.mpoauth2.authorizationservers;

import java.util.Locale;

/** What a user may count on with an authorization server. */
enum Feature {
  TOKEN,
  REUSE,
  RENEWAL,
  SCOPE,
  CLIENT_SECRET_POST,
  CLIENT_SECRET_JWT,
  PRIVATE_KEY_JWT,
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
