package io.mpoauth2.client.config;

import io.mpoauth2.client.testing.FakeTokenEndpoint;
import io.mpoauth2.client.testing.Identity;
import io.mpoauth2.client.testing.MapConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A client certificate that is replaced while the application runs. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ReplacedCertificateTest {

  /** Both are valid where TLS ends; behind that only one of them is believed. */
  @Test
  void a_certificate_is_replaced_under_load_and_no_call_fails(@TempDir Path folder)
      throws Exception {
    Identity server = Identity.selfSigned();
    Identity old = Identity.selfSigned();
    Identity next = Identity.selfSigned();
    Path file = Files.writeString(folder.resolve("tls.pem"), pem(old));
    Path trust = Files.writeString(folder.resolve("ca.pem"), server.certificatesPem());
    Set<Certificate> believed = ConcurrentHashMap.newKeySet();
    believed.add(old.certificate());
    CountDownLatch withNext = new CountDownLatch(2);
    Certificate nextCertificate = next.certificate();
    try (FakeTokenEndpoint endpoint =
        FakeTokenEndpoint.startForCertified(server.server(old, next), "TLSv1.3")) {
      endpoint.answersTokenTo(
          request -> {
            // One request at a time, so the last one shown is that of this request.
            Certificate shown = last(endpoint.shown());
            if (shown.equals(nextCertificate) && believed.contains(shown)) {
              withNext.countDown();
            }
            return believed.contains(shown);
          },
          1);
      MapConfig config =
          MapConfig.complete("default")
              .without("client-secret")
              .with("token-endpoint", "https://localhost:" + endpoint.port() + "/token")
              .with("client-authentication", "self_signed_tls_client_auth")
              .with("key-store-file", file.toString())
              .with("trust-store-file", trust.toString());
      try (TokenProviders providers = TokenProviders.from(config.config());
          FiftyCallers callers = new FiftyCallers(providers.get("default"), withNext)) {
        callers.awaitFirstCalls();

        believed.add(nextCertificate);
        Files.writeString(folder.resolve("new.pem"), pem(next));
        Files.move(folder.resolve("new.pem"), file, StandardCopyOption.ATOMIC_MOVE);
        believed.remove(old.certificate());

        callers.assertNoCallFails();
      }
    }
  }

  private static Certificate last(List<Certificate> shown) {
    return shown.get(shown.size() - 1);
  }

  /** As a mounted file may have it: both in one. */
  private static String pem(Identity identity) throws Exception {
    return identity.keyPem() + identity.certificatesPem();
  }
}
