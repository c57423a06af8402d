/**
 * Which clients get the filter? Those whose interface has the annotation, and those that
 * configuration names.
 *
 * <p>Depends on {@code config}, {@code jaxrs}, {@code token} and the MicroProfile Rest Client SPI;
 * asks {@code CDI.current()} for the application's providers where there is CDI.
 */
@NullMarked
package io.mpoauth2.client.restclient;

import org.jspecify.annotations.NullMarked;
