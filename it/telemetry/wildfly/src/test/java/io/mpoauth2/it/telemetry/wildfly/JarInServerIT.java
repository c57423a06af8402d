package io.mpoauth2.it.telemetry.wildfly;

import java.io.IOException;

/** The server has the library, as a module. */
class JarInServerIT extends WildFly {
  JarInServerIT() throws IOException {
    super("jar-in-server.xml");
  }
}
