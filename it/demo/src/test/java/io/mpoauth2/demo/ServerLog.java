package io.mpoauth2.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What the library writes into the server's log; the rest of the log is passed over. */
final class ServerLog {
  /** WildFly's pattern: date, time, level, [logger], (thread), message. */
  private static final Pattern LINE =
      Pattern.compile(
          "^\\S+ \\S+ (\\w+) +\\[(io\\.mpoauth2\\.client[^]]*)] \\([^)]*\\) (.*)$",
          Pattern.MULTILINE);

  private final Path file;
  private int read;

  private ServerLog(Path file, int read) {
    this.file = file;
    this.read = read;
  }

  /** Leaves out what runs before this one wrote. */
  static ServerLog fromHere(Path file) throws IOException {
    return new ServerLog(file, Files.exists(file) ? (int) Files.size(file) : 0);
  }

  /** Gives the library's lines since the last time, without date and thread. */
  List<String> news() throws IOException {
    byte[] all = Files.readAllBytes(file);
    // Shorter than before: it is a new day, and the server has begun a new file.
    byte[] news = all.length < read ? all : Arrays.copyOfRange(all, read, all.length);
    read = all.length;
    return LINE.matcher(new String(news, StandardCharsets.UTF_8))
        .results()
        .map(line -> line.group(1) + " [" + line.group(2) + "] " + line.group(3))
        .toList();
  }
}
