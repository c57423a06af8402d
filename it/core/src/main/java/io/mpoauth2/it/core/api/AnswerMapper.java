package io.mpoauth2.it.core.api;

import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Makes the status that it is shown the only thing a caller sees. */
public final class AnswerMapper implements ResponseExceptionMapper<AnswerMapper.Answered> {
  @Override
  public Answered toThrowable(Response response) {
    return new Answered(response.getStatus());
  }

  /** The answer, by its status. */
  public static final class Answered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Answered(int status) {
      super("the mapper was shown a " + status);
      this.status = status;
    }

    public int status() {
      return status;
    }
  }
}
