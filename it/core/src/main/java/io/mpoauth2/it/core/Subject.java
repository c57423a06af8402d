package io.mpoauth2.it.core;

import io.mpoauth2.it.core.api.Calls;
import jakarta.ws.rs.core.Configurable;
import java.time.Duration;

/** A client of the user's, before and after it is made. */
interface Subject extends AutoCloseable {
  /** Gives what is set up. */
  Configurable<?> client();

  /** Sets how long an answer may take. */
  void readTimeout(Duration longest);

  /** Makes the client, which has our filter, and gives its calls. */
  Calls calls(LoopbackApi api);

  @Override
  void close();
}
