package io.mpoauth2.client;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The arrows of the architecture: who may know whom. */
@AnalyzeClasses(packages = "io.mpoauth2.client", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.mpoauth2.client";
  private static final Set<String> IMMUTABLE =
      Set.of(
          "java.util.concurrent.atomic.AtomicReferenceFieldUpdater",
          "java.lang.String",
          "java.lang.Object",
          "java.time.Duration",
          "java.util.regex.Pattern",
          "io.opentelemetry.api.common.AttributeKey",
          ROOT + ".OAuth2Client$Literal",
          ROOT + ".cache.State",
          ROOT + ".endpoint.Remedy",
          ROOT + ".token.CallSettings");

  @ArchTest
  static final ArchRule token_knows_only_java =
      mayKnow("token", "java..", ROOT + ".token.operation");

  @ArchTest static final ArchRule operation_knows_only_java = mayKnow("token.operation", "java..");

  @ArchTest
  static final ArchRule watch_knows_token_and_operation =
      mayKnow("token.watch", "java..", ROOT + ".token", ROOT + ".token.operation");

  /** So that each line has an id, and stands in the documentation. */
  @ArchTest
  static final ArchRule what_is_logged_goes_through_the_clients_log =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".token.operation")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.lang\\.System\\$Logger|java\\.util\\.logging\\..*");

  @ArchTest static final ArchRule cache_knows_token = mayKnow("cache", "java..", ROOT + ".token..");

  @ArchTest
  static final ArchRule endpoint_knows_token_and_json =
      mayKnow(
          "endpoint",
          "java..",
          "jakarta.json..",
          ROOT + ".endpoint.authentication",
          ROOT + ".endpoint.transport",
          ROOT + ".token..");

  @ArchTest
  static final ArchRule keys_know_only_the_jdk =
      mayKnow("endpoint.keys", "java..", "javax.crypto..", "javax.security.auth.x500");

  @ArchTest
  static final ArchRule authentication_knows_the_jdk_and_what_stands_in_a_file_of_keys =
      mayKnow("endpoint.authentication", "java..", "javax.crypto..", ROOT + ".endpoint.keys");

  @ArchTest
  static final ArchRule transport_knows_token_keys_and_tls =
      mayKnow(
          "endpoint.transport",
          "java..",
          "javax.net.ssl..",
          ROOT + ".endpoint.keys",
          ROOT + ".token");

  /** What travels, and how, is the JDK's affair; who chooses a certificate is told for what. */
  @ArchTest
  static final ArchRule no_http_client_of_our_own =
      noClasses()
          .that()
          .doNotHaveSimpleName("OneClientCertificate")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are sockets, channels, handshakes or another HTTP client",
                  type ->
                      type.getName()
                          .matches(
                              "java\\.net\\.(Server|Datagram)?Socket|java\\.nio\\.channels\\..*"
                                  + "|java\\.net\\.http\\..*|javax\\.net\\.SocketFactory"
                                  + "|javax\\.net\\.ssl\\.SSL(Socket|Engine|Parameters)")));

  @ArchTest
  static final ArchRule config_knows_endpoint_token_and_microprofile_config =
      mayKnow(
          "config",
          "java..",
          "jakarta.json..",
          "org.eclipse.microprofile.config..",
          ROOT + ".cache",
          ROOT + ".endpoint",
          ROOT + ".endpoint.authentication",
          ROOT + ".endpoint.keys",
          ROOT + ".endpoint.transport",
          ROOT + ".token..");

  @ArchTest
  static final ArchRule jaxrs_knows_token_and_jakarta_rest =
      mayKnow(
          "jaxrs",
          "java..",
          "jakarta.ws.rs..",
          "jakarta.annotation..",
          ROOT + ".jaxrs.runtime",
          ROOT + ".token..");

  @ArchTest
  static final ArchRule runtime_knows_token_and_jakarta_rest_and_not_its_parent =
      mayKnow("jaxrs.runtime", "java..", "jakarta.ws.rs..", ROOT + ".token..");

  @ArchTest
  static final ArchRule telemetry_knows_token_and_open_telemetry =
      mayKnow(
          "telemetry",
          "java..",
          "io.opentelemetry.api..",
          "io.opentelemetry.context",
          ROOT + ".token..");

  @ArchTest
  static final ArchRule wiring_of_telemetry_knows_cdi_health_and_the_providers =
      mayKnow(
          "telemetry.wiring",
          "java..",
          "jakarta.enterprise..",
          "jakarta.inject..",
          "javax.naming..",
          "io.opentelemetry.api",
          "org.eclipse.microprofile.config..",
          "org.eclipse.microprofile.health..",
          ROOT + ".config",
          ROOT + ".telemetry",
          ROOT + ".token..");

  /** So that no class is loaded that needs them where they are missing. */
  @ArchTest
  static final ArchRule optional_apis_are_known_to_telemetry_alone =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".telemetry..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.opentelemetry..", "org.eclipse.microprofile.health..", ROOT + ".telemetry..");

  @ArchTest
  static final ArchRule nothing_points_at_cdi =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".cdi..")
          .should()
          .dependOnClassesThat(resideInAPackage(ROOT + ".cdi.."));

  @ArchTest
  static final ArchRule nothing_below_cdi_points_at_restclient =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".cdi..", ROOT + ".restclient..")
          .should()
          .dependOnClassesThat(resideInAPackage(ROOT + ".restclient.."));

  @ArchTest
  static final ArchRule no_cycles = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  /**
   * Nothing that could grow, run or pin a class loader; the collection of the class left out is a
   * table.
   */
  @ArchTest
  static final ArchRule no_static_state =
      fields()
          .that()
          .areStatic()
          .and()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should()
          .beFinal()
          .andShould()
          .haveRawType(
              DescribedPredicate.describe(
                  "immutable",
                  type ->
                      type.isPrimitive() || type.isEnum() || IMMUTABLE.contains(type.getName())));

  @ArchTest
  static final ArchRule restclient_knows_config_jaxrs_how_to_register_and_the_client_spi =
      mayKnow(
          "restclient",
          "java..",
          "jakarta.ws.rs..",
          "jakarta.enterprise..",
          "org.eclipse.microprofile..",
          ROOT,
          ROOT + ".config",
          ROOT + ".jaxrs",
          ROOT + ".jaxrs.runtime",
          ROOT + ".token..");

  @ArchTest
  static final ArchRule cdi_wires_and_knows_no_http =
      mayKnow(
          "cdi",
          "java.io..",
          "java.lang..",
          "java.util..",
          "jakarta.enterprise..",
          "jakarta.annotation..",
          "jakarta.inject..",
          "org.eclipse.microprofile.config..",
          ROOT,
          ROOT + ".config",
          ROOT + ".token..");

  @ArchTest
  static final ArchRule deployment_knows_cdi_and_config =
      mayKnow(
          "cdi.deployment",
          "java..",
          "jakarta.enterprise..",
          "org.eclipse.microprofile.config..",
          ROOT,
          ROOT + ".cdi",
          ROOT + ".config",
          ROOT + ".token..");

  @ArchTest
  static final ArchRule filter_is_no_provider =
      classes().should().notBeAnnotatedWith("jakarta.ws.rs.ext.Provider");

  private static ArchRule mayKnow(String folder, String... others) {
    String[] known = new String[others.length + 2];
    System.arraycopy(others, 0, known, 2, others.length);
    known[0] = ROOT + "." + folder;
    known[1] = "org.jspecify..";
    return classes()
        .that()
        .resideInAPackage(ROOT + "." + folder)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(known);
  }
}
