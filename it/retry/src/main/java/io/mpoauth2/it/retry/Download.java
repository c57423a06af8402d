package io.mpoauth2.it.retry;

import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** An answer that nobody wants in memory, after a refusal. */
public final class Download {
  /** How long it is. */
  public static final int MEGABYTES = 200;

  private static final int MEGABYTE = 1 << 20;

  private Download() {}

  /** The API's way to be asked. */
  @Path("/download")
  public interface Large {
    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    InputStream get();
  }

  /**
   * What came of it.
   *
   * @param megabytes how many arrived
   * @param heap by how many megabytes the heap in use grew meanwhile, at most
   */
  public record Figures(long megabytes, long heap) {}

  /** Reads it to its end over a client that a builder with an address gives. */
  public static Figures read(RestClientBuilder builder) throws Exception {
    Large api =
        builder
            .readTimeout(20, TimeUnit.SECONDS)
            .register(new BearerTokenFilter(new NumberedTokens()))
            .build(Large.class);
    long before = Load.heap();
    long most = before;
    long read = 0;
    try (AutoCloseable closed = (AutoCloseable) api;
        InputStream answer = api.get()) {
      byte[] part = new byte[MEGABYTE];
      for (int length; (length = answer.readNBytes(part, 0, MEGABYTE)) > 0; ) {
        read += length;
        if (read % (40 * MEGABYTE) == 0) {
          most = Math.max(most, Load.heap());
        }
      }
    }
    return new Figures(read / MEGABYTE, (most - before) / MEGABYTE);
  }
}
