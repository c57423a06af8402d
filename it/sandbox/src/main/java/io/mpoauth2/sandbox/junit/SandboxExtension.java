package io.mpoauth2.sandbox.junit;

import io.mpoauth2.sandbox.Sandbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a sandbox before the tests of a class and tells it to MicroProfile Config by system
 * properties; has it grant any scope; puts it back to the start before each test, but for the
 * tokens that were issued; and fails the class if something is left when its tests are over: a
 * thread of the library, a connection, an unanswered request.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SandboxExtension SANDBOX = SandboxExtension.of("signicat").api("signature");
 * }</pre>
 *
 * <p>Or by {@link WithSandbox}. A parameter of the type {@link Sandbox} is given the running one.
 */
public final class SandboxExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, ParameterResolver {
  private final List<String> clients;
  private final List<String> apis;
  private final Map<String, String> publicKeys;
  private final boolean connectionsMayStay;
  private @Nullable Sandbox sandbox;
  private @Nullable SystemSettings settings;

  /** Made by JUnit for {@link WithSandbox}, which says the rest. */
  public SandboxExtension() {
    this(List.of(), List.of(), Map.of(), false);
  }

  private SandboxExtension(
      List<String> clients,
      List<String> apis,
      Map<String, String> publicKeys,
      boolean connectionsMayStay) {
    this.clients = clients;
    this.apis = apis;
    this.publicKeys = publicKeys;
    this.connectionsMayStay = connectionsMayStay;
  }

  /**
   * Makes one for some clients.
   *
   * @param clients their names in configuration
   * @return starts nothing yet
   */
  public static SandboxExtension of(String... clients) {
    return new SandboxExtension(List.of(clients), List.of(), Map.of(), false);
  }

  /**
   * Gives one that is the API of some REST clients too, beside those named before.
   *
   * @param keys their configuration keys, or names of their interfaces
   * @return a new one
   */
  public SandboxExtension api(String... keys) {
    List<String> all = Stream.concat(apis.stream(), Stream.of(keys)).toList();
    return new SandboxExtension(clients, all, publicKeys, connectionsMayStay);
  }

  /**
   * Gives one in which one of the clients signs, and is told no secret. What it signs with, the
   * application says itself: {@code client-authentication} and {@code private-key-file}.
   *
   * @param client its name in configuration, one of those that {@link #of} was given
   * @param publicKey the public half, in PEM as {@code openssl pkey -pubout} writes it
   * @return a new one
   * @throws IllegalArgumentException if it is none of them
   */
  public SandboxExtension signing(String client, String publicKey) {
    if (!clients.contains(client)) {
      throw new IllegalArgumentException(
          "'" + client + "' is none of the clients of this sandbox: " + clients);
    }
    Map<String, String> all = new LinkedHashMap<>(publicKeys);
    all.put(client, publicKey);
    return new SandboxExtension(clients, apis, all, connectionsMayStay);
  }

  /**
   * Gives one that lets connections stay open when the tests are over: those of an application that
   * goes on.
   *
   * @return a new one
   */
  public SandboxExtension connectionsMayStay() {
    return new SandboxExtension(clients, apis, publicKeys, true);
  }

  /**
   * Gives the running sandbox.
   *
   * @return the same one for all tests of a class
   * @throws IllegalStateException before and after its tests
   */
  public Sandbox sandbox() {
    Sandbox running = sandbox;
    if (running == null) {
      throw new IllegalStateException("the sandbox runs while the tests of its class do");
    }
    return running;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Sandbox started = Sandbox.start();
    started.grantAnyScope();
    sandbox = started;
    WithSandbox annotation = annotation(context);
    Map<String, String> told = new LinkedHashMap<>();
    told.put("sandbox.url", started.baseUri().toString());
    for (String client : annotation == null ? clients : List.of(annotation.clients())) {
      told.putAll(started.settings(client));
    }
    for (String client : publicKeys.keySet()) {
      told.remove("oauth2.client." + client + ".client-secret");
    }
    for (String api : annotation == null ? apis : List.of(annotation.apis())) {
      told.put(api + "/mp-rest/url", started.baseUri().toString());
    }
    settings = SystemSettings.set(told);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    sandbox().resetButTokens();
    sandbox().grantAnyScope();
    if (!publicKeys.isEmpty()) {
      sandbox().changeKeys(String.join("\n", publicKeys.values()));
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    WithSandbox annotation = annotation(context);
    boolean mayStay = annotation == null ? connectionsMayStay : annotation.connectionsMayStay();
    try {
      new LeakCheck(sandbox(), mayStay).assertNothingIsLeft(context.getDisplayName());
    } finally {
      sandbox().close();
      sandbox = null;
      Objects.requireNonNull(settings).restore();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Sandbox.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return sandbox();
  }

  /** Of one that a field registers, the field says it all. */
  private @Nullable WithSandbox annotation(ExtensionContext context) {
    return clients.isEmpty()
        ? context.getRequiredTestClass().getAnnotation(WithSandbox.class)
        : null;
  }
}
