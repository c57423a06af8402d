/**
 * How do telemetry and health come into a CDI application? A build compatible extension adds a bean
 * for each API that is present, made by code that nobody loads where it is not; a portable one has
 * the readiness check where a server's modules would hide it. Nothing here is found by scanning.
 *
 * <p>Depends on {@code telemetry}, {@code token}, CDI, the name of its bean manager (JNDI), and
 * MicroProfile Config and Health. Not exported.
 */
@NullMarked
package io.mpoauth2.client.telemetry.wiring;

import org.jspecify.annotations.NullMarked;
