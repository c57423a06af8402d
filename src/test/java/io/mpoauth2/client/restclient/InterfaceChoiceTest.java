package io.mpoauth2.client.restclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.WithoutToken;
import io.mpoauth2.client.config.InvalidSettingsException;
import io.mpoauth2.client.testing.CapturedLog;
import jakarta.ws.rs.GET;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the annotation may stand, and where it has no effect. */
public class InterfaceChoiceTest {
  private final TwoClients clients = new TwoClients();

  @AfterEach
  void close() {
    clients.close();
  }

  public interface Calls {
    @GET
    String get();
  }

  @OAuth2Client(value = "first", scope = "a")
  public interface First extends Calls {}

  @OAuth2Client(value = "first", scope = "a")
  public interface SameAsFirst extends Calls {}

  @OAuth2Client("second")
  public interface Second extends Calls {}

  @WithoutToken
  public interface Without extends Calls {}

  public interface Inheriting extends First {}

  public interface Grandchild extends Inheriting, Calls {}

  public interface NearerSecond extends Inheriting, Second {}

  public interface Same extends First, SameAsFirst {}

  public interface Differing extends First, Second {}

  public interface DifferingWithout extends First, Without {}

  @OAuth2Client("second")
  public interface Own extends First, Without {}

  public interface NearerWithout extends Inheriting, Without {}

  @Test
  void annotation_of_a_super_interface_counts() {
    clients.build(Inheriting.class).get();
    clients.build(Grandchild.class).get();
    clients.build(Same.class).get();

    assertThat(clients.asked()).containsExactly("first: a", "first: a", "first: a");
  }

  @Test
  void the_nearest_one_does() {
    clients.build(NearerSecond.class).get();
    clients.build(Own.class).get();
    clients.build(NearerWithout.class).get();

    assertThat(clients.asked()).containsExactly("second:", "second:");
    assertThat(clients.api.tokens()).containsExactly("Bearer token-1", "Bearer token-2", null);
  }

  @ParameterizedTest
  @ValueSource(classes = {Differing.class, DifferingWithout.class})
  void two_that_differ_at_the_same_distance_are_a_problem(Class<?> api) {
    assertThatThrownBy(() -> clients.build(api))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining(api.getName())
        .hasMessageContaining(": a problem in the settings");
  }

  @OAuth2Client("${client}")
  public interface ExpressionAsName extends Calls {}

  @OAuth2Client(value = "first", scope = "a ${scope}")
  public interface ExpressionAsScope extends Calls {}

  @ParameterizedTest
  @ValueSource(classes = {ExpressionAsName.class, ExpressionAsScope.class})
  void expression_in_an_annotation_is_a_problem(Class<?> api) {
    clients.config.set("client", "first").set("scope", "b");

    assertThatThrownBy(() -> clients.build(api))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("${")
        .hasMessageContaining("expression");
  }

  @OAuth2Client("second")
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Composed {}

  @Composed
  @Retention(RetentionPolicy.RUNTIME)
  public @interface ComposedTwice {}

  @Composed
  public interface WearsComposed extends Calls {}

  @ComposedTwice
  @OAuth2Client("first")
  public interface WearsComposedTwice extends Calls {}

  public interface InheritsComposed extends WearsComposed {}

  @ParameterizedTest
  @ValueSource(classes = {WearsComposed.class, WearsComposedTwice.class, InheritsComposed.class})
  void composed_annotation_has_no_effect_and_is_warned_of_once(Class<?> api) {
    try (CapturedLog log = CapturedLog.start()) {
      clients.build(api);
      clients.build(api);

      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("@OAuth2Client", Composed.class.getName(), "WearsComposed");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oauth-client",
        "oauth2client",
        "oauth2-clients",
        "oAuth2Client",
        "outh2-client",
        "oauth2.client",
        "oauth",
        "auth2-client"
      })
  void property_that_looks_like_ours_is_warned_of_once(String name) {
    clients.config.set(Calls.class.getName() + "/mp-rest/" + name, "first");
    try (CapturedLog log = CapturedLog.start()) {
      clients.build(Calls.class);
      clients.build(Calls.class);

      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains(Calls.class.getName() + "/mp-rest/" + name, "oauth2-client?");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "url",
        "scope",
        "providers",
        "connectTimeout",
        "hostnameVerifier",
        "followRedirects",
        "providers/com.example.Filter/priority",
        "client",
        "trustStore"
      })
  void property_of_somebody_else_is_none_of_our_business(String name) {
    clients.config.set(Calls.class.getName() + "/mp-rest/" + name, "x");
    try (CapturedLog log = CapturedLog.start()) {
      clients.build(Calls.class);

      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  void none_as_the_interfaces_client_means_no_token() {
    clients.config.set(First.class.getName() + "/mp-rest/oauth2-client", "none");

    clients.build(First.class).get();

    assertThat(clients.api.tokens()).containsOnlyNulls();
  }
}
