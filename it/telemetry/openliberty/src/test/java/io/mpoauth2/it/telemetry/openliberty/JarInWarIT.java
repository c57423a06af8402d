package io.mpoauth2.it.telemetry.openliberty;

/** The application brings the library. */
class JarInWarIT extends OpenLiberty {
  JarInWarIT() {
    super("jar-in-war");
  }
}
