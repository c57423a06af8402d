package io.mpoauth2.it.core;

import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;

/**
 * Stands for what encrypts, signs and decrypts: a body that passes twice is readable again, and the
 * API would take it for the true one.
 */
final class ReversingInterceptor implements WriterInterceptor, ReaderInterceptor {
  /** Has the digest of what is sent, a line for each pass. */
  private static final String DIGEST = "X-Digest";

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    OutputStream wire = context.getOutputStream();
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    context.setOutputStream(plain);
    context.proceed();
    byte[] sealed = reversed(plain.toByteArray());
    context.getHeaders().add(DIGEST, digest(sealed));
    wire.write(sealed);
    context.setOutputStream(wire);
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    byte[] sealed = context.getInputStream().readAllBytes();
    context.setInputStream(new ByteArrayInputStream(reversed(sealed)));
    return context.proceed();
  }

  static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  static String digest(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return Long.toHexString(crc.getValue());
  }
}
