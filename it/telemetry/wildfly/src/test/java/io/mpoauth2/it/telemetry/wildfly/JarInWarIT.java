package io.mpoauth2.it.telemetry.wildfly;

import java.io.IOException;

/** The application brings the library. */
class JarInWarIT extends WildFly {
  JarInWarIT() throws IOException {
    super("jar-in-war.xml");
  }
}
