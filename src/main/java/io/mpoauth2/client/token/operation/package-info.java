/**
 * What somebody who runs a server sees of this library: its lines in the log, and its threads.
 *
 * <p>Depends on {@code java.*} alone. Not exported; every other package may use it.
 */
@NullMarked
package io.mpoauth2.client.token.operation;

import org.jspecify.annotations.NullMarked;
