package io.mpoauth2.it.core;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Stands for what encrypts by a stream of its own: sends each letter's successor. */
final class ShiftingFilter implements ClientRequestFilter {
  @Override
  public void filter(ClientRequestContext request) {
    OutputStream wire = request.getEntityStream();
    request.setEntityStream(
        new FilterOutputStream(wire) {
          @Override
          public void write(int letter) throws IOException {
            out.write(letter + 1);
          }
        });
  }
}
