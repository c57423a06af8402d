/**
 * How does a request get a token? The filter for Jakarta REST clients, and the one retry after a
 * 401.
 *
 * <p>Depends on {@code token} and the Jakarta REST API. What differs between implementations of
 * that API is in {@code runtime} alone.
 */
@NullMarked
package io.mpoauth2.client.jaxrs;

import org.jspecify.annotations.NullMarked;
