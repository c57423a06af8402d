package io.mpoauth2.it.retry;

import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Interceptors of the caller's own; they count what they see. */
public final class Gzip {
  private Gzip() {}

  /** Compresses what is sent. */
  public static final class Compression implements WriterInterceptor {
    final AtomicInteger seen = new AtomicInteger();

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      seen.incrementAndGet();
      context.getHeaders().putSingle("Content-Encoding", "gzip");
      OutputStream plain = context.getOutputStream();
      GZIPOutputStream compressed = new GZIPOutputStream(plain);
      context.setOutputStream(compressed);
      try {
        context.proceed();
      } finally {
        compressed.finish();
        context.setOutputStream(plain);
      }
    }
  }

  /** Decompresses what is received, if the server says that it is compressed. */
  public static final class Decompression implements ReaderInterceptor {
    final AtomicInteger seen = new AtomicInteger();

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
      seen.incrementAndGet();
      if ("gzip".equalsIgnoreCase(context.getHeaders().getFirst("Content-Encoding"))) {
        context.getHeaders().remove("Content-Encoding");
        context.setInputStream(new GZIPInputStream(context.getInputStream()));
      }
      return context.proceed();
    }
  }
}
