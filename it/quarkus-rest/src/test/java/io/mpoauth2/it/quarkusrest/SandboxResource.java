package io.mpoauth2.it.quarkusrest;

// tag::quarkus-resource[]
import io.mpoauth2.sandbox.Sandbox;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashMap;
import java.util.Map;

/** The authorization server and the API of the tests. */
public class SandboxResource implements QuarkusTestResourceLifecycleManager {
  private final Sandbox sandbox = Sandbox.start();

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(sandbox.settings("signicat"));
    settings.put("oauth2.client.signicat.scope", "document_read");
    settings.put("sandbox.url", sandbox.baseUri().toString());
    settings.putAll(sandbox.settings("mistaken"));
    settings.put("oauth2.client.mistaken.client-secret", "not-the-secret");
    return settings;
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
// end::quarkus-resource[]
