package io.mpoauth2.client.cdi.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mpoauth2.client.OAuth2Client;
import io.mpoauth2.client.WithToken;
import io.mpoauth2.client.WithoutToken;
import io.mpoauth2.client.config.TokenProviders;
import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.testing.RegisteredConfig;
import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.TokenRequestEvent;
import io.mpoauth2.client.token.watch.PromptListener;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row D9: what is found of the clients when an application starts, in Weld SE. */
public class DeploymentCheckTest {
  private static final String CHECK = "oauth2.client.deployment-check";
  private final RegisteredConfig config = new RegisteredConfig();

  @RegisterRestClient(configKey = "documents")
  @OAuth2Client(value = "interfaces", scope = "a b")
  public interface Documents {}

  @Dependent
  public static class Injected {
    @Inject
    @OAuth2Client("fields")
    TokenProvider tokens;

    @Inject
    @OAuth2Client("instances")
    Instance<TokenProvider> instance;

    private final TokenProvider parameter;

    @Inject
    Injected(@OAuth2Client("parameters") TokenProvider parameter) {
      this.parameter = parameter;
    }

    @Inject
    void take(@OAuth2Client("methods") TokenProvider tokens) {
      assertThat(tokens).isNotEqualTo(parameter);
    }

    void heard(@Observes String event, @OAuth2Client("observers") TokenProvider tokens) {}
  }

  @Dependent
  public static class Unnamed {
    @Inject TokenProvider tokens;
    @Inject Provider<TokenProvider> later;
    @Inject Instance<TokenProvider> whoever;
  }

  @Alternative
  @Priority(1)
  @ApplicationScoped
  @Default
  @OAuth2Client
  public static class Fake implements TokenProvider {
    @Override
    public AccessToken token() {
      return new AccessToken("fake", "Bearer", Instant.MAX, Set.of());
    }

    @Override
    public AccessToken replace(AccessToken rejected) {
      return rejected;
    }
  }

  @ApplicationScoped
  public static class Made implements PromptListener {
    static final Set<String> CLIENTS = new ConcurrentSkipListSet<>();

    @Override
    public void made(TokenProvider provider, String client, Set<String> scope) {
      CLIENTS.add(client + scope.size());
    }

    @Override
    public void tokenRequested(TokenRequestEvent event) {
      CLIENTS.add("asked");
    }
  }

  @AfterEach
  void close() {
    config.close();
  }

  @Test
  void every_named_client_is_in_one_message_with_its_problems_and_its_places() {
    assertThat(warnings(Documents.class, Injected.class))
        .singleElement()
        .asString()
        .contains("'interfaces', named by " + Documents.class.getName() + ":")
        .contains("oauth2.client.interfaces.client-id is missing")
        .contains("oauth2.client.interfaces.token-endpoint is missing")
        .contains("'fields', named by " + Injected.class.getName() + ".tokens:")
        .contains("'instances', named by " + Injected.class.getName() + ".instance:")
        .contains("'parameters', named by " + Injected.class.getName())
        .contains("'methods', named by " + Injected.class.getName() + ".take():")
        .contains("'observers', named by " + Injected.class.getName() + ".heard():")
        .doesNotContain("'default'");
  }

  @Test
  void injection_without_a_name_means_the_client_default() {
    assertThat(warnings(Unnamed.class))
        .singleElement()
        .asString()
        .contains("'default', named by")
        .contains(Unnamed.class.getName() + ".tokens")
        .contains(Unnamed.class.getName() + ".later")
        .doesNotContain("whoever");
  }

  @Test
  void an_application_that_names_no_client_hears_nothing() {
    config.set(CHECK, "nonsense");

    assertThat(warnings(String.class)).isEmpty();
  }

  @Test
  void clients_that_can_be_used_are_not_spoken_of_and_nobody_is_asked() {
    complete("fields", "instances", "parameters", "methods");

    assertThat(warnings(Injected.class))
        .singleElement()
        .asString()
        .contains("'observers'")
        .doesNotContain("'fields'", "'instances'", "'parameters'", "'methods'");
  }

  @Test
  void with_all_of_them_usable_nothing_is_said() {
    complete("interfaces");

    assertThat(warnings(Documents.class)).isEmpty();
  }

  @Test
  void clients_that_can_be_used_are_made_for_the_first_call_to_find_them() {
    complete("interfaces");
    Made.CLIENTS.clear();

    start(Documents.class, Injected.class, Made.class);

    assertThat(Made.CLIENTS).containsExactly("interfaces2");
  }

  @Test
  void where_there_are_too_many_clients_the_problems_of_others_are_told_all_the_same() {
    complete("usable");
    String type = Documents.class.getName();
    try (TokenProviders providers = TokenProviders.from(config.config())) {
      IntStream.range(0, 1000).forEach(number -> providers.get("client-" + number));

      assertThat(
              new SettingsCheck(config.config(), providers)
                  .problems(
                      List.of(
                          NamedClient.injected("usable", "", type, "usable"),
                          NamedClient.injected("unusable", "", type, "unusable"))))
          .startsWith("'unusable', named by");
    }
  }

