/**
 * Who watches? OpenTelemetry, where it is there: a {@link io.mpoauth2.client.token.TokenListener}
 * that makes spans and measurements of what it is told. {@code wiring} adds it, and a MicroProfile
 * Health check, to CDI applications.
 *
 * <p>Depends on {@code token} and the OpenTelemetry API, which is optional: no other package
 * depends on this one, so where the API is missing no class of it is ever loaded.
 */
@NullMarked
package io.mpoauth2.client.telemetry;

import org.jspecify.annotations.NullMarked;
