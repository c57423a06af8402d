package io.mpoauth2.client.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The proxies of this JVM, until closed: the same for everybody, or those of some hosts. */
public final class FixedProxies extends ProxySelector implements AutoCloseable {
  private final @Nullable ProxySelector before = ProxySelector.getDefault();
  private final Function<URI, List<Proxy>> proxies;
  private final List<SocketAddress> failed = new CopyOnWriteArrayList<>();

  private FixedProxies(Function<URI, List<Proxy>> proxies) {
    this.proxies = proxies;
    ProxySelector.setDefault(this);
  }

  public static FixedProxies are(Proxy... proxies) {
    List<Proxy> same = List.of(proxies);
    return new FixedProxies(uri -> same);
  }

  /** All other hosts have none. */
  public static FixedProxies forHosts(Map<String, Proxy> proxies) {
    return new FixedProxies(uri -> List.of(proxies.getOrDefault(uri.getHost(), Proxy.NO_PROXY)));
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
    return proxies.apply(uri);
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
