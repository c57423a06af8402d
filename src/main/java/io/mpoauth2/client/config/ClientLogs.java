package io.mpoauth2.client.config;

import io.mpoauth2.client.token.operation.ClientLog;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;

/** The logs of the clients of one configuration. */
final class ClientLogs {
  private final Config config;
  private final Map<String, ClientLog> ofClients = new ConcurrentHashMap<>();

  ClientLogs(Config config) {
    this.config = config;
  }

  /** Gives a new one, of a client and one of its scope sets. */
  ClientLog ofScopeSet(String client) {
    return new ClientLog(client, () -> new ConfiguredCalls(config, client).properties());
  }

  /** Gives the same one for all scope sets of a client: what is about all of them is told once. */
  ClientLog ofClient(String client) {
    return ofClients.size() < KeptProviders.MOST
        ? ofClients.computeIfAbsent(client, this::ofScopeSet)
        : ofClients.getOrDefault(client, ofScopeSet(client));
  }
}
