/**
 * What the library promises, as JUnit tests that need nothing but the runtime they run in: {@link
 * io.mpoauth2.it.core.RestClientFeatures} for MicroProfile REST clients, {@link
 * io.mpoauth2.it.core.PlainClientFeatures} for plain Jakarta REST ones. {@code runtime} has what
 * starts a runtime, on the other side of the process boundary.
 */
package io.mpoauth2.it.core;
