package io.mpoauth2.client.howto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** A type that was written down on a page, compiled as whoever copies it would. */
final class Compiled {
  private Compiled() {}

  static Class<?> type(String name, String code, Path directory) throws Exception {
    Path source = Files.writeString(directory.resolve(name + ".java"), code);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                List.of("-proc:none", "-d", directory.toString(), source.toString())
                    .toArray(String[]::new));
    assertThat(result).as(code).isZero();
    return loader(directory).loadClass(name);
  }

  private static ClassLoader loader(Path directory) throws IOException {
    return new URLClassLoader(
        new URL[] {directory.toUri().toURL()}, Compiled.class.getClassLoader());
  }
}
