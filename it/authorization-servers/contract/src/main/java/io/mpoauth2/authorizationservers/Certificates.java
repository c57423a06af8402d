package io.mpoauth2.authorizationservers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What TLS with certificates on both sides takes, made by keytool once: the server's key, whose
 * certificate is the authority of the clients' as well, and keys of clients. All are PKCS#12.
 */
public final class Certificates {
  /** Of each file. */
  public static final String PASSWORD = "changeit";

  /** The name in the certificate of {@link KnownClient#CERTIFIED}. */
  public static final String SUBJECT = "CN=certified";

  private static final Certificates MADE = new Certificates();

  private final Path folder;
  private final Path server;
  private final Path authority;
  private final Path current;
  private final Path foreign;
  private final Path selfSigned;
  private final Path trusted;

  private Certificates() {
    try {
      folder = Files.createTempDirectory("certificates");
      server = selfSigned("server", "CN=localhost", "san=dns:localhost,ip:127.0.0.1");
      authority = exported(server, "server");
      current = issued("current", SUBJECT);
      foreign = issued("foreign", "CN=somebody else");
      selfSigned = selfSigned("self-signed", "CN=self-signed", "san=dns:self-signed.example");
      trusted = folder.resolve("trusted.p12");
      importInto(trusted, "authority", authority);
      importInto(trusted, "self-signed", exported(selfSigned, "self-signed"));
      Runtime.getRuntime().addShutdownHook(new Thread(this::delete));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the server's key, for localhost; as a trust store it has the authority. */
  public static Path server() {
    return MADE.server;
  }

  /** Gives the certificate that all others lead to, in PEM. */
  public static Path authority() {
    return MADE.authority;
  }

  /** Gives a trust store of the authority, and of the client that has issued its own. */
  public static Path trusted() {
    return MADE.trusted;
  }

  /** Gives the one that {@link KnownClient#SELF_SIGNED} shows. */
  public static X509Certificate selfSigned() {
    try (InputStream in = Files.newInputStream(MADE.selfSigned)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD.toCharArray());
      return (X509Certificate) store.getCertificate("self-signed");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts the key of {@link KnownClient#CERTIFIED} into the file. */
  static void writeCurrent(Path file) throws IOException {
    write(file, MADE.current);
  }

  /** Puts a key there whose certificate has the same issuer, and another name. */
  static void writeForeign(Path file) throws IOException {
    write(file, MADE.foreign);
  }

  /** Puts the key of {@link KnownClient#SELF_SIGNED} there. */
  static void writeSelfSigned(Path file) throws IOException {
    write(file, MADE.selfSigned);
  }

  private static void write(Path file, Path made) throws IOException {
    Files.write(file, Files.readAllBytes(made));
  }

  private Path selfSigned(String alias, String subject, String name) throws IOException {
    Path store = folder.resolve(alias + ".p12");
    keytool(
        store,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-alias",
        alias,
        "-dname",
        subject,
        "-ext",
        name,
        "-ext",
        "bc=ca:true");
    return store;
  }

  private Path exported(Path store, String alias) throws IOException {
    Path certificate = folder.resolve(alias + "-certificate.pem");
    keytool(store, "-exportcert", "-rfc", "-alias", alias, "-file", certificate.toString());
    return certificate;
  }

  private static void importInto(Path store, String alias, Path certificates) throws IOException {
    keytool(store, "-importcert", "-noprompt", "-alias", alias, "-file", certificates.toString());
  }

  private Path issued(String alias, String subject) throws IOException {
    Path store = selfSigned(alias, subject, "eku=clientAuth");
    Path request = folder.resolve(alias + ".csr");
    Path chain = folder.resolve(alias + ".pem");
    keytool(store, "-certreq", "-alias", alias, "-file", request.toString());
    keytool(
        server,
        "-gencert",
        "-rfc",
        "-alias",
        "server",
        "-infile",
        request.toString(),
        "-outfile",
        chain.toString(),
        "-ext",
        "eku=clientAuth");
    Files.write(chain, Files.readAllBytes(authority), StandardOpenOption.APPEND);
    importInto(store, alias, chain);
    return store;
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
        throw new IOException(
            new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void delete() {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
