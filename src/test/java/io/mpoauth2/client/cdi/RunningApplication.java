package io.mpoauth2.client.cdi;

import io.mpoauth2.client.testing.FakeAuthorizationServer;
import io.mpoauth2.client.testing.RegisteredConfig;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.List;

/** An application in Weld SE with some beans, an authorization server, and the clients it knows. */
final class RunningApplication implements AutoCloseable {
  final FakeAuthorizationServer server = new FakeAuthorizationServer();
  final RegisteredConfig config = new RegisteredConfig();
  private final Class<?>[] beans;
  private SeContainer container;

  private RunningApplication(Class<?>... beans) {
    this.beans = beans;
    for (String client : List.of("signicat", "default")) {
      config
          .set("oauth2.client." + client + ".token-endpoint", server.tokenEndpoint().toString())
          .set("oauth2.client." + client + ".client-id", "id")
          .set("oauth2.client." + client + ".client-secret", "s3cret");
    }
    this.container = started();
  }

  static RunningApplication of(Class<?>... beans) {
    return new RunningApplication(beans);
  }

  SeContainer container() {
    return container;
  }

  <T> T bean(Class<T> type) {
    return container.select(type).get();
  }

  void stop() {
    if (container.isRunning()) {
      container.close();
    }
  }

  void restart() {
    stop();
    container = started();
  }

  @Override
  public void close() {
    stop();
    config.close();
    server.close();
  }

  private SeContainer started() {
    return SeContainerInitializer.newInstance().addBeanClasses(beans).initialize();
  }
}
