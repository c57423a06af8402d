/**
 * How do we ask for a token? The client-credentials grant (RFC 6749, section 4.4) at a token
 * endpoint.
 *
 * <p>Depends on {@code token}, its own subfolders and JSON-P.
 */
@NullMarked
package io.mpoauth2.client.endpoint;

import org.jspecify.annotations.NullMarked;
