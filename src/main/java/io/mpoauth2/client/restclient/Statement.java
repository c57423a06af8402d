package io.mpoauth2.client.restclient;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.WithToken;
import io.mpoauth2.client.WithoutToken;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the annotations of one interface or one method say.
 *
 * @param token whose token; of a method, with an empty name for the interface's client; null if
 *     nothing names one
 * @param without whether there is to be none
 */
record Statement(Choice.@Nullable Token token, boolean without) {

  static Optional<Statement> of(Class<?> api) {
    OAuth2Client client = api.getAnnotation(OAuth2Client.class);
    return of(client == null ? null : Choice.Token.of(client.value(), client.scope()), api);
  }

  static Optional<Statement> of(Method method) {
    WithToken other = method.getAnnotation(WithToken.class);
    return of(other == null ? null : Choice.Token.of(other.value(), other.scope()), method);
  }

  private static Optional<Statement> of(Choice.@Nullable Token token, AnnotatedElement place) {
    boolean without = place.isAnnotationPresent(WithoutToken.class);
    return token == null && !without
        ? Optional.empty()
        : Optional.of(new Statement(token, without));
  }

  /** Gives the only one of several; null if there is none, and a problem if they differ. */
  static @Nullable Statement only(Set<Statement> several, String place, Findings findings) {
    if (several.size() > 1) {
      findings.problem(
          place
              + " inherits different annotations about its token from interfaces that are equally"
              + " near; annotate it itself");
    }
    return several.isEmpty() ? null : several.iterator().next();
  }
}
