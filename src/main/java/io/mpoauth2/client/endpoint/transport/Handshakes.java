package io.mpoauth2.client.endpoint.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** What makes the connections of a client over TLS, kept until its keys or certificates change. */
final class Handshakes {
  private final Kept<Tls, SSLSocketFactory> kept = new Kept<>();

  /** Gives the JVM's where nothing is set: as an administrator has it, and not as it was once. */
  SSLSocketFactory of(Tls tls) throws SSLException {
    try {
      return tls.isOfTheJvm()
          ? SSLContext.getDefault().getSocketFactory()
          : kept.of(tls, Handshakes::make);
    } catch (GeneralSecurityException e) {
      throw new SSLException("the key store or the trust store of the JVM cannot be used");
    }
  }

  private static SSLSocketFactory make(Tls tls) throws GeneralSecurityException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          tls.own() == null
              ? keysOfTheJvm()
              : new KeyManager[] {new OneClientCertificate(tls.own())},
          tls.trusted().isEmpty() ? null : trusting(tls.trusted()),
          null);
      return context.getSocketFactory();
    } catch (IOException e) {
      throw new KeyStoreException("cannot be read");
    }
  }

  private static TrustManager[] trusting(Set<X509Certificate> certificates)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (X509Certificate certificate : certificates) {
      store.setCertificateEntry(Integer.toString(store.size()), certificate);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  /** Those of the default context, which gives them to nobody else; null if there are none. */
  private static KeyManager @Nullable [] keysOfTheJvm()
      throws GeneralSecurityException, IOException {
    String file = System.getProperty("javax.net.ssl.keyStore", "");
    if (file.isEmpty() || file.equals("NONE")) {
      return null;
    }
    char[] password = System.getProperty("javax.net.ssl.keyStorePassword", "").toCharArray();
    KeyStore store =
        KeyStore.getInstance(
            System.getProperty("javax.net.ssl.keyStoreType", KeyStore.getDefaultType()));
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      store.load(in, password);
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, password);
    return factory.getKeyManagers();
  }
}
