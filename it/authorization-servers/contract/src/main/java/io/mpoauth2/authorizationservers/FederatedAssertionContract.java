package io.mpoauth2.authorizationservers;

import static io.mpoauth2.authorizationservers.UserApplication.property;
import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.token.AccessToken;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** With a server that believes somebody else who a workload is, as a cluster of Kubernetes. */
public abstract class FederatedAssertionContract extends AuthenticationContract {
  /** Whom the server believes. */
  public static final String ISSUER = "https://cluster.example";

  /** Who {@link KnownClient#FEDERATED} is there. */
  public static final String SUBJECT = "system:serviceaccount:shop:orders";

  @Test
  @Shows(Feature.FEDERATED_ASSERTION)
  void the_assertion_of_the_platform_gives_a_token_and_so_does_the_next_one() throws IOException {
    ClientKeys.writeAssertion(file, ISSUER, SUBJECT, server.issuer());
    try (UserApplication application = finished(KnownClient.FEDERATED).calling(api)) {
      assertThat(application.read()).isEqualTo(200);

      ClientKeys.writeAssertion(file, ISSUER, SUBJECT, server.issuer());
      AccessToken first = application.token();

      assertThat(application.replaced(first).value()).isNotEqualTo(first.value());
      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  @Shows(Feature.FEDERATED_ASSERTION)
  void the_assertion_of_another_workload_is_told() throws IOException {
    ClientKeys.writeAssertion(file, ISSUER, "system:serviceaccount:shop:stock", server.issuer());

    assertThat(refusalOf(finished(KnownClient.FEDERATED)))
        .hasMessageContaining(property("client-assertion-file"))
        .hasMessageNotContaining("eyJ");
  }
}
