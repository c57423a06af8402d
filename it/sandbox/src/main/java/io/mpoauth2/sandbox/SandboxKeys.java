package io.mpoauth2.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.Base64;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * Keys by which the sandbox and its client know each other, as files of a directory. They guard
 * nothing, and their password is no secret.
 */
public final class SandboxKeys {
  /** What the PKCS#12 files are encrypted with. */
  public static final String PASSWORD = "changeit";

  /** The id of the key that the client signs with. */
  public static final String KEY_ID = "sandbox-key";

  /** The name in the certificate that the client shows. */
  static final String SUBJECT = "CN=sandbox-client";

  private final Keytool keytool;

  private SandboxKeys(Keytool keytool) {
    this.keytool = keytool;
  }

  /**
   * Gives the keys of a directory, which are made with the JDK's keytool where there are none.
   *
   * @param directory where the files are
   * @return the keys
   */
  public static SandboxKeys in(Path directory) {
    try {
      Files.createDirectories(directory);
      SandboxKeys keys = new SandboxKeys(new Keytool(directory));
      if (!Files.exists(keys.trustStore())) {
        keys.make();
      }
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes the keys of a directory, for builds that need the files before a sandbox runs.
   *
   * @param arguments the directory
   */
  public static void main(String... arguments) {
    in(Path.of(arguments[0]));
  }

  /**
   * Gives the private key that the client signs with.
   *
   * @return PKCS#8 in PEM
   */
  public Path privateKey() {
    return keytool.file("client-key.pem");
  }

  /**
   * Gives the key and the certificate that the client shows.
   *
   * @return PKCS#12 with the {@link #PASSWORD}
   */
  public Path keyStore() {
    return keytool.store("client");
  }

  /**
   * Gives the certificate by which the client knows the sandbox.
   *
   * @return PEM
   */
  public Path trustStore() {
    return keytool.file("authority.pem");
  }

  /**
   * Gives a key with a certificate of the same authority for somebody else.
   *
   * @param name who that is
   * @return PKCS#12 with the {@link #PASSWORD}
   */
  public Path keyStoreOf(String name) {
    try {
      keytool.issue(name, "CN=" + name, "server");
      return keytool.store(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Gives what {@link Sandbox#changeKeys} takes.
   *
   * @return a JWK Set with the public half of the {@link #privateKey()}
   */
  public String publicKeys() {
    try {
      PublicJsonWebKey key =
          PublicJsonWebKey.Factory.newPublicJwk(
              loaded("signing").getCertificate("signing").getPublicKey());
      key.setKeyId(KEY_ID);
      return "{\"keys\":[" + key.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}";
    } catch (JoseException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives the sandbox's own key. */
  KeyStore identity() {
    return loaded("server");
  }

  /** Gives a store with the authority alone. */
  KeyStore trusted() {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("authority", identity().getCertificate("server"));
      return trusted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void make() throws IOException {
    keytool.selfSigned("server", "CN=localhost", "san=dns:localhost,ip:127.0.0.1");
    keytool.issue("client", SUBJECT, "server");
    keytool.selfSigned("signing", SUBJECT, "bc=ca:false");
    Files.writeString(privateKey(), pem(key("signing")));
    // Last: what tells that all is there.
    keytool.export("server", trustStore());
  }

  private PrivateKey key(String alias) {
    try {
      return (PrivateKey) loaded(alias).getKey(alias, PASSWORD.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyStore loaded(String alias) {
    try (InputStream in = Files.newInputStream(keytool.store(alias))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD.toCharArray());
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(PrivateKey key) {
    String base64 =
        Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(key.getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
  }
}
