package io.mpoauth2.it;

import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Stands for encryption and a signature: both directions reversed, and a header of what is sent.
 */
final class Reversing implements WriterInterceptor, ReaderInterceptor {
  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    OutputStream out = context.getOutputStream();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    context.setOutputStream(body);
    context.proceed();
    context.getHeaders().add("X-Digest", "of-" + body.size());
    out.write(reversed(body.toByteArray()));
    context.setOutputStream(out);
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    byte[] plain = reversed(context.getInputStream().readAllBytes());
    context.setInputStream(new ByteArrayInputStream(plain));
    return context.proceed();
  }

  static byte[] reversed(byte[] bytes) {
    byte[] back = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      back[bytes.length - 1 - i] = bytes[i];
    }
    return back;
  }
}
