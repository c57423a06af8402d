/**
 * Where do the settings come from? MicroProfile Config, read into typed records and checked as a
 * whole, and the named providers that are made from them.
 *
 * <p>{@link io.mpoauth2.client.config.TokenProviders} is the way in. {@code SettingsReader} reads
 * the settings of one client, each concern in a file of its own ({@code …Settings}), through {@code
 * SettingsValues}, which makes types of what stands in {@code ConfiguredText} and puts what is
 * wrong into {@code Findings}.
 *
 * <p>Depends on {@code cache}, {@code endpoint}, {@code token}, JSON-P and the MicroProfile Config
 * API.
 */
@NullMarked
package io.mpoauth2.client.config;

import org.jspecify.annotations.NullMarked;
