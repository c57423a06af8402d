package io.mpoauth2.demo;

import io.mpoauth2.sandbox.LoggedRequest;
import io.mpoauth2.sandbox.Sandbox;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Takes steps one by one: prints each from both ends and compares it with what it should be. */
final class SandboxSteps {
  private final Page page;
  private final RunningApplication application;
  private final Sandbox sandbox;
  private int titles;
  private int surprises;

  SandboxSteps(Page page, RunningApplication application, Sandbox sandbox) {
    this.page = page;
    this.application = application;
    this.sandbox = sandbox;
  }

  void title(String text) {
    page.title(++titles + ". " + text);
  }

  Seen call(ApplicationCall call) throws IOException, InterruptedException {
    int before = sandbox.requests().size();
    RunningApplication.Result result = application.call(call);
    List<LoggedRequest> all = sandbox.requests();
    List<LoggedRequest> requests = all.subList(before, all.size());
    page.entry("application calls", call.code());
    page.entry(result.returned() ? "and gets" : "and catches", result.text());
    result.logged().forEach(line -> page.entry("server's log", line));
    page.entry("the sandbox saw", told(requests));
    return new Seen(result, requests);
  }

  boolean allAsExpected() {
    return surprises == 0;
  }

  String verdict() {
    return allAsExpected()
        ? "All " + titles + " steps went as they should."
        : surprises + " thing(s) were not as they should be; see the lines that begin with !!!";
  }

  private static String told(List<LoggedRequest> requests) {
    int width = requests.stream().mapToInt(r -> r.target().length()).max().orElse(0);
    return requests.isEmpty()
        ? "nothing"
        : requests.stream().map(request -> told(request, width)).collect(Collectors.joining("\n"));
  }

  private static String told(LoggedRequest request, int width) {
    return String.format(
            "%-4s %-" + width + "s  %d", request.method(), request.target(), request.status())
        + (request.scope() == null ? "" : "  scope=" + request.scope());
  }

  /** A step that was taken. */
  final class Seen {
    private final RunningApplication.Result result;
    private final List<LoggedRequest> requests;

    Seen(RunningApplication.Result result, List<LoggedRequest> requests) {
      this.result = result;
      this.requests = requests;
    }

    Seen returns(String start) {
      return check(result.returned() && result.text().startsWith(start), "a value: " + start);
    }

    Seen fails(String saying) {
      return check(
          !result.returned() && result.text().contains(saying), "an exception that has " + saying);
    }

    Seen logs(String saying) {
      return check(
          result.logged().stream().anyMatch(line -> line.contains(saying)),
          "a line in the log that has " + saying);
    }

    Seen requests(LoggedRequest... expected) {
      return check(
          requests.equals(List.of(expected)), "these requests:\n" + told(List.of(expected)));
    }

    private Seen check(boolean asExpected, String expected) {
      if (!asExpected) {
        surprises++;
        page.entry("!!! should have", expected);
      }
      return this;
    }
  }
}
