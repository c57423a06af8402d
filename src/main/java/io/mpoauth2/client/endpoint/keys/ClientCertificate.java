package io.mpoauth2.client.endpoint.keys;

import java.security.PrivateKey;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What a client shows in a TLS handshake, and the key that proves that it may. Equal if both are.
 *
 * @param key the private key
 * @param chain the certificate of that key first, then those of its issuers
 */
public record ClientCertificate(PrivateKey key, List<X509Certificate> chain) {

  /**
   * Says why a server will not accept it today.
   *
   * @return a predicate with the day; empty if the certificate is valid now
   */
  public String invalidNow() {
    X509Certificate own = chain.get(0);
    try {
      own.checkValidity();
      return "";
    } catch (CertificateExpiredException e) {
      return "has expired, at " + own.getNotAfter().toInstant();
    } catch (CertificateNotYetValidException e) {
      return "is not valid before " + own.getNotBefore().toInstant();
    }
  }

  /** Shows until when it is valid, and no key. */
  @Override
  public String toString() {
    Instant end = chain.get(0).getNotAfter().toInstant();
    return "ClientCertificate[until " + end + "]";
  }
}
