package io.mpoauth2.fuzzing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jazzer in a JVM of its own, with one target. */
final class Fuzzer {
  /** The library, and the JSON parser: its branches lead to JSON. */
  private static final String GUIDING = "io.mpoauth2.client.**:org.eclipse.parsson.**";

  private static final Pattern DONE =
      Pattern.compile("(?s).*#(\\d+)\\s+DONE\\s+cov: (\\d+) .*corp: (\\d+)/(\\w+).*rss: (\\w+).*");
  private static final Pattern TIME = Pattern.compile("(?s).*Done \\d+ runs in (\\d+) second.*");

  private static final long LONG = 100_000;

  private final Class<?> target;
  private final long runs;
  private final int longest;
  private final Path kept;
  private final Path work;
  private final Path log;

  Fuzzer(Class<?> target, long runs, int longest) {
    this.target = target;
    this.runs = runs;
    this.longest = longest;
    this.kept = Path.of(System.getProperty("corpus"), target.getSimpleName());
    this.work = Path.of(System.getProperty("work"), target.getSimpleName());
    this.log = work.resolve("log.txt");
  }

  /**
   * Runs the target with all kept inputs, then with new ones. Keeps those of them that reach
   * something that no other does, if that is wanted.
   *
   * @return what it came to, on one line
   * @throws AssertionError if an input broke it; that input is then among the kept ones
   */
  String run(Duration deadline) throws IOException, InterruptedException {
    Files.createDirectories(work);
    Files.createDirectories(kept);
    Path found = Files.createTempDirectory(work, "found");
    List<String> options = new ArrayList<>();
    options.add("-runs=" + runs);
    options.add("-seed=" + System.getProperty("seed"));
    options.add("-max_len=" + longest);
    options.add("-timeout=10");
    options.add("-rss_limit_mb=1024");
    options.add("-artifact_prefix=" + kept + '/');
    Path words = Path.of(System.getProperty("corpus"), target.getSimpleName() + ".dict");
    if (Files.exists(words)) {
      options.add("-dict=" + words);
    }
    // What is new goes to the first.
    options.add(found.toString());
    options.add(kept.toString());
    String said = jazzer(options, deadline);
    if (Boolean.getBoolean("keep")) {
      keep(found);
    }
    return summary(said);
  }

  private void keep(Path found) throws IOException, InterruptedException {
    jazzer(
        List.of("-merge=1", "-max_len=" + longest, kept.toString(), found.toString()),
        Duration.ofMinutes(10));
  }

  private String jazzer(List<String> options, Duration deadline)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Whatever grows with the number of inputs, or much with one of them, does not fit.
    command.add("-Xmx256m");
    command.add("-XX:+UseSerialGC");
    // Compiling well takes longer than a short run.
    command.add("-XX:TieredStopAtLevel=" + (runs < LONG ? 1 : 4));
    // It attaches itself as an agent, which JDKs from 21 on warn of otherwise.
    command.add("-XX:+EnableDynamicAgentLoading");
    command.add("-classpath");
    command.add(System.getProperty("java.class.path"));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + target.getName());
    command.add("--instrumentation_includes=" + GUIDING);
    command.add("--custom_hook_includes=" + GUIDING);
    // Leads through regular expressions, node by node of each, which takes much of the time.
    command.add("--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexRoadblocks");
    // Edges alone: the dictionary and the kept inputs have what is compared with. To follow each
    // comparison and index too takes two to three times as long and reaches no more.
    command.add("--trace=cov");
    command.add("--reproducer_path=" + work);
    command.addAll(options);
    Process process =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended;
    try {
      ended = process.waitFor(deadline.toSeconds(), TimeUnit.SECONDS);
    } finally {
      process.destroyForcibly();
    }
    String said = Files.readString(log, ISO_8859_1);
    if (!ended || process.exitValue() != 0) {
      throw new AssertionError(
          (ended ? "ended with " + process.exitValue() : "not done after " + deadline)
              + ", see "
              + log
              + "\n"
              + said.substring(Math.max(0, said.length() - 6_000)));
    }
    return said;
  }

  private String summary(String said) {
    Matcher done = DONE.matcher(said);
    Matcher time = TIME.matcher(said);
    if (!done.matches() || !time.matches()) {
      throw new AssertionError("nothing was done, see " + log);
    }
    return "%s: %s executions in %s s, corpus of %s inputs (%s), %s edges, %s resident"
        .formatted(
            target.getSimpleName(),
            done.group(1),
            time.group(1),
            done.group(3),
            done.group(4),
            done.group(2),
            done.group(5));
  }
}
