/**
 * What stands in a file of keys and certificates? PEM and PKCS#12, told apart by content; whatever
 * else it is has a name, and mostly a command that converts it.
 *
 * <p>{@link io.mpoauth2.client.endpoint.keys.KeyStoreFile} and {@link
 * io.mpoauth2.client.endpoint.keys.TrustStoreFile} are the ways in: {@code Format} looks what a
 * file is, {@code PemCertificates} and {@code Pkcs12} read it, {@code Chain} puts certificates in
 * order.
 *
 * <p>Depends on the JDK, and on {@code authentication} for private keys in PEM.
 */
@NullMarked
package io.mpoauth2.client.endpoint.keys;

import org.jspecify.annotations.NullMarked;
