package io.mpoauth2.it.telemetry.wildfly;

import java.io.IOException;

/** The library lies beside the web application, in the enterprise application that holds both. */
class JarInEarIT extends WildFly {
  JarInEarIT() throws IOException {
    super("jar-in-ear.xml");
  }
}
