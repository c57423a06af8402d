package io.mpoauth2.client.cdi.deployment;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanBuilder;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Takes what was found from the build, or the deployment, to the running application: as rows of
 * texts, because nothing else comes through.
 */
public final class NamedClientsCreator implements SyntheticBeanCreator<NamedClients> {
  /** Made by CDI. */
  public NamedClientsCreator() {}

  static void pack(SyntheticBeanBuilder<NamedClients> bean, List<NamedClient> found) {
    bean.withParam("client", row(found, NamedClient::client))
        .withParam("scope", row(found, NamedClient::scope))
        .withParam("type", row(found, NamedClient::type))
        .withParam("member", row(found, NamedClient::member))
        .withParam("replaceable", replaceable(found))
        .withParam("configKey", row(found, NamedClient::configKey));
  }

  @Override
  public NamedClients create(Instance<Object> lookup, Parameters params) {
    String[] clients = params.get("client", String[].class);
    List<NamedClient> all = new ArrayList<>();
    for (int i = 0; i < clients.length; i++) {
      all.add(
          new NamedClient(
              clients[i],
              params.get("scope", String[].class)[i],
              params.get("type", String[].class)[i],
              params.get("member", String[].class)[i],
              params.get("replaceable", boolean[].class)[i],
              params.get("configKey", String[].class)[i]));
    }
    return new NamedClients(all);
  }

  private static boolean[] replaceable(List<NamedClient> found) {
    boolean[] row = new boolean[found.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = found.get(i).replaceable();
    }
    return row;
  }

  private static String[] row(List<NamedClient> found, Function<NamedClient, String> column) {
    return found.stream().map(column).toArray(String[]::new);
  }
}
