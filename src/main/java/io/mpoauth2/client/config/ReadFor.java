package io.mpoauth2.client.config;

/** What settings are read for. */
enum ReadFor {
  /** To tell of problems early, when a REST client is built. Nothing is sent. */
  CHECK,

  /** To be sent. */
  TOKEN_REQUEST
}
