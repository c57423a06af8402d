package io.mpoauth2.client.cdi.deployment;

import java.util.List;

/** What {@link ClientCollector} has found in this application: a synthetic bean. */
final class NamedClients {
  private final List<NamedClient> all;

  NamedClients(List<NamedClient> all) {
    this.all = List.copyOf(all);
  }

  List<NamedClient> all() {
    return all;
  }
}
