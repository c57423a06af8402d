/**
 * Where do the settings come from? MicroProfile Config, read into typed records and checked as a
 * whole, and the named providers that are made from them. The way of a request:
 *
 * <ol>
 *   <li>{@link io.mpoauth2.client.config.TokenProviders} has one provider for each {@code
 *       TokenKey}, which {@code KeptProviders} keeps: a cache in front of a token endpoint that has
 *       a {@code SettingsReader}. For a client that asks nobody ({@code LocalSettings}) it is a
 *       {@code FixedToken}, or {@code SwitchedOff}.
 *   <li>For each token request the cache has the {@code SettingsReader} read anew, each concern in
 *       a file of its own ({@code …Settings}), through {@code SettingsValues}: that makes types of
 *       what stands in {@code ConfiguredText} ({@code ConfiguredDuration}, say), and of secrets and
 *       keys in a {@code SettingsFile}.
 *   <li>What is wrong is put into {@code Findings}, and the reading goes on. If there is something,
 *       one {@link io.mpoauth2.client.config.InvalidSettingsException} tells all of it and nothing
 *       is sent; else {@code endpoint} sends what the settings say, and has told what was noticed
 *       ({@code UnknownNames}, {@code UnusedSettings}, {@code UnseenSettings}).
 * </ol>
 *
 * <p>What shapes a call of an API is read by the same {@code SettingsReader} when its client is
 * built. {@code SettingsKey} lists all properties.
 *
 * <p>Depends on {@code cache}, {@code endpoint}, {@code token}, JSON-P and the MicroProfile Config
 * API.
 */
@NullMarked
package io.mpoauth2.client.config;

import org.jspecify.annotations.NullMarked;
