package io.mpoauth2.it.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run on one runtime found out.
 *
 * @param runtime its name and version
 * @param findings what was looked at, and what came of it: {@code ok}, or {@code no} and perhaps a
 *     reason; in the order of the file
 */
record Run(String runtime, Map<String, String> findings) {
  private static final String NAME = "row=";

  /** Reads a file in which the first line names the runtime, and each of the others a finding. */
  static Run read(Path file) throws IOException {
    String runtime = "";
    Map<String, String> findings = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      int middle = line.indexOf('=');
      if (line.startsWith(NAME)) {
        runtime = line.substring(NAME.length());
      } else if (middle > 0) {
        findings.put(line.substring(0, middle), line.substring(middle + 1));
      }
    }
    if (runtime.isEmpty() || findings.isEmpty()) {
      throw new IOException(file + " has no runtime or no findings");
    }
    return new Run(runtime, findings);
  }

  /** Says whether it was looked at and is there. */
  boolean has(String finding) {
    return "ok".equals(findings.get(finding));
  }

  /** Gives why it is not there; empty if it is, or was not looked at. */
  String reason(String finding) {
    String found = findings.getOrDefault(finding, "ok");
    return found.equals("ok") ? "" : found.replaceFirst("^no(: )?", "");
  }
}
