package io.mpoauth2.client;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.mpoauth2.client.token.TokenException;
import io.mpoauth2.client.token.TokenRefusedException;
import io.mpoauth2.client.token.TokenUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users may import is what CONTRIBUTING lists, and it can grow. */
class PublicSurfaceTest {
  private static final String ROOT = "io.mpoauth2.client";

  /** What users call takes no more; what needs more has factories and {@code with…}. */
  private static final int MOST_PARAMETERS = 4;

  private static final Map<String, Class<?>> TYPES = publicTypes();

  @Test
  void the_public_types_are_those_that_are_listed() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("CONTRIBUTING.md"))) {
      Set<String> listed =
          lines
              .dropWhile(line -> !line.equals("## What users may import"))
              .skip(1)
              .takeWhile(line -> !line.startsWith("## "))
              .filter(line -> line.startsWith("    "))
              .map(line -> ROOT + '.' + line.strip().split("\\s", 2)[0])
              .collect(toCollection(TreeSet::new));

      assertThat(TYPES.keySet()).containsExactlyInAnyOrderElementsOf(listed);
    }
  }

  @Test
  void nothing_else_is_to_be_seen_in_them() {
    assertThat(TYPES.values())
        .allSatisfy(
            type ->
                assertThat(members(type).flatMap(PublicSurfaceTest::seenIn))
                    .filteredOn(seen -> seen.getName().startsWith(ROOT))
                    .extracting(Class::getCanonicalName)
                    .isSubsetOf(TYPES.keySet()));
  }

  /** The components of a record are its constructor and its pattern, for ever. */
  @Test
  void none_of_them_is_a_record() {
    assertThat(TYPES.values()).noneMatch(Class::isRecord);
  }

  @Test
  void no_constructor_takes_a_row_of_arguments() {
    assertThat(TYPES.values())
        .allSatisfy(
            type ->
                assertThat(Arrays.stream(type.getDeclaredConstructors()).filter(this::isSeen))
                    .allMatch(each -> each.getParameterCount() <= MOST_PARAMETERS));
  }

  @Test
  void a_further_kind_of_failure_breaks_no_switch_and_is_nobody_elses_to_make() {
    assertThat(TokenException.class.isSealed()).isFalse();
    assertThat(TokenException.class.getDeclaredConstructors()).noneMatch(this::isSeen);
  }

  @ParameterizedTest
  @ValueSource(classes = {TokenRefusedException.class, TokenUnavailableException.class})
  void the_kinds_are_final(Class<?> kind) {
    assertThat(kind).isFinal();
  }

  private static Map<String, Class<?>> publicTypes() {
    Set<String> exported = exported();
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT).stream()
            .filter(type -> exported.contains(type.getPackageName()))
            .map(JavaClass::reflect)
            .filter(PublicSurfaceTest::isPublic)
            .collect(toMap(Class::getCanonicalName, type -> type));
  }

  private static Set<String> exported() {
    // Dependencies have a file of this name too.
    URL own = OAuth2Client.class.getProtectionDomain().getCodeSource().getLocation();
    try (InputStream module =
        Files.newInputStream(Path.of(own.getPath()).resolve("module-info.class"))) {
      return ModuleDescriptor.read(module).exports().stream()
          .filter(each -> !each.isQualified())
          .map(ModuleDescriptor.Exports::source)
          .collect(toSet());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (around == null || isPublic(around));
  }

  private static Stream<Member> members(Class<?> type) {
    return Stream.of(
            type.getDeclaredFields(), type.getDeclaredMethods(), type.getDeclaredConstructors())
        .flatMap(Arrays::<Member>stream)
        .filter(each -> !each.isSynthetic())
        .filter(each -> Modifier.isPublic(each.getModifiers()));
  }

  private static Stream<Class<?>> seenIn(Member member) {
    if (member instanceof Field field) {
      return Stream.of(field.getType());
    }
    Executable called = (Executable) member;
    return Stream.concat(
        Stream.of(called.getParameterTypes()),
        called instanceof Method method ? Stream.of(method.getReturnType()) : Stream.empty());
  }

  private boolean isSeen(Constructor<?> constructor) {
    return (constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
  }
}
