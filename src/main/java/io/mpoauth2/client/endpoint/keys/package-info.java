/**
 * What stands in a file of keys and certificates? PEM and PKCS#12, told apart by content; whatever
 * else it is has a name, and mostly a command that converts it.
 *
 * <p>{@link io.mpoauth2.client.endpoint.keys.KeyStoreFile}, {@link
 * io.mpoauth2.client.endpoint.keys.TrustStoreFile} and, for a key alone, {@link
 * io.mpoauth2.client.endpoint.keys.PrivateKeyPem} are the ways in: {@code Format} looks what a file
 * is, {@code PemCertificates} and {@code Pkcs12} read it, {@code Chain} puts certificates in order.
 * {@link io.mpoauth2.client.endpoint.keys.Pem} takes files apart, {@code EncryptedKey} undoes a
 * password, and {@code NoPrivateKey} says what a file without a key is and what converts it.
 *
 * <p>Depends on the JDK alone.
 */
@NullMarked
package io.mpoauth2.client.endpoint.keys;

import org.jspecify.annotations.NullMarked;
