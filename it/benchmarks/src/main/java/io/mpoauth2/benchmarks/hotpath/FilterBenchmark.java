package io.mpoauth2.benchmarks.hotpath;

import io.mpoauth2.benchmarks.contender.Contender;
import io.mpoauth2.benchmarks.contender.Entrant;
import io.mpoauth2.benchmarks.contender.Ours;
import io.mpoauth2.benchmarks.contender.Terms;
import io.mpoauth2.benchmarks.endpoint.TokenServer;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import jakarta.ws.rs.client.ClientRequestFilter;
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

/** What a request filter adds to a call while the token is fresh. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FilterBenchmark {
  /** {@code OURS}, or {@code FLOOR_NANO} for the least that such a filter can do. */
  @Param("OURS")
  public String entrant;

  private TokenServer server;
  private Contender contender;
  private ClientRequestFilter filter;
  private BareRequest request;

  @Setup
  public void fetch() {
    server = TokenServer.start();
    Terms terms = new Terms(server.uri(), Duration.ofHours(1), Duration.ofSeconds(10));
    contender = Entrant.valueOf(entrant).open(terms);
    contender.token();
    filter =
        contender instanceof Ours ours
            ? new BearerTokenFilter(ours.provider())
            : new FloorFilter(contender);
    request = new BareRequest();
  }

  @Benchmark
  public Object filter() throws IOException {
    filter.filter(request);
    return request.takeAuthorization();
  }

  @TearDown
  public void close() throws IOException {
    contender.close();
    server.close();
  }
}
