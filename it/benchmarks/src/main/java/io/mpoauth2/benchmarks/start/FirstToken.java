package io.mpoauth2.benchmarks.start;

/** What a program says when it has its token. */
final class FirstToken {
  private FirstToken() {}

  /** Tells at once that it is there; then, because asking takes a while, what it has cost. */
  static void tell(String token) {
    System.out.println(token.length());
    System.out.println(ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis());
  }
}
