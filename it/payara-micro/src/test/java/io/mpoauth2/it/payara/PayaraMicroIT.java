package io.mpoauth2.it.payara;

import io.mpoauth2.it.core.runtime.FeaturesOnServer;

/** The application on Payara Micro, started as an administrator would. */
class PayaraMicroIT extends FeaturesOnServer {
  @Override
  protected ProcessBuilder command(int port) {
    return new ProcessBuilder(
        java(),
        "-jar",
        System.getProperty("payara-micro.jar"),
        "--nocluster",
        "--port",
        String.valueOf(port),
        "--systemproperties",
        System.getProperty("server-config") + "/signicat-client.properties",
        "--contextroot",
        "/",
        "--deploy",
        System.getProperty("application.war"));
  }
}
