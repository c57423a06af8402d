package io.mpoauth2.it.retry;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** The caller's own idea of what to do about an error; counts those that it is asked about. */
public final class Refusals implements ResponseExceptionMapper<WebApplicationException> {
  final AtomicInteger seen = new AtomicInteger();

  @Override
  public WebApplicationException toThrowable(Response response) {
    seen.incrementAndGet();
    return new WebApplicationException(response);
  }
}
