package io.mpoauth2.client.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IssuedTokenTest {
  private final AccessToken token = new AccessToken("t0k3n", "Bearer", Instant.MAX, Set.of());
  private final IssuedToken issued = IssuedToken.of(token, Duration.ofHours(1));

  @Test
  void a_source_of_ones_own_gives_token_and_lifetime_and_has_the_usual_margins() {
    assertThat(issued.token()).isSameAs(token);
    assertThat(issued.lifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(issued.expiryMargin()).isEqualTo(Duration.ofSeconds(30));
    assertThat(issued.refreshMargin()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void it_may_give_margins_of_its_own() {
    IssuedToken other =
        issued.withExpiryMargin(Duration.ofSeconds(1)).withRefreshMargin(Duration.ofSeconds(2));

    assertThat(other.token()).isSameAs(token);
    assertThat(other.lifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(other.expiryMargin()).isEqualTo(Duration.ofSeconds(1));
    assertThat(other.refreshMargin()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void it_does_not_show_the_token() {
    assertThat(issued.toString()).contains("PT1H").doesNotContain("t0k3n");
  }
}
