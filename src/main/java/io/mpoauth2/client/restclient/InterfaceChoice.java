package io.mpoauth2.client.restclient;

import io.mpoauth2.client.token.operation.LogMessage;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the methods of an interface that say nothing themselves.
 *
 * @param client whose token a method has that wants one and names no client; null if nobody said
 * @param choice what they have
 */
record InterfaceChoice(Choice.@Nullable Token client, Choice choice) {
  /** What holds where nobody has said anything. */
  static InterfaceChoice nothing() {
    return new InterfaceChoice(null, Choice.None.UNSAID);
  }

  /** Gives what holds beneath something that says more than this. */
  InterfaceChoice with(Choice other) {
    return new InterfaceChoice(other instanceof Choice.Token token ? token : client, other);
  }

  /**
   * Reads what an interface says, in configuration and by annotations, its own or the nearest.
   *
   * @param outer what holds where it says nothing
   */
  static InterfaceChoice of(
      Class<?> api, InterfaceProperties properties, InterfaceChoice outer, Findings findings) {
    Ancestry<Class<?>> ancestry = Ancestry.of(api);
    Statement nearest = Statement.only(ancestry.nearest(Statement::of), api.getName(), findings);
    Choice.Token annotated = client(ancestry);
    String named = properties.value(InterfaceProperties.CLIENT, findings);
    boolean without = nearest != null && nearest.without();
    if (InterfaceProperties.NONE.equals(named)) {
      return new InterfaceChoice(annotated == null ? outer.client : annotated, Choice.None.WITHOUT);
    }
    Choice.Token client =
        named == null
            ? annotated == null ? outer.client : annotated
            : new Choice.Token(named, annotated == null ? Set.of() : annotated.scope());
    if (without) {
      if (named != null) {
        findings.warning(
            LogMessage.NO_EFFECT,
            named,
            properties.name(InterfaceProperties.CLIENT)
                + " gives a token only to methods with @WithToken, because "
                + api.getName()
                + " has @WithoutToken");
      }
      return new InterfaceChoice(client, Choice.None.WITHOUT);
    }
    return named == null && annotated == null
        ? outer
        : new InterfaceChoice(client, client == null ? Choice.None.UNSAID : client);
  }

  /** What names a client, though a nearer annotation may want no token. */
  private static Choice.@Nullable Token client(Ancestry<Class<?>> ancestry) {
    Set<Choice.Token> nearest =
        ancestry.nearest(
            each -> Statement.of(each).flatMap(said -> Optional.ofNullable(said.token())));
    // Where they differ, the one who has to know says so.
    return nearest.isEmpty() ? null : nearest.iterator().next();
  }
}
