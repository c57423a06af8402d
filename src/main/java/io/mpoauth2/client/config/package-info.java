/**
 * Where do the settings come from? MicroProfile Config, read into typed records and checked as a
 * whole, and the named providers that are made from them.
 *
 * <p>Depends on {@code endpoint}, {@code token} and the MicroProfile Config API. In Java SE, start
 * at {@link io.mpoauth2.client.config.TokenProviders}.
 */
@NullMarked
package io.mpoauth2.client.config;

import org.jspecify.annotations.NullMarked;
