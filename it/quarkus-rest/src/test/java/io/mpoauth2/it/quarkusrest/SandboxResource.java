package io.mpoauth2.it.quarkusrest;

import io.mpoauth2.sandbox.Sandbox;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;

/** The authorization server and the API of the tests. */
public class SandboxResource implements QuarkusTestResourceLifecycleManager {
  private final Sandbox sandbox = Sandbox.start();

  @Override
  public Map<String, String> start() {
    String tokenEndpoint = sandbox.tokenEndpoint().toString();
    return Map.of(
        "sandbox.url",
        sandbox.baseUri().toString(),
        "oauth2.client.signicat.token-endpoint",
        tokenEndpoint,
        "oauth2.client.signicat.client-id",
        Sandbox.DEFAULT_CLIENT_ID,
        "oauth2.client.signicat.client-secret",
        Sandbox.DEFAULT_CLIENT_SECRET,
        "oauth2.client.signicat.scope",
        "document_read",
        "oauth2.client.mistaken.token-endpoint",
        tokenEndpoint,
        "oauth2.client.mistaken.client-id",
        Sandbox.DEFAULT_CLIENT_ID,
        "oauth2.client.mistaken.client-secret",
        "not-the-secret");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(
        sandbox, new TestInjector.AnnotatedAndMatchesType(Steered.class, Sandbox.class));
  }

  @Override
  public void stop() {
    sandbox.close();
  }

  /** Marks the field of a test that gets the sandbox. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.FIELD)
  @interface Steered {}
}
