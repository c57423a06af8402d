package io.mpoauth2.client.endpoint.transport;

import io.mpoauth2.client.endpoint.transport.NoAnswerException.Missing;
import java.io.IOException;

/** How the transport fails, without a network. */
public final class Diagnosed {
  private Diagnosed() {}

  /** What it makes of an exception of the JDK. */
  public static NoAnswerException of(IOException failure) {
    return Diagnosis.of(failure);
  }

  /** What it finds out by itself. */
  public static NoAnswerException as(Missing missing, String detail) {
    return new NoAnswerException(missing, detail);
  }
}
