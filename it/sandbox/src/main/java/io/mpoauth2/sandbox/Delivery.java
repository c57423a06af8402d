package io.mpoauth2.sandbox;

/** How an answer gets to the client, if it does. */
public enum Delivery {
  /** At once and whole. */
  WHOLE,
  /** The header section at once, then the body a byte at a time, five bytes a second. */
  DRIP,
  /** Never: the connection stays open and silent. */
  HANG,
  /** Never: the connection is reset. */
  RESET
}
