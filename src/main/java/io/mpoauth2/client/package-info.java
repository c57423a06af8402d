/**
 * The annotation: nearly all that a user imports.
 *
 * <p>The folders below answer one question each: {@code token} (when do we have a token?), {@code
 * endpoint} (how do we ask for one?), {@code config} (where do the settings come from?), {@code
 * jaxrs} (how does a request get one?), {@code restclient} (which clients get the filter?) and
 * {@code cdi} (who builds it, who closes it?).
 */
@NullMarked
package io.mpoauth2.client;

import org.jspecify.annotations.NullMarked;
