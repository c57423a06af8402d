package io.mpoauth2.it.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

// tag::off[]
class SwitchedOffTest {
  private static final List<String> TOKENS = new CopyOnWriteArrayList<>();
  private static HttpServer stub;

  @BeforeAll
  static void start() throws IOException {
    stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stub.createContext(
        "/signature/documents",
        exchange -> {
          TOKENS.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    stub.start();
    System.setProperty("signature/mp-rest/url", "http://127.0.0.1:" + stub.getAddress().getPort());
    System.setProperty("oauth2.client.signicat.enabled", "false");
  }

  @AfterAll
  static void stop() {
    System.clearProperty("signature/mp-rest/url");
    System.clearProperty("oauth2.client.signicat.enabled");
    stub.stop(0);
  }

  @Test
  void calls_go_out_without_a_token_and_need_no_settings() {
    try (SeContainer container = SeContainerInitializer.newInstance().initialize()) {
      Archive archive = container.select(Archive.class).get();

      archive.document("contract-1");

      assertThat(TOKENS).containsExactly("null");
      assertThatThrownBy(archive::token)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("oauth2.client.signicat.enabled");
    }
  }
}
// end::off[]