  @Test
  void scope_of_the_annotation_is_checked_too() {
    complete("narrow");

    assertThat(warnings(Narrow.class)).singleElement().asString().contains("'narrow'");
  }

  @OAuth2Client(value = "narrow", scope = "é")
  public interface Narrow {}

  @OAuth2Client("whole")
  public interface Methods {
    @WithToken("others")
    String other();

    @WithToken(scope = "é")
    String narrow();

    @WithoutToken
    String open();
  }

  @Test
  void clients_of_methods_are_checked_too() {
    complete("whole");

    assertThat(warnings(Methods.class))
        .singleElement()
        .asString()
        .contains("'others', named by " + Methods.class.getName() + ".other():")
        .contains("'whole', named by " + Methods.class.getName())
        .contains(Methods.class.getName() + ".narrow()")
        .contains("oauth2.client.whole.scope (or the annotation's scope)");
  }

  @WithoutToken
  @OAuth2Client("nobody")
  public interface Open {}

  @Test
  void interface_without_tokens_needs_no_settings() {
    assertThat(warnings(Open.class)).isEmpty();
  }

  @Test
  void property_that_names_another_client_has_that_one_checked() {
    complete("others");
    config.set("documents/mp-rest/oauth2-client", "others");
    assertThat(warnings(Documents.class)).isEmpty();

    config.set(Documents.class.getName() + "/mp-rest/oauth2-client", "nobody");
    assertThat(warnings(Documents.class)).singleElement().asString().contains("'nobody'");
  }

  @Test
  void property_that_means_no_token_needs_no_settings() {
    config.set("documents/mp-rest/oauth2-client", "none");

    assertThat(warnings(Documents.class)).isEmpty();
  }

  @Test
  void property_without_a_value_leaves_the_annotations_client() {
    complete("interfaces");
    config.set("documents/mp-rest/oauth2-client", " ");

    assertThat(warnings(Documents.class)).isEmpty();
  }

  @Test
  void property_of_a_method_wins_over_its_annotation() {
    complete("whole");
    String property = Methods.class.getName() + "/mp-rest/oauth2-client.";
    config.set(property + "other", "none").set(property + "narrow", "elsewhere");

    assertThat(warnings(Methods.class))
        .singleElement()
        .asString()
        .contains("'elsewhere', named by " + Methods.class.getName() + ".narrow():")
        .doesNotContain("'others'", "'none'");
  }

  @Test
  void fail_ends_the_start_with_the_same_message() {
    config.set(CHECK, "fail");

    assertThatThrownBy(() -> start(Documents.class))
        .isInstanceOf(DeploymentException.class)
        .hasMessageContaining("oauth2.client.interfaces.client-id is missing")
        .hasMessageContaining(Documents.class.getName())
        .hasMessageContaining(CHECK + "=fail");
  }

  @Test
  void fail_does_not_fail_where_all_is_well() {
    config.set(CHECK, "fail");
    complete("interfaces");

    assertThat(warnings(Documents.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"enabled=false", "access-token=known"})
  void client_without_an_authorization_server_has_no_problem(String setting) {
    config.set(CHECK, "fail");
    String[] property = setting.split("=", 2);
    config.set("oauth2.client.interfaces." + property[0], property[1]);

    assertThat(warnings(Documents.class)).noneMatch(line -> line.contains("cannot be used"));
  }

  @Test
  void off_looks_at_nothing() {
    config.set(CHECK, "off");

    assertThat(warnings(Documents.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "true", "warn,fail"})
  void another_value_is_a_problem_itself_and_warns(String value) {
    config.set(CHECK, value);

    assertThat(warnings(Documents.class))
        .singleElement()
        .asString()
        .contains("'interfaces'")
        .contains(CHECK + " must be warn, fail or off, not \"" + value + '"');
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "WARN", " warn "})
  void nothing_and_case_mean_what_they_look_like(String value) {
    config.set(CHECK, value);

    assertThat(warnings(Documents.class)).singleElement().asString().doesNotContain("must be");
  }

  @Test
  void replaced_provider_needs_no_settings() {
    config.set(CHECK, "fail");

    assertThat(warnings(Documents.class, Injected.class, Fake.class)).isEmpty();
  }

  private void complete(String... clients) {
    for (String client : clients) {
      config
          // Nobody is there, and nobody is asked.
          .set("oauth2.client." + client + ".token-endpoint", "http://127.0.0.1:1/token")
          .set("oauth2.client." + client + ".client-id", "id")
          .set("oauth2.client." + client + ".client-secret", "s3cret");
    }
  }

  private static List<String> warnings(Class<?>... types) {
    try (CapturedLog log = CapturedLog.start()) {
      start(types);
      return log.warnings();
    }
  }

  private static void start(Class<?>... types) {
    try (SeContainer container =
        SeContainerInitializer.newInstance().addBeanClasses(types).initialize()) {
      assertThat(container.isRunning()).isTrue();
    }
  }
}
