package io.mpoauth2.it.retry;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;
import org.reactivestreams.Publisher;

/** What a caller gets. */
public enum Answer {
  VALUE(Shape.of(Item.class), MediaType.APPLICATION_JSON) {
    @Override
    byte[] sent() {
      return Item.JSON.getBytes(UTF_8);
    }

    @Override
    boolean isIt(Object got) {
      return got instanceof Item item && item.isSample();
    }
  },
  LIST(Shape.listOf(Item.class), MediaType.APPLICATION_JSON) {
    @Override
    byte[] sent() {
      return ("[" + Item.JSON + "," + Item.JSON + "]").getBytes(UTF_8);
    }

    @Override
    boolean isIt(Object got) {
      return got instanceof List<?> items
          && items.size() == 2
          && items.stream().allMatch(item -> item instanceof Item one && one.isSample());
    }
  },
  STRING(Shape.of(String.class), MediaType.TEXT_PLAIN + ";charset=UTF-8") {
    @Override
    byte[] sent() {
      return "Größe".getBytes(UTF_8);
    }

    @Override
    boolean isIt(Object got) {
      return "Größe".equals(got);
    }
  },
  BYTES(Shape.of(byte[].class), MediaType.APPLICATION_OCTET_STREAM) {
    @Override
    byte[] sent() {
      return Bytes.random(LARGE);
    }

    @Override
    boolean isIt(Object got) {
      return got instanceof byte[] bytes && Arrays.equals(bytes, sent());
    }
  },
  INPUT_STREAM(Shape.of(InputStream.class), MediaType.APPLICATION_OCTET_STREAM) {
    @Override
    byte[] sent() {
      return Bytes.random(LARGE);
    }

    @Override
    boolean isIt(Object got) throws IOException {
      try (InputStream stream = (InputStream) got) {
        return Arrays.equals(stream.readAllBytes(), sent());
      }
    }
  },
  /** There is a body, which nobody reads. */
  VOID(TypeDescription.Generic.VOID, MediaType.TEXT_PLAIN) {
    @Override
    byte[] sent() {
      return "unread".getBytes(UTF_8);
    }

    @Override
    boolean isIt(Object got) {
      return got == null;
    }
  },
  NO_CONTENT(TypeDescription.Generic.VOID, MediaType.WILDCARD) {
    @Override
    int status() {
      return 204;
    }

    @Override
    byte[] sent() {
      return new byte[0];
    }

    @Override
    boolean isIt(Object got) {
      return got == null;
    }
  },
  RESPONSE(Shape.of(Response.class), MediaType.TEXT_PLAIN + ";charset=UTF-8") {
    @Override
    int status() {
      return 201;
    }

    @Override
    byte[] sent() {
      return "Größe".getBytes(UTF_8);
    }

    @Override
    boolean isIt(Object got) {
      try (Response response = (Response) got) {
        return response.getStatus() == 201
            && List.of("one", "two").equals(response.getStringHeaders().get(RefusingApi.TWICE))
            && "2".equals(response.getHeaderString(RefusingApi.ATTEMPT))
            && "Größe".equals(response.readEntity(String.class));
      }
    }
  },
  /** Server-sent events. */
  EVENTS(Shape.of(Publisher.class, String.class), MediaType.SERVER_SENT_EVENTS) {
    @Override
    byte[] sent() {
      return "data: first\n\ndata: second\n\n".getBytes(UTF_8);
    }

    @Override
    boolean isIt(Object got) {
      return List.of("first", "second").equals(got);
    }
  },
  /** Decompressed by an interceptor of the caller's. */
  GZIP(Shape.of(String.class), MediaType.TEXT_PLAIN + ";charset=UTF-8") {
    @Override
    byte[] sent() {
      return Bytes.gzipped(TEXT.getBytes(UTF_8));
    }

    @Override
    boolean isIt(Object got) {
      return TEXT.equals(got);
    }
  };

  private static final int LARGE = 200_000;
  private static final String TEXT = "Größe ".repeat(1000);

  final TypeDescription.Generic type;
  final String mediaType;

  Answer(TypeDescription.Generic type, String mediaType) {
    this.type = type;
    this.mediaType = mediaType;
  }

  int status() {
    return 200;
  }

  /** Gives what the server sends in the end. */
  abstract byte[] sent();

  /** Says whether there are methods that wait for it; events have no way to come to those. */
  boolean isAwaited() {
    return this != EVENTS;
  }

  /** Says whether there are methods that promise it; RESTEasy makes a promised Void of 204 only. */
  boolean isPromised() {
    return this != VOID;
  }

  /** Says whether the caller got it. */
  abstract boolean isIt(Object got) throws IOException;
}
