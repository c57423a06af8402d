package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.authentication.ClientAuthentication;
import io.mpoauth2.client.endpoint.authentication.ClientSecretBasic;
import io.mpoauth2.client.endpoint.authentication.ClientSecretPost;
import io.mpoauth2.client.endpoint.authentication.NoAuthentication;
import io.mpoauth2.client.endpoint.authentication.Secret;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RemedyTest {
  private final SampleSettings settings = SampleSettings.anywhere();

  @Test
  void sentences_are_told_one_after_the_other_without_a_full_stop() {
    Remedy remedy = Remedy.say("check {scope}").and(Remedy.say("wait a while"));

    assertThat(told(remedy, settings))
        .isEqualTo("check oauth2.client.signicat.scope. Wait a while");
  }

  @Test
  void what_makes_no_sense_is_not_said() {
    Remedy remedy =
        Remedy.where(seen -> false, "pray")
            .and(Remedy.where(seen -> seen.status() == 400, "check {scope}"));

    assertThat(told(remedy, settings)).isEqualTo("check oauth2.client.signicat.scope");
    assertThat(told(Remedy.where(seen -> false, "pray"), settings)).isEmpty();
  }

  @Test
  void what_is_said_to_one_kind_of_clients_is_said_to_no_other() {
    Remedy remedy = Remedy.by(ClientSecretBasic.class, "check {client-id}");

    assertThat(told(remedy, settings)).isEqualTo("check oauth2.client.signicat.client-id");
    assertThat(told(remedy, settings.authentication(new NoAuthentication()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void the_secret_is_looked_for_where_it_is_set(ClientAuthentication way, String property) {
    assertThat(told(Remedy.say("check <secret>"), settings.authentication(way)))
        .isEqualTo("check oauth2.client.signicat." + property);
  }

  static Stream<Object[]> the_secret_is_looked_for_where_it_is_set() {
    Secret inFile = new Secret("s3cr3t", "client-secret-file");
    return Stream.of(
        new Object[] {new ClientSecretBasic("id", new Secret("s3cr3t"), true), "client-secret"},
        new Object[] {new ClientSecretBasic("id", inFile, true), "client-secret-file"},
        new Object[] {new ClientSecretPost("id", new Secret("s3cr3t")), "client-secret"},
        new Object[] {new ClientSecretPost("id", inFile), "client-secret-file"},
        new Object[] {SampleAssertions.bySecret("s3cr3t"), "client-secret"});
  }

  private static String told(Remedy remedy, SampleSettings settings) {
    return remedy.toldOf(
        new Seen(settings.build(), Seen.Outcome.REFUSED, Optional.empty(), 400, "", ""));
  }
}
