package io.mpoauth2.it;

import io.mpoauth2.it.core.SameRequestFeatures;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Jersey's plain clients over one of its connectors. */
abstract class ConnectorMatrix extends SameRequestFeatures {
  private static final Set<String> ASYNCHRONOUS =
      Set.of("asynchronous_call", "submit_with_a_callback");

  private static final Set<String> WITHOUT_A_BODY =
      Set.of(
          "get",
          "delete",
          "head",
          "options",
          "put_without_a_body",
          "filter_that_needs_a_header_of_the_caller",
          "filter_that_keeps_an_object_in_the_request",
          "filters_that_pair_request_and_response",
          "logging_filter_that_reads_the_answer_and_puts_it_back",
          "property_of_the_client_that_a_filter_reads",
          "property_of_the_target_that_a_filter_reads",
          "property_of_the_invocation_that_a_filter_reads",
          "response_filter_that_adds_a_header",
          "time_out_of_the_client",
          "time_out_of_the_target",
          "time_out_of_the_invocation");

  private final Transport transport;

  /** What a connector cannot send or give at all, and why. */
  private final Map<String, String> impossible;

  ConnectorMatrix(Transport transport, Map<String, String> impossible) {
    this.transport = transport;
    this.impossible = impossible;
  }

  @Override
  protected ClientBuilder newBuilder() {
    return transport.newBuilder();
  }

  @Override
  protected Optional<String> cannotResend(String call) {
    if (ASYNCHRONOUS.contains(call) && !transport.mayWaitWhenAsynchronous()) {
      return Optional.of("the thread that has its answer is the transport's");
    }
    if (!WITHOUT_A_BODY.contains(call) && !transport.takesSecondBodies()) {
      return Optional.of("the connector of this Jersey client takes no second body");
    }
    return super.cannotResend(call);
  }

  @Override
  protected Optional<String> cannotCall(String call) {
    return Optional.ofNullable(impossible.get(call)).or(() -> super.cannotCall(call));
  }
}
