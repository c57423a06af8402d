package io.mpoauth2.it.core;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * What a runtime is known to be unable to do, for a reason of its own. Its project says so, with
 * the reason, as {@code runtime.cannot.<what>} in its configuration; then the tests want the
 * documented behaviour instead, and the table has the reason.
 *
 * @param config the runtime's
 */
record Limits(Config config) {
  /** The reason, if there is one. */
  Optional<String> reason(String what) {
    return config.getOptionalValue("runtime.cannot." + what, String.class);
  }
}
