package io.mpoauth2.client.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A small file that a property names, read again each time. */
final class SettingsFile {
  private static final int LARGEST = 64 * 1024;

  private final SettingsValues values;
  private final SettingsKey key;
  private final int largest;

  SettingsFile(SettingsValues values, SettingsKey key) {
    this(values, key, LARGEST);
  }

  /**
   * Makes one.
   *
   * @param largest how many bytes it may have
   */
  SettingsFile(SettingsValues values, SettingsKey key, int largest) {
    this.values = values;
    this.key = key;
    this.largest = largest;
  }

  /** Gives what is in it; null after a problem was told. */
  byte @Nullable [] bytes() {
    if (path().contains("-----BEGIN ")) {
      values.problem(key, "has what belongs into a file; it is to name the file");
      return null;
    }
    try (InputStream file = Files.newInputStream(Path.of(path()))) {
      byte[] bytes = file.readNBytes(largest + 1);
      if (bytes.length <= largest) {
        return bytes;
      }
      problem("is a file of more than " + largest / 1024 + " kB");
    } catch (NoSuchFileException e) {
      problem("does not exist");
    } catch (IOException | InvalidPathException | SecurityException e) {
      problem("cannot be read (" + (isFolder() ? "a folder" : e.getClass().getSimpleName()) + ")");
    }
    return null;
  }

  /** To read one is an error without a kind of its own. */
  private boolean isFolder() {
    try {
      return Files.isDirectory(Path.of(path()));
    } catch (InvalidPathException | SecurityException e) {
      return false;
    }
  }

  /**
   * Gives what is in it as text without a byte order mark, with which Windows' editors begin a
   * file; null after a problem was told.
   */
  @Nullable String text() {
    byte[] bytes = bytes();
    if (bytes == null) {
      return null;
    }
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.replaceFirst("\\A\\uFEFF", "");
    } catch (CharacterCodingException e) {
      problem("cannot be read as UTF-8 text (" + e.getClass().getSimpleName() + ")");
      return null;
    }
  }

  void problem(String what) {
    String path = path();
    values.problem(key, isPath(path) ? '"' + path + "\" " + what : "names something that " + what);
  }

  private String path() {
    return values.text(key);
  }

  /** Who mistakes this property for another writes a secret here, which is not shown. */
  private static boolean isPath(String file) {
    return file.matches("/.*|[A-Za-z]:[/\\\\].*")
        || (file.matches("[\\w .@-]+([/\\\\][\\w .@-]+)+")
            && !file.matches("(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9]).*"));
  }
}
