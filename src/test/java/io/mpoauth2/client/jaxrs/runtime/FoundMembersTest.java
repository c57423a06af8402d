package io.mpoauth2.client.jaxrs.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.mpoauth2.client.testing.CapturedLog;
import io.mpoauth2.client.token.operation.ClientLog;
import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FoundMembersTest {
  private final ClientLog log = new ClientLog("signicat");
  private final AtomicInteger looked = new AtomicInteger();

  /** A request of another class than others. */
  interface Another extends ClientRequestContext {}

  @Test
  void they_are_looked_for_once_as_long_as_requests_are_of_one_class() {
    FoundMembers<Integer> members =
        new FoundMembers<>(log, type -> looked.incrementAndGet(), found -> Declining.NOT_WANTED);

    assertThat(members.of(request(ClientRequestContext.class)).members()).isEqualTo(1);
    assertThat(members.of(request(ClientRequestContext.class)).members()).isEqualTo(1);
    assertThat(members.of(request(Another.class)).members()).isEqualTo(2);
    assertThat(members.of(request(Another.class)).withoutBody()).isSameAs(Declining.NOT_WANTED);
  }

  @Test
  void where_one_is_missing_nothing_is_sent_again_and_nobody_looks_again() {
    FoundMembers<Integer> members =
        new FoundMembers<>(log, this::missing, found -> Declining.NOT_WANTED);

    try (CapturedLog captured = CapturedLog.start()) {
      FoundMembers.Found<Integer> found = members.of(request(ClientRequestContext.class));

      assertThat(found.members()).isNull();
      assertThat(found.withoutBody()).isSameAs(Declining.UNKNOWN_VERSION);
      assertThat(members.of(request(ClientRequestContext.class))).isSameAs(found);
      assertThat(looked).hasValue(1);
      assertThat(captured.everything()).contains("is not like the known ones: ");
    }
  }

  @Test
  void one_that_its_module_keeps_to_itself_is_missing() {
    FoundMembers<Integer> members =
        new FoundMembers<>(
            log,
            type -> {
              throw new IllegalStateException("not opened");
            },
            found -> Declining.NOT_WANTED);

    assertThat(members.of(request(ClientRequestContext.class)).members()).isNull();
  }

  private Integer missing(Class<?> type) throws NoSuchMethodException {
    looked.incrementAndGet();
    throw new NoSuchMethodException("getClientRuntime");
  }

  private static ClientRequestContext request(Class<? extends ClientRequestContext> type) {
    return (ClientRequestContext)
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
