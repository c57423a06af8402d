package io.mpoauth2.it.telemetry.openliberty;

/** The server has the library, as a shared one. */
class JarInServerIT extends OpenLiberty {
  JarInServerIT() {
    super("jar-in-server");
  }
}
