package io.mpoauth2.it.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run on one runtime found out.
 *
 * @param runtime its name and version
 * @param date the day of the run, empty where the file does not tell
 * @param findings what was looked at, and what came of it: {@code ok}, or {@code no} and perhaps a
 *     reason; in the order of the file. What belongs together may begin with a common name and a
 *     slash
 */
record Run(String runtime, String date, Map<String, String> findings) {
  private static final String NAME = "row=";
  private static final String DATE = "date=";

  /** Reads a file in which a line names the runtime, perhaps one the day, and others a finding. */
  static Run read(Path file) throws IOException {
    String runtime = "";
    String date = "";
    Map<String, String> findings = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      int middle = line.indexOf('=');
      if (line.startsWith(NAME)) {
        runtime = line.substring(NAME.length());
      } else if (line.startsWith(DATE)) {
        date = line.substring(DATE.length());
      } else if (middle > 0) {
        findings.put(line.substring(0, middle), line.substring(middle + 1));
      }
    }
    if (runtime.isEmpty() || findings.isEmpty()) {
      throw new IOException(file + " has no runtime or no findings");
    }
    return new Run(runtime, date, findings);
  }

  /** Gives what a finding belongs to: what stands before the slash, or all of it. */
  static String group(String finding) {
    return finding.replaceFirst("/.*", "");
  }

  /** Gives what came of all that belongs to a group, each outcome once. */
  List<String> outcomes(String group) {
    return findings.entrySet().stream()
        .filter(finding -> group(finding.getKey()).equals(group))
        .map(Map.Entry::getValue)
        .distinct()
        .collect(Collectors.toList());
  }
}
