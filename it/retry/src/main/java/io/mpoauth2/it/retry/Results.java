package io.mpoauth2.it.retry;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What came of the calls on one runtime. */
public final class Results {
  private static final int THREADS = 8;

  private final Map<Call, String> problems = new LinkedHashMap<>();

  private Results() {}

  /** Makes every call there is, some at a time: many of them wait for a timeout. */
  public static Results of(Caller caller) throws Exception {
    Results results = new Results();
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<String>> calls = new ArrayList<>();
      for (Call call : Call.all()) {
        calls.add(
            () -> {
              // Runtimes look for their implementation and their configuration with it.
              Thread.currentThread().setContextClassLoader(loader);
              return caller.call(call);
            });
      }
      List<Future<String>> made = threads.invokeAll(calls, 15, TimeUnit.MINUTES);
      for (Call call : Call.all()) {
        results.problems.put(call, made.get(results.problems.size()).get());
      }
    } finally {
      threads.shutdownNow();
    }
    return results;
  }

  /** Gives the calls in which something was wrong, and what. */
  public List<String> failures() {
    List<String> failures = new ArrayList<>();
    problems.forEach(
        (call, problem) -> {
          if (!problem.isEmpty()) {
            failures.add(call.title() + ": " + problem);
          }
        });
    return failures;
  }

  /** Writes a line per call under the name of the runtime, for the table. */
  public void write(Path file, String runtime) throws IOException {
    Files.createDirectories(file.getParent());
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("row=" + runtime + "\n");
      for (Map.Entry<Call, String> each : problems.entrySet()) {
        out.write(each.getKey().title() + "=" + (each.getValue().isEmpty() ? "ok" : "no") + "\n");
      }
    }
  }
}
