package io.mpoauth2.client.config;

import jakarta.json.Json;
import jakarta.json.stream.JsonParserFactory;
import java.util.Map;
import java.util.ServiceConfigurationError;

/** What reads the answers of token endpoints, found before anything is sent. */
final class JsonProvider {
  private JsonProvider() {}

  /**
   * Finds one with the calling thread's context class loader.
   *
   * @throws IllegalStateException if there is none; it names the artifact to add
   */
  static JsonParserFactory find() {
    try {
      return Json.createParserFactory(Map.of());
    } catch (RuntimeException | ServiceConfigurationError | LinkageError e) {
      // Not JsonException: without JSON-P there is no class of that name, and nothing is caught.
      throw new IllegalStateException(
          "no JSON provider can be used ("
              + e.getClass().getName()
              + "), so no answer of a token endpoint could be read; outside a server, add"
              + " org.eclipse.parsson:parsson to the class path");
    }
  }
}
