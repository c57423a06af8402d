package io.mpoauth2.client.config;

import io.mpoauth2.client.endpoint.Notice;
import io.mpoauth2.client.token.operation.LogMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * What is found when the settings of one client are read: all problems, and what an administrator
 * should be told of settings that can be used.
 */
final class Findings {
  private final String client;
  private final List<String> problems = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private String hint = "";
  private String remark = "";

  Findings(String client) {
    this.client = client;
  }

  void problem(String text) {
    // A value that is shown may have line breaks in it.
    String problem = text.replaceAll("\\p{Cntrl}+", " ");
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  /** Says what the problems come from, to all who hear of them; without a problem to nobody. */
  void hint(String text) {
    hint = ". " + text;
  }

  /** Says what they may come from on the thread that hears of them. */
  void remark(String text) {
    remark = text;
  }

  /** Of several about the same the last one is enough. */
  void notice(Notice notice) {
    notices.removeIf(
        other -> other.message() == notice.message() && other.topic().equals(notice.topic()));
    notices.add(notice);
  }

  /** Gives the notices, each of which is worth one line in the log. */
  List<Notice> notices() {
    return notices;
  }

  boolean hasProblems() {
    return !problems.isEmpty();
  }

  /** Says whether there is a problem with a property. */
  boolean hasProblemOf(String name) {
    return problems.stream().anyMatch(problem -> problem.startsWith(name + ' '));
  }

  /**
   * Ends the reading if there is a problem. A name that means nothing is one then: what is missing
   * may stand there.
   */
  void throwProblems() {
    if (!problems.isEmpty()) {
      notices.stream()
          .filter(notice -> notice.message() == LogMessage.UNKNOWN_PROPERTY)
          .forEach(notice -> problem(notice.text()));
      int last = problems.size() - 1;
      problems.set(last, problems.get(last) + hint);
      throw new InvalidSettingsException(client, problems, remark);
    }
  }
}
