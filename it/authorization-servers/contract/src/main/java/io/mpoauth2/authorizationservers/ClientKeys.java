package io.mpoauth2.authorizationservers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * The keys of {@link KnownClient#SIGNING}: the one it has, the one that takes its place, both of
 * them known to the server, and one that is not.
 */
public final class ClientKeys {
  private static final ClientKeys KEYS = new ClientKeys();

  private final KeyPair current = made();
  private final KeyPair next = made();
  private final KeyPair foreign = made();

  private ClientKeys() {}

  /** Gives those that the server knows, as a JWK Set (RFC 7517, section 5). */
  public static String known() {
    return new JWKSet(
            List.of(
                jwk("current", (ECPublicKey) KEYS.current.getPublic()).build(),
                jwk("next", (ECPublicKey) KEYS.next.getPublic()).build()))
        .toString();
  }

  /** Gives the key of {@link KnownClient#SELF_SIGNED} with its certificate, as a JWK Set. */
  public static String ofCertificate() {
    X509Certificate certificate = Certificates.selfSigned();
    try {
      return new JWKSet(
              jwk("certified", (ECPublicKey) certificate.getPublicKey())
                  .x509CertChain(List.of(Base64.encode(certificate.getEncoded())))
                  .build())
          .toString();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Serves keys on loopback, for servers that want an address, as long as the JVM lives. */
  public static URI served(String keys) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      byte[] body = keys.getBytes(UTF_8);
      server.createContext(
          "/keys",
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void writeCurrent(Path file) throws IOException {
    write(file, KEYS.current);
  }

  static void writeNext(Path file) throws IOException {
    write(file, KEYS.next);
  }

  static void writeForeign(Path file) throws IOException {
    write(file, KEYS.foreign);
  }

  /** Puts an assertion that the current key has signed into the file, another one each time. */
  static void writeAssertion(Path file, String issuer, String subject, String audience)
      throws IOException {
    Instant now = Instant.now();
    SignedJWT assertion =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("current").build(),
            new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(50)))
                .build());
    try {
      assertion.sign(new ECDSASigner(KEYS.current.getPrivate(), Curve.P_256));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    Files.writeString(file, assertion.serialize() + "\n");
  }

  private static void write(Path file, KeyPair pair) throws IOException {
    PrivateKey key = pair.getPrivate();
    String base64 =
        java.util.Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII))
            .encodeToString(key.getEncoded());
    Files.writeString(
        file, "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
  }

  private static ECKey.Builder jwk(String id, ECPublicKey key) {
    return new ECKey.Builder(Curve.P_256, key)
        .keyID(id)
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(JWSAlgorithm.ES256);
  }

  private static KeyPair made() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
