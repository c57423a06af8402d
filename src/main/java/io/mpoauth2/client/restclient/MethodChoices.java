package io.mpoauth2.client.restclient;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.token.operation.LogMessage;
import io.mpoauth2.client.token.operation.Nearest;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Whose token goes with each method of a client, those of its sub-resources too: what is said for
 * the method ({@link MethodChoice}), else what holds for its interface. What a locator says holds
 * for what it returns, where that says nothing.
 */
final class MethodChoices {
  private final Config config;
  private final InterfaceProperties ofRoot;
  private final Findings findings;
  private final MethodChoice methods;
  private final Set<String> names = new LinkedHashSet<>();
  private final Map<Method, Choice> called = new LinkedHashMap<>();

  /** Of declarations that another one overrides, which a runtime may tell all the same. */
  private final Map<Method, Choice> overridden = new LinkedHashMap<>();

  private final Set<Method> ambiguous = new HashSet<>();
  private final Set<Visit> visited = new HashSet<>();

  private record Visit(Class<?> api, InterfaceChoice outer, boolean isSaidByLocator) {}

  private MethodChoices(Class<?> root, Config config, Findings findings) {
    this.config = config;
    this.ofRoot = InterfaceProperties.of(root, config);
    this.findings = findings;
    this.methods = new MethodChoice(root, ofRoot, findings);
  }

  /**
   * Decides for all methods of a client.
   *
   * @param standard what holds for those that say nothing
   * @return by method
   */
  static Map<Method, Choice> of(
      Class<?> root, InterfaceChoice standard, Config config, Findings findings) {
    MethodChoices choices = new MethodChoices(root, config, findings);
    Ancestry.of(root).all().forEach(new Composed(findings)::warn);
    choices.add(root, standard, choices.ofRoot);
    choices.warnOfNames(root);
    Map<Method, Choice> all = new LinkedHashMap<>(choices.overridden);
    all.keySet().removeAll(choices.ambiguous);
    all.putAll(choices.called);
    return all;
  }

  private void add(Class<?> api, InterfaceChoice standard, InterfaceProperties properties) {
    for (ApiMethod method : ApiMethod.of(api)) {
      Choice choice = methods.of(method, standard, properties);
      if (method.isRequest()) {
        names.add(method.name());
        keep(method, choice == null ? standard.choice() : choice);
      } else if (method.isLocator()) {
        names.add(method.name());
        if (choice == null) {
          enter(method.subResource(), standard, false);
        } else {
          enter(method.subResource(), standard.with(choice), true);
        }
      } else if (choice != null) {
        findings.warning(
            LogMessage.NO_EFFECT,
            client(standard),
            "annotation or property of "
                + method.place()
                + " has no effect: it"
                + " makes no request itself");
      }
    }
  }

  private void enter(Class<?> api, InterfaceChoice outer, boolean isSaidByLocator) {
    if (!visited.add(new Visit(api, outer, isSaidByLocator))) {
      return;
    }
    InterfaceProperties properties = InterfaceProperties.of(api, config);
    InterfaceChoice own =
        isSaidByLocator ? outer : InterfaceChoice.of(api, properties, outer, findings);
    boolean isOptIn = own.client() != null && outer.client() == null;
    if (isOptIn && !api.isAnnotationPresent(RegisterRestClient.class)) {
      findings.warning(
          LogMessage.NO_EFFECT,
          client(own),
          "@OAuth2Client of "
              + api.getName()
              + " has no effect in a client whose own interface, "
              + ofRoot.keys().get(0)
              + ", has none; annotate that one, or methods with @WithToken(\""
              + client(own)
              + "\")");
    }
    Ancestry.of(api).all().forEach(new Composed(findings)::warn);
    add(api, isOptIn ? new InterfaceChoice(null, without(own)) : own, properties);
  }

  /** Gives what is left of an opt-in that has no effect. */
  private static Choice without(InterfaceChoice own) {
    return own.choice() instanceof Choice.None none ? none : Choice.None.UNSAID;
  }

  private void keep(ApiMethod method, Choice choice) {
    for (Method each : method.called()) {
      Choice before = called.putIfAbsent(each, choice);
      if (before != null && !before.equals(choice)) {
        findings.problem(
            method.place()
                + " is called in two ways that want different tokens, and no runtime tells which;"
                + " declare it again in each interface that extends "
                + each.getDeclaringClass().getSimpleName());
      }
    }
    for (Method each : method.declarations().all()) {
      Choice before = overridden.putIfAbsent(each, choice);
      if (before != null && !before.equals(choice)) {
        ambiguous.add(each);
      }
    }
  }

  private void warnOfNames(Class<?> root) {
    for (String name : ofRoot.names()) {
      if (name.startsWith(InterfaceProperties.OF_METHOD)) {
        String method = name.substring(InterfaceProperties.OF_METHOD.length());
        if (!names.contains(method)) {
          findings.warning(
              LogMessage.UNKNOWN_CLIENT_PROPERTY,
              "default",
              ofRoot.name(name)
                  + " means nothing, because "
                  + root.getName()
                  + " has no request of that name"
                  + Nearest.to(method, names)
                      .map(near -> "; did you mean " + InterfaceProperties.OF_METHOD + near + "?")
                      .orElse(""));
        }
      }
    }
  }

  private static String client(InterfaceChoice choice) {
    return choice.client() == null ? OAuth2Client.DEFAULT : choice.client().client();
  }
}
