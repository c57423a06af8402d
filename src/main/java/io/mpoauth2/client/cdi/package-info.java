/**
 * Who builds it, who closes it? Wiring only; nothing depends on this package.
 *
 * <p>Depends on {@code config}, {@code token} with its folder, CDI and MicroProfile Config.
 */
@NullMarked
package io.mpoauth2.client.cdi;

import org.jspecify.annotations.NullMarked;
