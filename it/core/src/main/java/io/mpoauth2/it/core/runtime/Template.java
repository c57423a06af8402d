package io.mpoauth2.it.core.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of {@code server-config/}, and what its README has made of it for clients.
 *
 * @param file as it stands there
 */
public record Template(Path file) {
  private static final Path COPIES = Path.of("target", "server-config").toAbsolutePath();

  /** {@link ServedSandbox#settings()} says who of them is given what. */
  private static final List<String> CLIENTS = List.of("signicat", "partner", "carrier", "nobody");

  /** Finds one of the runtime that the build is about. */
  public static Template named(String name) {
    return new Template(Path.of(System.getProperty("server-config"), name));
  }

  /** Finds those of the clients that have a key and a certificate, for the runtime. */
  public static List<Template> ofKeys() {
    return List.of(named("orders-client.properties"), named("ledger-client.properties"));
  }

  /** Gives the text of each of {@link #ofKeys()}. */
  public static String textOfKeys() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Template template : ofKeys()) {
      text.append(Files.readString(template.file())).append('\n');
    }
    return text.toString();
  }

  /** Gives the text for each of the clients: {@code sed 's/NAME/<client>/g'}. */
  public List<String> copies() throws IOException {
    String text = Files.readString(file);
    return CLIENTS.stream().map(client -> text.replace("NAME", client)).toList();
  }

  /** Writes a copy for each of the clients, and gives their paths. */
  public List<Path> writtenCopies() throws IOException {
    List<Path> paths = new ArrayList<>();
    List<String> copies = copies();
    for (int i = 0; i < copies.size(); i++) {
      paths.add(write(CLIENTS.get(i) + '-' + file.getFileName(), copies.get(i)));
    }
    return paths;
  }

  /** Writes a file into the directory of the copies, and gives its path. */
  public static Path write(String name, String text) throws IOException {
    Path path = COPIES.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }
}
