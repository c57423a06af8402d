package io.mpoauth2.client.endpoint.transport;

/**
 * The way to the token endpoint. What is not set in it is the JVM's.
 *
 * @param tls who is shown and who is trusted, where it is https
 * @param proxy by whom
 */
public record Route(Tls tls, ProxyChoice proxy) {

  /**
   * Gives the way that everybody in this JVM goes.
   *
   * @return nothing of it is set
   */
  public static Route ofTheJvm() {
    return new Route(Tls.ofTheJvm(), ProxyChoice.ofTheJvm());
  }
}
