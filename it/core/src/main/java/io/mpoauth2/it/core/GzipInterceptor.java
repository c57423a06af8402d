package io.mpoauth2.it.core;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The pair that Jakarta REST's own documentation has, in one class. */
final class GzipInterceptor implements WriterInterceptor, ReaderInterceptor {
  static final String GZIP = "gzip";

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    context.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, GZIP);
    OutputStream wire = context.getOutputStream();
    GZIPOutputStream zip = new GZIPOutputStream(wire);
    context.setOutputStream(zip);
    context.proceed();
    zip.finish();
    context.setOutputStream(wire);
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (GZIP.equals(context.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING))) {
      context.setInputStream(new GZIPInputStream(context.getInputStream()));
    }
    return context.proceed();
  }

  static byte[] zipped(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }
}
