package io.mpoauth2.client.restclient;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.jaxrs.runtime.Registration;
import io.mpoauth2.client.jaxrs.runtime.TokensByMethod;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.jspecify.annotations.Nullable;

/**
 * Registers the filter on the clients that opted in. Without state but for what was told, because
 * servers share one instance per class loader, and idempotent, because some call it twice for one
 * client.
 *
 * <p>Settings and beans are looked up here and kept, never during a call: a call may run on a
 * thread whose class loader finds neither.
 */
public final class OAuth2ClientListener implements RestClientListener {
  /** The builder's property that holds the listener's own filter. */
  private static final String OURS = "io.mpoauth2.client.filter";

  /** What each application was told; it is known by its configuration, which is not kept alive. */
  private final Map<Config, Set<String>> told = Collections.synchronizedMap(new WeakHashMap<>());

  /** Made by the MicroProfile Rest Client implementation, as a service. */
  public OAuth2ClientListener() {}

  /**
   * Sees to a client that is being built.
   *
   * @throws io.mpoauth2.client.config.InvalidSettingsException if it opted in and there is a
   *     problem in the settings
   */
  @Override
  public void onNewClient(Class<?> api, RestClientBuilder builder) {
    Config config = ConfigProvider.getConfig();
    Findings findings = new Findings();
    InterfaceProperties properties = InterfaceProperties.of(api, config);
    InterfaceChoice outer =
        isFilterRegistered(api, builder, properties, findings)
            ? InterfaceChoice.nothing().with(Choice.Token.of(OAuth2Client.DEFAULT))
            : InterfaceChoice.nothing();
    InterfaceChoice standard = InterfaceChoice.of(api, properties, outer, findings);
    Map<Method, Choice> choices = MethodChoices.of(api, standard, config, findings);
    Set<String> toldBefore = told.computeIfAbsent(config, key -> ConcurrentHashMap.newKeySet());
    ClientFilters filters = new ClientFilters(config, toldBefore, findings);
    Object tokens = tokens(api, standard.choice(), choices, filters);
    String client = nameOf(standard.client());
    properties.warnOfMisspelt(client, findings);
    findings.throwProblems(client);
    findings.tell(toldBefore);
    bind(builder, tokens);
  }

  private static String nameOf(Choice.@Nullable Token client) {
    return client == null ? OAuth2Client.DEFAULT : client.client();
  }

  /** Gives what {@link Registration#TOKENS} is to hold. */
  private static Object tokens(
      Class<?> api, Choice standard, Map<Method, Choice> choices, ClientFilters filters) {
    Set<Choice> different = new HashSet<>(choices.values());
    if (different.isEmpty()) {
      different.add(standard);
    }
    Map<Choice, Object> bound = new HashMap<>();
    different.forEach(choice -> bound.put(choice, filters.of(choice)));
    if (different.size() == 1) {
      return bound.values().iterator().next();
    }
    Map<Method, Object> byMethod = new HashMap<>();
    choices.forEach((method, choice) -> byMethod.put(method, bound.get(choice)));
    return new TokensByMethod(api.getName(), byMethod);
  }

  private static void bind(RestClientBuilder builder, Object tokens) {
    if (tokens == Registration.NO_TOKENS && ours(builder) == null) {
      return;
    }
    // Said of a client without tokens too: the builder may have made one with tokens before.
    builder.property(Registration.TOKENS, tokens);
    boolean isAsked = tokens != Registration.NO_TOKENS && tokens != Registration.WITHOUT_TOKENS;
    // Before any @RegisterProvider of the interface, whose missing priority RESTEasy takes for -1.
    if (isAsked && !builder.getConfiguration().isRegistered(BearerTokenFilter.class)) {
      BearerTokenFilter filter = new BearerTokenFilter();
      Registration.of(builder, filter, BearerTokenFilter.PRIORITY);
      builder.property(OURS, filter);
    }
  }

  /** By hand, by annotation or by the standard property; some of these come after the listener. */
  private static boolean isFilterRegistered(
      Class<?> api, RestClientBuilder builder, InterfaceProperties properties, Findings findings) {
    boolean asInstance = false;
    for (Object provider : builder.getConfiguration().getInstances()) {
      if (provider instanceof BearerTokenFilter filter) {
        if (filter != ours(builder) && !filter.hasProvider()) {
          return true;
        }
        asInstance = true;
      }
    }
    // CXF tells the classes of instances too.
    if (!asInstance && builder.getConfiguration().getClasses().contains(BearerTokenFilter.class)) {
      return true;
    }
    for (RegisterProvider provider : api.getAnnotationsByType(RegisterProvider.class)) {
      if (provider.value() == BearerTokenFilter.class) {
        return true;
      }
    }
    String providers = properties.value("providers", findings);
    return providers != null
        && List.of(providers.split("\\s*,\\s*")).contains(BearerTokenFilter.class.getName());
  }

  /** Gives the filter that was registered here when the builder was used before. */
  private static @Nullable Object ours(RestClientBuilder builder) {
    return builder.getConfiguration().getProperty(OURS);
  }
}
