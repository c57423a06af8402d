package io.mpoauth2.client.endpoint.transport;

import java.net.InetSocketAddress;
import java.net.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * By which proxy, and who logs in there.
 *
 * @param proxy one, or {@link Proxy#NO_PROXY}; null for those of the JVM
 * @param account null for that of the JVM's authenticator
 */
public record ProxyChoice(@Nullable Proxy proxy, @Nullable Account account) {

  /**
   * Who logs in.
   *
   * @param user the name
   * @param password is not shown
   */
  public record Account(String user, String password) {
    @Override
    public String toString() {
      return "(hidden)";
    }
  }

  /**
   * Gives what everybody in this JVM goes by.
   *
   * @return nothing of it is set
   */
  public static ProxyChoice ofTheJvm() {
    return new ProxyChoice(null, null);
  }

  /**
   * Gives the direct way, whatever proxies the JVM has.
   *
   * @return no proxy
   */
  public static ProxyChoice none() {
    return new ProxyChoice(Proxy.NO_PROXY, null);
  }

  /**
   * Gives one proxy for http and https.
   *
   * @param host its name, which is looked up when it is connected to, or its address
   * @param port where it listens
   * @param account null if there is none
   * @return that one
   */
  public static ProxyChoice of(String host, int port, @Nullable Account account) {
    InetSocketAddress address = InetSocketAddress.createUnresolved(host, port);
    return new ProxyChoice(new Proxy(Proxy.Type.HTTP, address), account);
  }

  /**
   * Says whether it is one that is configured.
   *
   * @return false for the direct way and for the JVM's proxies
   */
  public boolean isOwn() {
    return proxy != null && proxy.type() != Proxy.Type.DIRECT;
  }
}
