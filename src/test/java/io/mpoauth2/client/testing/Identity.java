package io.mpoauth2.client.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key for localhost with its certificates, in every form that files have them; by keytool. */
public final class Identity {
  private static final String PASSWORD = "changeit";

  private final Path file;
  private final KeyStore store;

  private Identity(Path file) throws IOException, GeneralSecurityException {
    this.file = file;
    this.store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
  }

  /**
   * Makes one that no JVM trusts by itself.
   *
   * @param options of keytool: {@code -keyalg RSA}, {@code -startdate -9d}
   */
  public static Identity selfSigned(Path directory, String... options)
      throws IOException, GeneralSecurityException {
    Path file = Files.createTempFile(directory, "key", ".p12");
    Files.delete(file);
    List<String> all = new ArrayList<>(List.of("-genkeypair", "-alias", "key"));
    all.addAll(List.of("-dname", "CN=" + file.getFileName()));
    if (!Arrays.asList(options).contains("-keyalg")) {
      all.addAll(List.of("-keyalg", "EC"));
    }
    all.addAll(List.of("-ext", "san=dns:localhost", "-ext", "bc=ca:true"));
    all.addAll(Arrays.asList(options));
    keytool(file, all.toArray(String[]::new));
    return new Identity(file);
  }

  /** Makes one whose certificate is issued by this one. */
  public Identity issue() throws IOException, GeneralSecurityException {
    Identity made = selfSigned(file.getParent());
    Path request = file.resolveSibling(made.file.getFileName() + ".csr");
    Path chain = file.resolveSibling(made.file.getFileName() + ".pem");
    keytool(made.file, "-certreq", "-alias", "key", "-file", request.toString());
    keytool(
        file,
        "-gencert",
        "-rfc",
        "-alias",
        "key",
        "-infile",
        request.toString(),
        "-outfile",
        chain.toString(),
        "-ext",
        "san=dns:localhost");
    Files.writeString(chain, certificatesPem(), StandardOpenOption.APPEND);
    keytool(made.file, "-importcert", "-noprompt", "-alias", "key", "-file", chain.toString());
    return new Identity(made.file);
  }

  /** Has another certificate for the same key, as long valid as they are by default. */
  public void renew() throws IOException, GeneralSecurityException {
    keytool(file, "-selfcert", "-alias", "key");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
  }

  public X509Certificate certificate() throws GeneralSecurityException {
    return (X509Certificate) store.getCertificate("key");
  }

  public PrivateKey key() throws GeneralSecurityException {
    return (PrivateKey) store.getKey("key", PASSWORD.toCharArray());
  }

  /** Gives the private key, PKCS#8 in PEM. */
  public String keyPem() throws GeneralSecurityException {
    return pem("PRIVATE KEY", key().getEncoded());
  }

  public String encryptedKeyPem(String password) throws GeneralSecurityException, IOException {
    String algorithm = "PBEWithSHA1AndDESede";
    Cipher cipher = Cipher.getInstance(algorithm);
    cipher.init(
        Cipher.ENCRYPT_MODE,
        SecretKeyFactory.getInstance(algorithm)
            .generateSecret(new PBEKeySpec(password.toCharArray())));
    AlgorithmParameters parameters = cipher.getParameters();
    byte[] encrypted = cipher.doFinal(key().getEncoded());
    return pem(
        "ENCRYPTED PRIVATE KEY", new EncryptedPrivateKeyInfo(parameters, encrypted).getEncoded());
  }

  /** Gives the certificate and those of its issuers. */
  public String certificatesPem() throws GeneralSecurityException {
    StringBuilder all = new StringBuilder();
    for (Certificate certificate : store.getCertificateChain("key")) {
      all.append(pem("CERTIFICATE", certificate.getEncoded()));
    }
    return all.toString();
  }

  public static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(ISO_8859_1)).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  /** Gives the key with its certificates as PKCS#12. */
  public byte[] pkcs12(String password) throws GeneralSecurityException, IOException {
    KeyStore made = emptyStore();
    addTo(made, "key", password);
    return bytes(made, password);
  }

  public void addTo(KeyStore other, String alias, String password) throws GeneralSecurityException {
    other.setKeyEntry(alias, key(), password.toCharArray(), store.getCertificateChain("key"));
  }

  /** Gives the certificate, as one that is trusted, as PKCS#12. */
  public byte[] trustedPkcs12(String password) throws GeneralSecurityException, IOException {
    KeyStore made = emptyStore();
    made.setCertificateEntry("ca", certificate());
    return bytes(made, password);
  }

  public static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore made = KeyStore.getInstance("PKCS12");
    made.load(null, null);
    return made;
  }

  public static byte[] bytes(KeyStore store, String password)
      throws GeneralSecurityException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, password.toCharArray());
    return out.toByteArray();
  }

  /** Gives what a server with this key needs, which trusts these clients. */
  public SSLContext server(Identity... clients) throws GeneralSecurityException, IOException {
    KeyStore trusted = emptyStore();
    for (Identity client : clients) {
      trusted.setCertificateEntry("c" + trusted.size(), client.certificate());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        keys.getKeyManagers(), clients.length == 0 ? null : trust.getTrustManagers(), null);
    return context;
  }

  private static void keytool(Path store, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(Arrays.asList(options));
    command.addAll(
        List.of("-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
        throw new IOException(new String(keytool.getInputStream().readAllBytes(), ISO_8859_1));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
