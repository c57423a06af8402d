/**
 * Which clients does the application name, and can they be used? Names and places are collected
 * when the application is built or deployed, and their settings are read when it starts, which may
 * be on another machine. No server is asked for anything.
 *
 * <p>Depends on {@code cdi}, {@code config}, CDI and MicroProfile Config; nothing depends on it.
 */
@NullMarked
package io.mpoauth2.client.cdi.deployment;

import org.jspecify.annotations.NullMarked;
