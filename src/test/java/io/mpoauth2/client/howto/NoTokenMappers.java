package io.mpoauth2.client.howto;

import io.mpoauth2.client.config.InvalidSettingsException;
import io.mpoauth2.client.jaxrs.OriginNotAllowedException;
import io.mpoauth2.client.token.TokenException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One for each type that may arrive: a server takes the mapper of the type itself. */
public final class NoTokenMappers {
  private static final Logger LOG = Logger.getLogger(NoTokenMappers.class.getName());

  private NoTokenMappers() {}

  @Provider
  public static class OfCalls implements ExceptionMapper<ProcessingException> {
    @Override
    public Response toResponse(ProcessingException failure) {
      return logged(failure);
    }
  }

  @Provider
  public static class OfTokens implements ExceptionMapper<TokenException> {
    @Override
    public Response toResponse(TokenException failure) {
      return logged(failure);
    }
  }

  @Provider
  public static class OfSettings implements ExceptionMapper<InvalidSettingsException> {
    @Override
    public Response toResponse(InvalidSettingsException failure) {
      return logged(failure);
    }
  }

  @Provider
  public static class OfOrigins implements ExceptionMapper<OriginNotAllowedException> {
    @Override
    public Response toResponse(OriginNotAllowedException failure) {
      return logged(failure);
    }
  }

  private static Response logged(RuntimeException failure) {
    // Nobody else logs it, now that it has an answer.
    LOG.log(Level.WARNING, "A call failed", failure);
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TokenException) {
        return Response.status(503).entity("try again later").build();
      }
    }
    return Response.serverError().build();
  }
}
