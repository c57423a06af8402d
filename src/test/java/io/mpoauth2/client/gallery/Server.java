package io.mpoauth2.client.gallery;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One file of the gallery: an authorization server, the settings that it needs, its answers. */
record Server(
    String client,
    String name,
    Map<String, String> settings,
    List<String> warns,
    List<String> odd,
    Map<String, String> sources,
    List<ServerAnswer> answers) {
  private static final Path GALLERY = Path.of("src/test/resources/gallery");
  private static final String SIGNICATS = "https://api.signicat.io/oauth/connect/token";

  /** All of them, by name. A client in a recipe has the name of the file. */
  static List<Server> all() {
    try (Stream<Path> files = Files.list(GALLERY)) {
      return files
          .map(Server::read)
          .sorted(Comparator.comparing(Server::name, String.CASE_INSENSITIVE_ORDER))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Server read(Path file) {
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
      JsonObject json = reader.readObject();
      return new Server(
          file.getFileName().toString().replace(".json", ""),
          json.getString("name"),
          texts(json, "settings"),
          lines(json, "warns"),
          lines(json, "odd"),
          texts(json, "sources"),
          json.getJsonArray("answers").getValuesAs(JsonObject.class).stream()
              .map(ServerAnswer::from)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The token endpoint's address, with a word for what differs from user to user. */
  URI tokenEndpoint() {
    return URI.create(settings.getOrDefault("token-endpoint", SIGNICATS).replaceAll("[<> ]", ""));
  }

  /** The settings whose names begin so, by the rest of their names. */
  Map<String, String> settingsUnder(String prefix) {
    Map<String, String> found = new LinkedHashMap<>();
    settings.forEach(
        (property, value) -> {
          if (property.startsWith(prefix)) {
            found.put(property.substring(prefix.length()), value);
          }
        });
    return found;
  }

  static Map<String, String> texts(JsonObject json, String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    JsonObject members = json.getJsonObject(name);
    if (members != null) {
      members.keySet().forEach(key -> texts.put(key, members.getString(key)));
    }
    return texts;
  }

  static List<String> lines(JsonObject json, String name) {
    JsonArray lines = json.getJsonArray(name);
    return lines == null
        ? List.of()
        : lines.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
  }

  @Override
  public String toString() {
    return client;
  }
}
