package io.mpoauth2.it.retry;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;

/** What a caller sends. */
public enum Body {
  /** The only one that goes with a GET. */
  NONE(TypeDescription.Generic.VOID, MediaType.WILDCARD) {
    @Override
    Object value() {
      throw new IllegalStateException("there is none");
    }

    @Override
    boolean isReceived(byte[] received) {
      return received.length == 0;
    }
  },
  JSON(Shape.of(Item.class), MediaType.APPLICATION_JSON) {
    @Override
    Object value() {
      return Item.sample();
    }

    @Override
    boolean isReceived(byte[] received) {
      return new String(received, UTF_8).replaceAll("\\s", "").equals(Item.JSON);
    }
  },
  FORM(Shape.of(Form.class), MediaType.APPLICATION_FORM_URLENCODED) {
    @Override
    Object value() {
      return new Form("title", "a b&c").param("count", "7");
    }

    @Override
    boolean isReceived(byte[] received) {
      return new String(received, UTF_8).equals("title=a+b%26c&count=7");
    }
  },
  STRING(Shape.of(String.class), MediaType.TEXT_PLAIN + ";charset=UTF-8") {
    @Override
    Object value() {
      return "Größe";
    }

    @Override
    boolean isReceived(byte[] received) {
      return Arrays.equals(received, "Größe".getBytes(UTF_8));
    }
  },
  BYTES(Shape.of(byte[].class), MediaType.APPLICATION_OCTET_STREAM) {
    @Override
    Object value() {
      return Bytes.random(LARGE);
    }
  },
  /** Can be read once. */
  INPUT_STREAM(Shape.of(InputStream.class), MediaType.APPLICATION_OCTET_STREAM) {
    @Override
    Object value() {
      return new ByteArrayInputStream(Bytes.random(LARGE));
    }
  },
  STREAMING_OUTPUT(Shape.of(StreamingOutput.class), MediaType.APPLICATION_OCTET_STREAM) {
    @Override
    Object value() {
      return (StreamingOutput) out -> out.write(Bytes.random(LARGE));
    }
  },
  FILE(Shape.of(File.class), MediaType.APPLICATION_OCTET_STREAM) {
    @Override
    Object value() throws IOException {
      Path file = Files.createTempFile("body", ".bin");
      Files.write(file, Bytes.random(LARGE));
      file.toFile().deleteOnExit();
      return file.toFile();
    }
  },
  MULTIPART(Shape.listOf(EntityPart.class), MediaType.MULTIPART_FORM_DATA) {
    @Override
    Object value() throws IOException {
      return List.of(
          EntityPart.withName("title")
              .content("Größe")
              .mediaType("text/plain;charset=UTF-8")
              .build(),
          EntityPart.withName("file")
              .fileName("file.bin")
              .content(new ByteArrayInputStream(Bytes.random(SMALL)))
              .mediaType(MediaType.APPLICATION_OCTET_STREAM_TYPE)
              .build());
    }

    /** The boundary is the runtime's, so only the parts can be looked for. */
    @Override
    boolean isReceived(byte[] received) {
      String text = new String(received, java.nio.charset.StandardCharsets.ISO_8859_1);
      return text.contains(latin("Größe".getBytes(UTF_8)))
          && text.contains(latin(Bytes.random(SMALL)));
    }

    private String latin(byte[] bytes) {
      return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    }
  },
  /** Compressed by an interceptor of the caller's. */
  GZIP(Shape.of(String.class), MediaType.TEXT_PLAIN + ";charset=UTF-8") {
    @Override
    Object value() {
      return TEXT;
    }

    @Override
    boolean isReceived(byte[] received) {
      return Arrays.equals(received, Bytes.gzipped(TEXT.getBytes(UTF_8)));
    }
  };

  private static final int SMALL = 1_000;
  private static final int LARGE = 200_000;
  private static final String TEXT = "Größe ".repeat(1000);

  final TypeDescription.Generic type;
  final String mediaType;

  Body(TypeDescription.Generic type, String mediaType) {
    this.type = type;
    this.mediaType = mediaType;
  }

  /** Gives what the caller hands over, a new one each time. */
  abstract Object value() throws IOException;

  /** Says whether the server received just what was to be sent. */
  boolean isReceived(byte[] received) {
    return Arrays.equals(received, Bytes.random(LARGE));
  }
}
