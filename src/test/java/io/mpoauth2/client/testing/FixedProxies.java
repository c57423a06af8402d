package io.mpoauth2.client.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The same proxies for everybody in this JVM, until closed. */
public final class FixedProxies extends ProxySelector implements AutoCloseable {
  private final @Nullable ProxySelector before = ProxySelector.getDefault();
  private final List<Proxy> proxies;
  private final List<SocketAddress> failed = new CopyOnWriteArrayList<>();

  private FixedProxies(List<Proxy> proxies) {
    this.proxies = proxies;
  }

  public static FixedProxies are(Proxy... proxies) {
    FixedProxies fixed = new FixedProxies(List.of(proxies));
    ProxySelector.setDefault(fixed);
    return fixed;
  }

  /** Gives a proxy on loopback; unresolved, as the JDK's own selector has it. */
  public static Proxy at(Proxy.Type type, int port) {
    String host = InetAddress.getLoopbackAddress().getHostAddress();
    return new Proxy(type, InetSocketAddress.createUnresolved(host, port));
  }

  /** Gives those that could not be connected to, as it was told. */
  public List<SocketAddress> failed() {
    return failed;
  }

  @Override
  public List<Proxy> select(URI uri) {
    return proxies;
  }

  @Override
  public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
    failed.add(proxy);
  }

  @Override
  public void close() {
    ProxySelector.setDefault(before);
  }
}
