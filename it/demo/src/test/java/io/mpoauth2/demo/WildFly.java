package io.mpoauth2.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.wildfly.core.launcher.Launcher;
import org.wildfly.core.launcher.StandaloneCommandBuilder;
import org.wildfly.plugin.tools.Deployment;
import org.wildfly.plugin.tools.server.ServerManager;
import org.wildfly.plugin.tools.server.ServerManagerException;

/**
 * A provisioned server and the application for it.
 *
 * @param version its version
 * @param home where it is
 * @param war the application
 */
record WildFly(String version, Path home, Path war) {
  private static final int START_SECONDS = 180;

  /** Starts it on free ports; returns when the application is deployed. */
  RunningApplication start(Map<String, String> properties)
      throws IOException, InterruptedException {
    Ports ports = Ports.free();
    Path console = home.resolveSibling("wildfly-console.log");
    ServerLog log = ServerLog.fromHere(home.resolve("standalone/log/server.log"));
    Process process =
        Launcher.of(command(ports, properties))
            .setRedirectErrorStream(true)
            .redirectOutput(console)
            .launch();
    // Whatever ends this JVM, the server must not outlive it.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    ServerManager server =
        ServerManager.builder()
            .process(process)
            .managementAddress(Ports.HOST)
            .managementPort(ports.management())
            .standalone();
    try {
      if (!server.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("not up after " + START_SECONDS + " s");
      }
    } catch (ServerManagerException | IllegalStateException e) {
      throw new IllegalStateException("WildFly did not start; see " + console, e);
    }
    server.deploymentManager().deploy(Deployment.of(war)).assertSuccess();
    return new RunningApplication(server, process, ports.http(), log);
  }

  private StandaloneCommandBuilder command(Ports ports, Map<String, String> properties) {
    StandaloneCommandBuilder command =
        StandaloneCommandBuilder.of(home)
            .setJavaHome(Path.of(System.getProperty("java.home")))
            // Nothing of a run is kept, so that the next one begins like the first.
            .setServerReadOnlyConfiguration("standalone.xml")
            .addJavaOption("-Djboss.bind.address=" + Ports.HOST)
            .addJavaOption("-Djboss.bind.address.management=" + Ports.HOST)
            .addJavaOption("-Djboss.http.port=" + ports.http())
            .addJavaOption("-Djboss.management.http.port=" + ports.management());
    properties.forEach((name, value) -> command.addJavaOption("-D" + name + "=" + value));
    return command;
  }
}
