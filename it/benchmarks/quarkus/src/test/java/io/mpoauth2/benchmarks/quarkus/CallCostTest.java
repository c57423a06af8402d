package io.mpoauth2.benchmarks.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

/** One application, the four clients in turn, the medians of what a call adds to one without. */
@QuarkusTest
@QuarkusTestResource(Tokens.class)
class CallCostTest {
  private static final int ROUNDS = Integer.getInteger("rounds", 60);
  private static final int CALLS = 500;
  private static final int WARM_UP = 12;

  @Inject @RestClient WithoutToken without;
  @Inject @RestClient WithReadyHeader ready;
  @Inject @RestClient WithOurs ours;
  @Inject @RestClient WithQuarkus quarkus;

  private final Map<String, List<Double>> micros = new LinkedHashMap<>();
  private final Map<String, List<Double>> bytes = new LinkedHashMap<>();

  @Test
  void a_call_costs_not_more_than_with_quarkus_own_filter() throws IOException {
    List<Map.Entry<String, Calls>> clients =
        List.of(
            Map.entry("no token", without),
            Map.entry("a ready header", ready),
            Map.entry("mp-oauth2-client", ours),
            Map.entry("@OidcClientFilter", quarkus));
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      for (int turn = 0; turn < clients.size(); turn++) {
        measure(clients.get((round + turn) % clients.size()), round >= WARM_UP);
      }
    }

    report(clients.stream().map(Map.Entry::getKey).toList());
    assertThat(over("mp-oauth2-client", bytes))
        .isLessThanOrEqualTo(over("@OidcClientFilter", bytes));
  }

  private void measure(Map.Entry<String, Calls> client, boolean counts) {
    Cost before = Cost.sofar();
    for (int call = 0; call < CALLS; call++) {
      assertThat(client.getValue().get().length()).isEqualTo(5);
    }
    Cost after = Cost.sofar();
    if (counts) {
      micros
          .computeIfAbsent(client.getKey(), name -> new ArrayList<>())
          .add(after.microsSince(before, CALLS));
      bytes
          .computeIfAbsent(client.getKey(), name -> new ArrayList<>())
          .add(after.bytesSince(before, CALLS));
    }
  }

  private void report(List<String> names) throws IOException {
    StringBuilder report =
        new StringBuilder(
            "| per call, all threads | CPU µs | over no token | bytes | over no token |\n");
    report.append("|---|---|---|---|---|\n");
    for (String name : names) {
      report.append(
          String.format(
              Locale.ROOT,
              "| %s | %.1f | %+.1f | %.0f | %+.0f |%n",
              name,
              median(micros.get(name)),
              over(name, micros),
              median(bytes.get(name)),
              over(name, bytes)));
    }
    System.out.print(report);
    Files.writeString(Path.of(System.getProperty("report")), report);
  }

  /** The median of the rounds' differences: what disturbs a round disturbs both. */
  private static double over(String name, Map<String, List<Double>> figures) {
    List<Double> floor = figures.get("no token");
    List<Double> its = figures.get(name);
    List<Double> differences = new ArrayList<>();
    for (int round = 0; round < its.size(); round++) {
      differences.add(its.get(round) - floor.get(round));
    }
    return median(differences);
  }

  private static double median(List<Double> figures) {
    return figures.stream().sorted().skip(figures.size() / 2).findFirst().orElseThrow();
  }
}
