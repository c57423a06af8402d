package io.mpoauth2.it.retry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A server and a client whose certificates nobody trusts but they each other's; made by keytool.
 */
public final class Keys {
  /** Of every store. */
  public static final String PASSWORD = "changeit";

  private final Path directory;

  public Keys(Path directory) throws IOException, GeneralSecurityException {
    this.directory = Files.createDirectories(directory);
    make("server");
    make("client");
    trust("server", serversCertificate());
    trust("client", clientsCertificate());
  }

  /** Gives the store of what the client trusts. */
  public Path trustStore() {
    return directory.resolve("trust-server.p12");
  }

  /** Gives the store of the client's own key. */
  public Path keyStore() {
    return directory.resolve("client.p12");
  }

  /** Gives what a file has in it. */
  public static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  /** Gives what the server needs. */
  public SSLContext identity() throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(serversCertificate(), PASSWORD.toCharArray());
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(load(directory.resolve("trust-client.p12")));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }

  private KeyStore serversCertificate() throws IOException, GeneralSecurityException {
    return load(directory.resolve("server.p12"));
  }

  private KeyStore clientsCertificate() throws IOException, GeneralSecurityException {
    return load(keyStore());
  }

  private void trust(String whom, KeyStore certificate)
      throws IOException, GeneralSecurityException {
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    trust.setCertificateEntry(whom, certificate.getCertificate(whom));
    try (OutputStream out = Files.newOutputStream(directory.resolve("trust-" + whom + ".p12"))) {
      trust.store(out, PASSWORD.toCharArray());
    }
  }

  private void make(String whose) throws IOException {
    Path file = directory.resolve(whose + ".p12");
    Files.deleteIfExists(file);
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                whose,
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    try {
      if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
        throw new IOException("keytool made no key");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
