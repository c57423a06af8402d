package io.mpoauth2.client.restclient;

import static java.util.stream.Collectors.toSet;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.WithToken;
import io.mpoauth2.client.WithoutToken;
import java.lang.reflect.Method;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose token a method of a client asks for itself: what configuration says for it, else its
 * annotation, the nearest one.
 */
final class MethodChoice {
  private final InterfaceProperties ofRoot;
  private final Findings findings;

  /**
   * Methods of the client's own interface; any other name in its properties is a sub-resource's.
   */
  private final Set<String> rootsNames;

  /**
   * Reads no method yet.
   *
   * @param ofRoot what configuration has of the client's own interface
   */
  MethodChoice(Class<?> root, InterfaceProperties ofRoot, Findings findings) {
    this.ofRoot = ofRoot;
    this.findings = findings;
    this.rootsNames = ApiMethod.of(root).stream().map(ApiMethod::name).collect(toSet());
  }

  /** Gives what a method says; null if it says nothing. */
  @Nullable Choice of(ApiMethod method, InterfaceChoice standard, InterfaceProperties properties) {
    for (Method each : method.declarations().all()) {
      new Composed(findings).warn(each);
      if (each.isAnnotationPresent(OAuth2Client.class)) {
        findings.problem(
            "@OAuth2Client on the method "
                + method.place()
                + " is for injection; say it with @WithToken(\""
                + each.getAnnotation(OAuth2Client.class).value()
                + "\")");
      }
      if (each.isAnnotationPresent(WithToken.class)
          && each.isAnnotationPresent(WithoutToken.class)) {
        findings.problem("@WithToken and @WithoutToken are both on " + method.place());
      }
    }
    Statement annotated =
        Statement.only(method.declarations().nearest(Statement::of), method.place(), findings);
    String named = named(method.name(), properties);
    if (named != null) {
      return InterfaceProperties.NONE.equals(named)
          ? Choice.None.WITHOUT
          : token(named, annotated == null ? null : annotated.token(), standard);
    }
    if (annotated == null) {
      return null;
    }
    Choice.Token token = annotated.token();
    if (annotated.without() || token == null) {
      return Choice.None.WITHOUT;
    }
    if (!token.client().isEmpty()) {
      return token(token.client(), token, standard);
    }
    if (standard.client() == null) {
      findings.problem(
          "@WithToken on "
              + method.place()
              + " names no client, and neither does its interface; say @WithToken(\"<name>\")");
      return Choice.None.WITHOUT;
    }
    return token(standard.client().client(), token, standard);
  }

  /** The scope of the annotation, else the interface's where it is the same client. */
  private static Choice.Token token(
      String client, Choice.@Nullable Token annotated, InterfaceChoice standard) {
    Choice.Token interfaces = standard.client();
    Set<String> scope = annotated == null ? Set.of() : annotated.scope();
    return scope.isEmpty() && interfaces != null && interfaces.client().equals(client)
        ? interfaces
        : new Choice.Token(client, scope);
  }

  private @Nullable String named(String method, InterfaceProperties properties) {
    String own = properties.value(InterfaceProperties.OF_METHOD + method, findings);
    return own != null || rootsNames.contains(method)
        ? own
        : ofRoot.value(InterfaceProperties.OF_METHOD + method, findings);
  }
}
