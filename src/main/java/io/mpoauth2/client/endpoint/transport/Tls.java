package io.mpoauth2.client.endpoint.transport;

import io.mpoauth2.client.endpoint.keys.ClientCertificate;
import java.security.cert.X509Certificate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Both sides of a handshake. Equal if the keys and certificates are, whatever files they come from.
 *
 * @param own what the client shows; null for the JVM's
 * @param trusted whom it trusts instead of whom the JVM does; empty for whom the JVM does
 */
public record Tls(@Nullable ClientCertificate own, Set<X509Certificate> trusted) {

  /**
   * Gives what everybody in this JVM has.
   *
   * @return nothing of it is set
   */
  public static Tls ofTheJvm() {
    return new Tls(null, Set.of());
  }

  boolean isOfTheJvm() {
    return own == null && trusted.isEmpty();
  }

  /** Certificates have pages of text. */
  @Override
  public String toString() {
    return "Tls[" + own + ", " + trusted.size() + " trusted]";
  }
}
