package io.mpoauth2.it.core;

import io.mpoauth2.it.core.api.Calls;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Every method, of a client that has nothing but our filter. */
interface CallRows extends Rows {
  @Test
  default void get() {
    assertSame(BARE, Calls::get);
  }

  @Test
  default void delete() {
    assertSame(BARE, Calls::delete);
  }

  @Test
  default void head() {
    assertSame(BARE, Calls::head);
  }

  @Test
  default void options() {
    assertSame(BARE, Calls::options);
  }

  @Test
  default void patch() {
    assertSame(stage -> stage.arrivingAs("hello"), calls -> calls.patch("hello"));
  }

  @Test
  default void put_without_a_body() {
    // Jersey refuses it otherwise; nobody else knows the property.
    String lenient = "jersey.config.client.suppressHttpComplianceValidation";
    assertSame(stage -> stage.having(lenient, true).arrivingAs(""), Calls::putNothing);
  }

  @Test
  default void asynchronous_call() {
    assertSame(
        stage -> stage.watched().arrivingAs("hello"),
        calls ->
            calls.postLater("hello").toCompletableFuture().orTimeout(5, TimeUnit.SECONDS).join());
  }

  @Test
  default void headers_and_cookies_of_client_and_invocation() {
    assertSame(
        stage ->
            stage
                .watched()
                .with(new AddingFilter("X-Of-Client"))
                .arrivingWith("X-Of-Client", "1")
                .arrivingWith("Cookie", "mine=1"),
        calls -> calls.postTo("a b", List.of("ä", "&"), "1", "mine=1", "hello"));
  }

  /** It is the caller's: no token, no second request, nothing in the log. */
  @Test
  default void authorization_of_the_callers_own_is_left_alone() {
    assertLeftAlone(calls -> calls.getWithOwn("Basic bWU6bWU="));
  }
}
