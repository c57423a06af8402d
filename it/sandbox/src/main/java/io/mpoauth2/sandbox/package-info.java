/**
 * A small, strict stand-in for Signicat: a token endpoint, the API behind it and the controls that
 * make either of them misbehave. It serves over Jetty and speaks JSON through Jackson; it knows
 * nothing of the client it is used to test, so that a mistake is not made on both sides alike.
 */
@NullMarked
package io.mpoauth2.sandbox;

import org.jspecify.annotations.NullMarked;
