package io.mpoauth2.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes keys with certificates, each in a PKCS#12 file of its name, by the JDK's own tool. */
record Keytool(Path directory) {
  /** A build keeps them for long. */
  private static final String DAYS = "3650";

  Path file(String name) {
    return directory.resolve(name);
  }

  Path store(String alias) {
    return file(alias + ".p12");
  }

  void selfSigned(String alias, String subject, String extension) throws IOException {
    Files.deleteIfExists(store(alias));
    run(
        alias,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        subject,
        "-ext",
        "bc=ca:true",
        "-validity",
        DAYS,
        "-ext",
        extension);
  }

  /** Makes one whose certificate another one has issued. */
  void issue(String alias, String subject, String issuer) throws IOException {
    selfSigned(alias, subject, "eku=clientAuth");
    Path request = file(alias + ".csr");
    Path certificate = file(alias + ".pem");
    Path chain = file(alias + "-chain.pem");
    run(alias, "-certreq", "-file", request.toString());
    run(
        issuer,
        "-gencert",
        "-rfc",
        "-validity",
        DAYS,
        "-infile",
        request.toString(),
        "-outfile",
        certificate.toString(),
        "-ext",
        "eku=clientAuth");
    export(issuer, chain);
    Files.write(chain, Files.readAllBytes(certificate), StandardOpenOption.APPEND);
    run(alias, "-importcert", "-noprompt", "-file", chain.toString());
  }

  /** Writes a certificate, in PEM. */
  void export(String alias, Path file) throws IOException {
    run(alias, "-exportcert", "-rfc", "-file", file.toString());
  }

  private void run(String alias, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(Arrays.asList(options));
    command.addAll(List.of("-alias", alias, "-keystore", store(alias).toString()));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", SandboxKeys.PASSWORD));
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
}
