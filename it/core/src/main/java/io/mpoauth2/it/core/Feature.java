package io.mpoauth2.it.core;

/**
 * What a user may count on, whatever the runtime: the columns of the table in
 * docs/compatibility.md, in their order. A column holds if all tests do that {@link Shows} gives to
 * it.
 */
enum Feature {
  TOKEN,
  TOKEN_PER_METHOD,
  KEY_AND_CERTIFICATE,
  WITHOUT_TOKENS,
  RETRY,
  RETRY_OF_A_STREAM,
  RETRY_OF_MULTIPART,
  ASYNCHRONOUS_RETRY,
  ANY_THREAD,
  OUTAGE_UNNOTICED,
  CLEAR_ERRORS,
  ALLOWED_ORIGINS,
  NOTHING_SECRET_LOGGED
}
