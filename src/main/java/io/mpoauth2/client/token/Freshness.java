package io.mpoauth2.client.token;

/** What can be done with a cached token now. Computed from its ends and the clock, never stored. */
enum Freshness {
  /** Use it. */
  FRESH,
  /** Use it, and have it renewed. */
  STALE,
  /** Do not use it any more. */
  EXPIRED
}
