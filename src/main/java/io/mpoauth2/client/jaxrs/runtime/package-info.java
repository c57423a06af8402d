/**
 * How is a request sent again here? One file for each implementation of Jakarta REST that is known,
 * and nothing outside this package knows any of them by name. What is not known declines.
 *
 * <p>The promise of each: the second request is the first one with another token, over the user's
 * transport, and none of the user's filters, interceptors, readers and writers sees it a second
 * time, but the response side sees its answer, once.
 *
 * <p>Depends on {@code token} and the Jakarta REST API.
 */
@NullMarked
package io.mpoauth2.client.jaxrs.runtime;

import org.jspecify.annotations.NullMarked;
