/**
 * How does the client prove who it is? One file per way (RFC 6749, section 2.3).
 *
 * <p>Depends on the JDK alone.
 */
@NullMarked
package io.mpoauth2.client.endpoint.authentication;

import org.jspecify.annotations.NullMarked;
