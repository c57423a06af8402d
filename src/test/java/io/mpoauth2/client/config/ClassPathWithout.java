package io.mpoauth2.client.config;

import java.io.IOException;
import java.io.InputStream;

/** As a class path on which something was forgotten. */
final class ClassPathWithout extends ClassLoader {
  private final String missing;

  ClassPathWithout(String missing) {
    super(ClassPathWithout.class.getClassLoader());
    this.missing = missing;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith(missing)) {
      throw new ClassNotFoundException(name);
    }
    if (!name.startsWith("io.mpoauth2.client.") && !name.startsWith("jakarta.json.")) {
      return super.loadClass(name, resolve);
    }
    Class<?> known = findLoadedClass(name);
    return known == null ? define(name) : known;
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
