package io.mpoauth2.client.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key for localhost with its certificates, in every form that files have them. */
public final class Identity {
  private final Subject subject;
  private final List<X509Certificate> chain;

  private Identity(Subject subject, List<X509Certificate> chain) {
    this.subject = subject;
    this.chain = chain;
  }

  /** Makes one that no JVM trusts by itself. */
  public static Identity selfSigned() throws GeneralSecurityException, IOException {
    return selfSigned("EC");
  }

  /**
   * Makes one that no JVM trusts by itself.
   *
   * @param algorithm of the key: {@code EC}, {@code RSA}, {@code RSASSA-PSS}, {@code Ed25519}
   */
  public static Identity selfSigned(String algorithm) throws GeneralSecurityException, IOException {
    return selfSigned(algorithm, Instant.now());
  }

  /** Makes one whose certificate is over since yesterday. */
  public static Identity expired() throws GeneralSecurityException, IOException {
    return selfSigned("EC", Instant.now().minus(Subject.VALIDITY).minus(Duration.ofDays(1)));
  }

  private static Identity selfSigned(String algorithm, Instant from)
      throws GeneralSecurityException, IOException {
    Subject made = subject(algorithm);
    return new Identity(made, List.of(made.certifies(made, from)));
  }

  /** Makes one whose certificate is issued by this one. */
  public Identity issue() throws GeneralSecurityException, IOException {
    Subject other = subject("EC");
    List<X509Certificate> all = new ArrayList<>(chain);
    all.add(0, subject.certifies(other));
    return new Identity(other, all);
  }

  private static Subject subject(String algorithm) throws GeneralSecurityException {
    return Subject.named(
        UUID.randomUUID().toString(), KeyPairGenerator.getInstance(algorithm).generateKeyPair());
  }

  /** Makes one of the same key with another certificate, which is valid. */
  public Identity renewed() throws GeneralSecurityException, IOException {
    return new Identity(subject, List.of(subject.certifies(subject)));
  }

  public X509Certificate certificate() {
    return chain.get(0);
  }

  public PrivateKey key() {
    return subject.keys().getPrivate();
  }

  /** Gives the private key, PKCS#8 in PEM. */
  public String keyPem() {
    return pem("PRIVATE KEY", key().getEncoded());
  }

  public String encryptedKeyPem(String password) throws GeneralSecurityException, IOException {
    return encryptedPem(key().getEncoded(), password);
  }

  /** Gives whatever stands where an encrypted private key should. */
  public static String encryptedPem(byte[] content, String password)
      throws GeneralSecurityException, IOException {
    String algorithm = "PBEWithSHA1AndDESede";
    Cipher cipher = Cipher.getInstance(algorithm);
    cipher.init(
        Cipher.ENCRYPT_MODE,
        SecretKeyFactory.getInstance(algorithm)
            .generateSecret(new PBEKeySpec(password.toCharArray())));
    AlgorithmParameters parameters = cipher.getParameters();
    byte[] encrypted = cipher.doFinal(content);
    return pem(
        "ENCRYPTED PRIVATE KEY", new EncryptedPrivateKeyInfo(parameters, encrypted).getEncoded());
  }

  /** Gives the certificate and those of its issuers. */
  public String certificatesPem() throws GeneralSecurityException {
    StringBuilder all = new StringBuilder();
    for (Certificate certificate : chain) {
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
    other.setKeyEntry(alias, key(), password.toCharArray(), chain.toArray(Certificate[]::new));
  }

  /** Gives the certificate, as one that is trusted, as PKCS#12. */
  public byte[] trustedPkcs12(String password) throws GeneralSecurityException, IOException {
    return bytes(trust(), password);
  }

  /** Gives a store in which the certificate is trusted. */
  public KeyStore trust() throws GeneralSecurityException, IOException {
    KeyStore made = emptyStore();
    made.setCertificateEntry("ca", certificate());
    return made;
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
    KeyStore own = emptyStore();
    addTo(own, "key", "");
    KeyStore trusted = emptyStore();
    for (Identity client : clients) {
      trusted.setCertificateEntry("c" + trusted.size(), client.certificate());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(own, new char[0]);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        managers.getKeyManagers(), clients.length == 0 ? null : trust.getTrustManagers(), null);
    return context;
  }
}
