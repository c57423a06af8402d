package io.mpoauth2.benchmarks.hotpath;

import io.mpoauth2.benchmarks.contender.Contender;
import io.mpoauth2.benchmarks.contender.Entrant;
import io.mpoauth2.benchmarks.contender.Terms;
import io.mpoauth2.benchmarks.endpoint.TokenServer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A call while the token is fresh, which is nearly every call there is. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TokenBenchmark {
  /** The name of an {@link Entrant}. */
  @Param("OURS")
  public String entrant;

  private TokenServer server;
  private Contender contender;

  @Setup
  public void fetch() {
    server = TokenServer.start();
    Terms terms = new Terms(server.uri(), Duration.ofHours(1), Duration.ofSeconds(10));
    contender = Entrant.valueOf(entrant).open(terms);
    contender.token();
  }

  @Benchmark
  public String token() {
    return contender.token();
  }

  @TearDown
  public void close() throws IOException {
    contender.close();
    server.close();
  }
}
