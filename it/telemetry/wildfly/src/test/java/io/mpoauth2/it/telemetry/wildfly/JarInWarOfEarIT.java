package io.mpoauth2.it.telemetry.wildfly;

import java.io.IOException;

/** The library lies in the web application of an enterprise application. */
class JarInWarOfEarIT extends WildFly {
  JarInWarOfEarIT() throws IOException {
    super("jar-in-war-of-ear.xml");
  }
}
