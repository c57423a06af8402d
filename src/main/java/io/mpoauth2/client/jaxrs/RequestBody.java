package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.CallSettings;
import jakarta.ws.rs.client.ClientRequestContext;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a request's body as it is written, behind all interceptors, up to a limit. Past the limit
 * nothing is kept at all.
 */
final class RequestBody extends FilterOutputStream {
  private final int limit;
  private @Nullable ByteArrayOutputStream kept = new ByteArrayOutputStream(256);

  /** Makes a stream that writes to {@code out} and keeps a copy. */
  RequestBody(OutputStream out, int limit) {
    super(out);
    this.limit = limit;
  }

  /**
   * Has the body kept as it is written; null where nothing will be sent again. Not behind a stream
   * of another filter: what it does to the body would be missing from the second request. For an
   * engine that is not used it is kept all the same: to ask for the engine costs reflection at each
   * request.
   */
  static @Nullable RequestBody of(ClientRequestContext request, CallSettings settings) {
    if (!request.hasEntity()
        || !settings.retryUnauthorized()
        || ResteasyEngine.client(request) == null
        || !ResteasyEngine.isItsOwn(request.getEntityStream())) {
      return null;
    }
    RequestBody body = new RequestBody(request.getEntityStream(), settings.replayBuffer());
    request.setEntityStream(body);
    return body;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    keep(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    keep(bytes, from, length);
  }

  /** Gives the whole body, null if it was too large. */
  byte @Nullable [] bytes() {
    ByteArrayOutputStream all = kept;
    return all == null ? null : all.toByteArray();
  }

  /** Frees the memory as soon as it is clear that nothing is sent again. */
  void forget() {
    kept = null;
  }

  private void keep(byte[] bytes, int from, int length) {
    ByteArrayOutputStream sofar = kept;
    if (sofar == null) {
      return;
    }
    if (length > limit - sofar.size()) {
      kept = null;
    } else {
      sofar.write(bytes, from, length);
    }
  }
}
