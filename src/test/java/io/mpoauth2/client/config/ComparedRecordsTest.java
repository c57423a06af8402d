package io.mpoauth2.client.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.MapConfig;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What JDKs keep, strongly up to 18, of the record that was last compared, hashed or shown. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
@EnabledForJreRange(max = JRE.JAVA_18)
class ComparedRecordsTest {

  /** A record with a part of a type of its own. */
  public record Known(Part part) {
    public Known() {
      this(new Part());
    }
  }

  public static final class Part {}

  @ParameterizedTest
  @ValueSource(strings = {"equals", "hashCode", "toString"})
  void of_an_application_that_ends_the_jdk_keeps_no_record(String method) throws Exception {
    WeakReference<ClassLoader> application = applicationThatUses(method);

    TokenProviders.from(MapConfig.empty("signicat").config()).close();

    for (int often = 0; often < 50 && application.get() != null; often++) {
      System.gc();
    }
    assertThat(application.get()).isNull();
  }

  private static WeakReference<ClassLoader> applicationThatUses(String method) throws Exception {
    ClassLoader application = new OwnRecords();
    Class<?> type = application.loadClass(Known.class.getName());
    Object known = type.getConstructor().newInstance();
    switch (method) {
      case "equals" -> assertThat(known.equals(type.getConstructor().newInstance())).isFalse();
      case "hashCode" -> assertThat(known.hashCode()).isNotZero();
      default -> assertThat(known.toString()).startsWith("Known[part=");
    }
    return new WeakReference<>(application);
  }

  private static final class OwnRecords extends ClassLoader {
    OwnRecords() {
      super(ComparedRecordsTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(ComparedRecordsTest.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = Objects.requireNonNull(file).readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
