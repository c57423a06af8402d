package io.mpoauth2.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The jar and the POM as users get them. */
class PackedJarIT {
  private static final Path JAR = Path.of(System.getProperty("jar"));

  @Test
  void jar_is_under_a_megabyte() throws IOException {
    assertThat(Files.size(JAR)).isLessThan(1024 * 1024);
  }

  @Test
  void jar_has_its_licence_and_says_which_artifact_it_is() throws IOException {
    assertThat(entries())
        .contains(
            "META-INF/LICENSE",
            "META-INF/maven/io.mpoauth2/mp-oauth2-client/pom.xml",
            "META-INF/maven/io.mpoauth2/mp-oauth2-client/pom.properties");
    assertThat(content("META-INF/LICENSE")).contains("Apache License");
  }

  /** For the null checks of those who call it. */
  @Test
  void every_package_is_marked_for_null_checks() throws IOException {
    Set<String> packages =
        entries().stream()
            .filter(name -> name.startsWith("io/") && name.endsWith(".class"))
            .map(name -> name.substring(0, name.lastIndexOf('/')))
            .collect(Collectors.toSet());

    assertThat(packages).contains("io/mpoauth2/client", "io/mpoauth2/client/token");
    for (String each : packages) {
      assertThat(content(each + "/package-info.class"))
          .contains("Lorg/jspecify/annotations/NullMarked;");
    }
  }

  /** For debuggers, and for the JVM's own messages about null. */
  @Test
  void classes_have_the_tables_of_lines_and_variables() throws IOException {
    assertThat(content("io/mpoauth2/client/cache/CachedTokenProvider.class"))
        .contains("LineNumberTable", "LocalVariableTable");
  }

  @Test
  void jar_has_our_classes_and_no_others() throws IOException {
    List<String> classes = entries().stream().filter(name -> name.endsWith(".class")).toList();

    assertThat(classes).contains("module-info.class");
    assertThat(classes)
        .allMatch(
            name -> name.equals("module-info.class") || name.startsWith("io/mpoauth2/client/"));
  }

  @Test
  void jar_is_found_by_servers() throws IOException {
    assertThat(entries())
        .contains(
            "META-INF/beans.xml",
            "META-INF/services/org.eclipse.microprofile.rest.client.spi.RestClientListener");
  }

  @Test
  void module_exports_what_users_import() {
    ModuleDescriptor module = module();

    assertThat(module.name()).isEqualTo("io.mpoauth2.client");
    assertThat(module.exports())
        .extracting(ModuleDescriptor.Exports::source)
        .containsExactlyInAnyOrder(
            "io.mpoauth2.client",
            "io.mpoauth2.client.config",
            "io.mpoauth2.client.jaxrs",
            "io.mpoauth2.client.telemetry",
            "io.mpoauth2.client.token");
  }

  @Test
  void module_requires_nothing_but_the_jdk_at_run_time() {
    assertThat(module().requires())
        .filteredOn(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
        .extracting(Requires::name)
        .allMatch(name -> name.startsWith("java."));
  }

  @Test
  void module_is_resolved_and_loaded_with_its_apis() throws Exception {
    Path[] apis =
        Pattern.compile(File.pathSeparator)
            .splitAsStream(System.getProperty("java.class.path"))
            .map(Path::of)
            .filter(
                path ->
                    path.toString()
                        .matches(
                            ".*/(jakarta\\.(ws\\.rs|enterprise|inject|annotation|json|interceptor|el)"
                                + "|microprofile-(config|rest-client)-api)[^/]*\\.jar"))
            .toArray(Path[]::new);
    ModuleFinder finder = ModuleFinder.compose(ModuleFinder.of(JAR), ModuleFinder.of(apis));
    Set<String> roots =
        finder.findAll().stream().map(m -> m.descriptor().name()).collect(Collectors.toSet());
    Configuration resolved =
        ModuleLayer.boot().configuration().resolve(finder, ModuleFinder.of(), roots);

    ModuleLayer layer =
        ModuleLayer.boot()
            .defineModulesWithOneLoader(resolved, ClassLoader.getPlatformClassLoader());

    Class<?> type =
        layer
            .findLoader("io.mpoauth2.client")
            .loadClass("io.mpoauth2.client.config.TokenProviders");
    assertThat(type.getModule().getName()).isEqualTo("io.mpoauth2.client");
    assertThat(type.getMethods()).isNotEmpty();
  }

  @Test
  void pom_has_no_compile_or_runtime_dependency() throws IOException {
    String pom = Files.readString(Path.of(System.getProperty("pom")));
    String dependencies =
        pom.substring(pom.indexOf("<dependencies>"), pom.indexOf("</dependencies>"));

    List<String> scopes =
        Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL)
            .matcher(dependencies)
            .results()
            .map(MatchResult::group)
            .map(dependency -> dependency.replaceAll("(?s).*<scope>(.*)</scope>.*", "$1"))
            .toList();

    assertThat(scopes).isNotEmpty().allMatch(Set.of("provided", "test")::contains);
  }

  private static ModuleDescriptor module() {
    return ModuleFinder.of(JAR).findAll().iterator().next().descriptor();
  }

  /** Byte by byte, so that names can be found in a class. */
  private static String content(String entry) throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      return new String(
          jar.getInputStream(jar.getJarEntry(entry)).readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static List<String> entries() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      return jar.stream().map(JarEntry::getName).toList();
    }
  }
}
