package io.mpoauth2.authorizationservers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

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
    return "{\"keys\":["
        + jwk("current", (ECPublicKey) KEYS.current.getPublic())
        + ','
        + jwk("next", (ECPublicKey) KEYS.next.getPublic())
        + "]}";
  }

  /** Serves them on loopback, for servers that want an address, as long as the JVM lives. */
  public static URI served() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/keys",
          exchange -> {
            byte[] body = known().getBytes(UTF_8);
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

  private static void write(Path file, KeyPair pair) throws IOException {
    String base64 =
        Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII))
            .encodeToString(pair.getPrivate().getEncoded());
    Files.writeString(
        file, "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
  }

  private static String jwk(String id, ECPublicKey key) {
    return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\""
        + id
        + "\",\"x\":\""
        + base64(key.getW().getAffineX())
        + "\",\"y\":\""
        + base64(key.getW().getAffineY())
        + "\"}";
  }

  private static String base64(BigInteger coordinate) {
    byte[] all = coordinate.toByteArray();
    byte[] bytes = new byte[32];
    int length = Math.min(all.length, bytes.length);
    System.arraycopy(all, all.length - length, bytes, bytes.length - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
