package io.mpoauth2.it.core;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies of every kind, of a client that is looked at but not changed. */
interface BodyRows extends Rows {
  @Test
  default void text() {
    assertSame(stage -> stage.watched().arrivingAs("hello"), calls -> calls.post("hello"));
  }

  @Test
  default void json() {
    assertSame(
        stage -> stage.watched().arriving(arrived -> assertThat(arrived.body()).contains("\"a\"")),
        calls -> calls.putJson("{\"a\":\"ä\"}"));
  }

  @Test
  default void form() {
    assertSame(
        stage -> stage.watched().arrivingAs("a=1+2&b=%C3%A4"), calls -> calls.postForm("1 2", "ä"));
  }

  @Test
  default void stream() {
    assertSame(
        stage -> stage.watched().arrivingAs("hello"), calls -> calls.postStream(stream("hello")));
  }

  /** The largest common one: it is more than a transport's own buffers hold. */
  @Test
  default void body_of_300_kB() {
    String body = "0123456789".repeat(30_000);
    assertSame(stage -> stage.watched().arrivingAs(body), calls -> calls.post(body));
  }

  @Test
  default void stream_of_300_kB() {
    String body = "0123456789".repeat(30_000);
    assertSame(stage -> stage.watched().arrivingAs(body), calls -> calls.postStream(stream(body)));
  }

  /** Where the runtime itself has it in memory, nobody needs that buffer. */
  @Test
  default void body_beyond_the_replay_buffer() {
    String body = "0123456789".repeat(130_000);
    assertSameOrRefused(stage -> stage.watched().arrivingAs(body), calls -> calls.post(body));
  }

  @Test
  default void multipart() {
    assertSame(
        stage ->
            stage.watched().arriving(arrived -> assertThat(arrived.body()).contains("contract")),
        calls ->
            cannot("parts-as-list").isPresent()
                ? calls.postTypedParts(new GenericEntity<>(parts()) {})
                : calls.postParts(parts()));
  }

  @Test
  default void expect_100_continue() {
    assertSame(
        stage -> stage.watched().arrivingAs("hello").arrivingWith("Expect", "100-continue"),
        calls -> calls.postExpecting("100-continue", "hello"));
  }

  private static InputStream stream(String body) {
    return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
  }

  private static List<EntityPart> parts() {
    try {
      return List.of(
          EntityPart.withName("title").content("Size").mediaType("text/plain").build(),
          EntityPart.withName("file")
              .fileName("contract.bin")
              .content(stream("contract"))
              .mediaType(MediaType.APPLICATION_OCTET_STREAM_TYPE)
              .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
