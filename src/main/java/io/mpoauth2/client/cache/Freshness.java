package io.mpoauth2.client.cache;

/** What can be done with a token. */
enum Freshness {
  /** It is used, and nobody needs to see to it yet. */
  FRESH,
  /** It is used, and renewed meanwhile. */
  STALE,
  /** It is not used any more. */
  EXPIRED
}
