package io.mpoauth2.it.core;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Stands for an exception mapper of the user's, and takes no answer for an error. */
record WatchingMapper(Stage stage) implements ResponseExceptionMapper<RuntimeException> {
  @Override
  public boolean handles(int status, MultivaluedMap<String, Object> headers) {
    stage.saw("mapper " + status);
    return false;
  }

  @Override
  public RuntimeException toThrowable(Response response) {
    throw new AssertionError("not asked for");
  }
}
