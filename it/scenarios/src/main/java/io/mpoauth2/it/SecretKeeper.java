package io.mpoauth2.it;

import java.io.IOException;

/** Where this server keeps a client's secret: what its README tells an administrator to do. */
interface SecretKeeper {
  /** Puts a new one there. The server goes on running. */
  void change(String client, String secret) throws IOException, InterruptedException;

  static SecretKeeper ofThisServer() {
    return System.getProperty("wildfly.home") == null ? new SecretFile() : new CredentialStore();
  }
}
