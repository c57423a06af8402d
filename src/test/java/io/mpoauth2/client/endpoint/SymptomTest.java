package io.mpoauth2.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.endpoint.keys.ClientCertificate;
import io.mpoauth2.client.endpoint.transport.Diagnosed;
import io.mpoauth2.client.endpoint.transport.NoAnswerException;
import io.mpoauth2.client.endpoint.transport.ProxyChoice;
import io.mpoauth2.client.endpoint.transport.Tls;
import io.mpoauth2.client.testing.Identity;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of what was seen and what to do. */
class SymptomTest {
  private static final String LOCATION = "https://www.example/";

  private final SampleSettings anywhere = SampleSettings.anywhere();

  @ParameterizedTest
  @EnumSource
  void every_row_is_provoked_and_its_remedy_is_the_messages_end(Symptom row) {
    ProvokedSymptoms.Failure failure = ProvokedSymptoms.of(row);
    String shown = failure.provoked().message().contains("redirects to") ? LOCATION : "";
    Seen seen =
        new Seen(failure.settings(), Seen.Outcome.NO_ANSWER, Optional.empty(), 0, "", shown);

    assertThat(failure.provoked().message())
        .endsWithIgnoringCase(row.remedy().toldOf(seen))
        .doesNotContainPattern("\\{[a-z-]+}|<(scope|grant|location|client)>");
  }

  @Test
  void a_word_is_a_code_where_some_row_is_known_by_it() {
    assertThat(Symptom.isCode("invalid_client")).isTrue();
    assertThat(Symptom.isCode("invalid_request")).isTrue();
    assertThat(Symptom.isCode("invalid")).isFalse();
  }

  @Test
  void each_row_has_a_meaning_of_its_own() {
    assertThat(Symptom.values())
        .extracting(Symptom::meaning)
        .doesNotHaveDuplicates()
        .allMatch(meaning -> !meaning.isBlank());
  }

  @Test
  void a_403_is_about_an_api_only_where_one_is_named() {
    Seen.Outcome refused = Seen.Outcome.REFUSED;

    assertThat(row(naming("audience"), refused, 403, "")).isEqualTo(Symptom.API_FORBIDDEN);
    assertThat(row(naming("resource"), refused, 403, "")).isEqualTo(Symptom.API_FORBIDDEN);
    assertThat(row(naming("tenant"), refused, 403, "")).isEqualTo(Symptom.REFUSED_OTHERWISE);
    assertThat(row(anywhere, refused, 403, "")).isEqualTo(Symptom.REFUSED_OTHERWISE);
    assertThat(row(naming("audience"), refused, 400, "")).isEqualTo(Symptom.REFUSED_OTHERWISE);
  }

  @Test
  void invalid_grant_is_about_an_assertion_only_where_one_is_the_grant() {
    Seen.Outcome refused = Seen.Outcome.REFUSED;

    assertThat(row(anywhere.grant(SampleAssertions.grant()), refused, 400, "invalid_grant"))
        .isEqualTo(Symptom.ASSERTION_REFUSED);
    assertThat(row(anywhere, refused, 400, "invalid_grant")).isEqualTo(Symptom.REFUSED_OTHERWISE);
  }

  @Test
  void who_hangs_up_may_miss_a_certificate_only_where_tls_is_spoken() {
    NoAnswerException reset = Diagnosed.of(new SocketException("Connection reset"));
    SampleSettings plain = SampleSettings.at(URI.create("http://login.example/token"));

    assertThat(Symptom.of(Seen.nothing(anywhere.build(), reset))).isEqualTo(Symptom.HUNG_UP);
    assertThat(Symptom.of(Seen.nothing(plain.build(), reset))).isEqualTo(Symptom.NOT_UNDERSTOOD);
  }

  @Test
  void the_key_store_to_check_is_the_one_in_use() throws Exception {
    Identity identity = Identity.selfSigned();
    ClientCertificate own = new ClientCertificate(identity.key(), List.of(identity.certificate()));
    SampleSettings certified = anywhere.route(new Tls(own, Set.of()), ProxyChoice.ofTheJvm());

    assertThat(remedy(Symptom.OUR_CERTIFICATE_REFUSED, certified))
        .contains("check oauth2.client.signicat.key-store-file")
        .doesNotContain("JVM");
    assertThat(remedy(Symptom.OUR_CERTIFICATE_REFUSED, anywhere))
        .contains("set oauth2.client.signicat.key-store-file", "JVM")
        .doesNotContain("check oauth2.client.signicat.key-store-file");
  }

  @Test
  void the_trust_store_to_check_is_the_one_in_use() throws Exception {
    SampleSettings trusting =
        anywhere.route(
            new Tls(null, Set.of(Identity.selfSigned().certificate())), ProxyChoice.ofTheJvm());

    assertThat(remedy(Symptom.CERTIFICATE_NOT_TRUSTED, trusting))
        .contains("that oauth2.client.signicat.trust-store-file has")
        .doesNotContain("JVM");
    assertThat(remedy(Symptom.CERTIFICATE_NOT_TRUSTED, anywhere))
        .contains("the JVM trusts", "or set oauth2.client.signicat.trust-store-file")
        .doesNotContain("trust-store-file has");
  }

  @Test
  void the_proxy_to_check_is_the_one_in_use() {
    SampleSettings proxied =
        anywhere.route(Tls.ofTheJvm(), ProxyChoice.of("proxy.example", 3128, null));

    assertThat(remedy(Symptom.PROXY_REFUSES, proxied))
        .contains("check oauth2.client.signicat.proxy-address")
        .doesNotContain("JVM");
    assertThat(remedy(Symptom.PROXY_REFUSES, anywhere))
        .contains("check the JVM's proxy settings")
        .doesNotContain("proxy-address");
  }

  private SampleSettings naming(String parameter) {
    return anywhere.parameters(Map.of(parameter, List.of("urn:orders")));
  }

  private static Symptom row(
      SampleSettings settings, Seen.Outcome outcome, int status, String code) {
    return Symptom.of(seen(settings, outcome, status, code));
  }

  private static String remedy(Symptom row, SampleSettings settings) {
    return row.remedy().toldOf(seen(settings, Seen.Outcome.NO_ANSWER, 0, ""));
  }

  private static Seen seen(SampleSettings settings, Seen.Outcome outcome, int status, String code) {
    return new Seen(settings.build(), outcome, Optional.empty(), status, code, "");
  }
}
