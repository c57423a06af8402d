package io.mpoauth2.benchmarks.hotpath;

import io.mpoauth2.benchmarks.contender.Entrant;
import io.mpoauth2.benchmarks.contender.Ours;
import io.mpoauth2.benchmarks.contender.Terms;
import io.mpoauth2.benchmarks.endpoint.TokenServer;
import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import io.mpoauth2.client.jaxrs.runtime.Registration;
import io.mpoauth2.client.jaxrs.runtime.TokensByMethod;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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

/** What the filter adds to a call of a MicroProfile client whose methods differ in their tokens. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MethodFilterBenchmark {
  /** {@code OURS} alone: the floor is that of {@link FilterBenchmark}. */
  @Param("OURS")
  public String entrant;

  private final ClientRequestFilter filter = new BearerTokenFilter();
  private TokenServer server;
  private Ours ours;
  private BareRequest request;

  @Setup
  public void fetch() throws NoSuchMethodException {
    server = TokenServer.start();
    Terms terms = new Terms(server.uri(), Duration.ofHours(1), Duration.ofSeconds(10));
    ours = (Ours) Entrant.valueOf(entrant).open(terms);
    ours.token();
    BearerTokenFilter tokens = new BearerTokenFilter(ours.provider());
    Map<Method, Object> byMethod = new HashMap<>();
    for (Method method : Map.class.getMethods()) {
      byMethod.put(method, Registration.WITHOUT_TOKENS);
    }
    Method invoked = Map.class.getMethod("get", Object.class);
    byMethod.put(invoked, tokens);
    request =
        new BareRequest(
            Map.of("org.eclipse.microprofile.rest.client.invokedMethod", invoked),
            Map.of(Registration.TOKENS, new TokensByMethod("Documents", byMethod)));
  }

  @Benchmark
  public Object filter() throws IOException {
    filter.filter(request);
    return request.takeAuthorization();
  }

  @TearDown
  public void close() throws IOException {
    ours.close();
    server.close();
  }
}
