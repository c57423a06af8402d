package io.mpoauth2.client.jaxrs;

import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.OwnProvider;

/**
 * What somebody can change about the settings of calls, and where: advice that has an effect.
 *
 * @param log names the client's properties
 * @param source where the settings of calls come from
 */
record Advice(ClientLog log, Source source) {

  /** Where the settings of calls come from. */
  enum Source {
    /** From nowhere: the filter was made without. */
    DEFAULTS,

    /** From the client's configuration, unless somebody made them in code. */
    CONFIGURATION,

    /** From code, as the tokens do. */
    CODE
  }

  /** Says where the settings of a filter come from that was made with some. */
  static Advice of(Object provider) {
    return new Advice(
        ClientLog.of(provider),
        provider instanceof OwnProvider ? Source.CONFIGURATION : Source.CODE);
  }

  /** Says what the origins are that calls may go to. */
  String allowedOrigins() {
    return switch (source) {
      case CONFIGURATION -> log.property("allowed-origins") + inCode();
      case DEFAULTS, CODE -> "the allowed origins of the filter's CallSettings";
    };
  }

  /** Says how the token may go over http. */
  String http() {
    return switch (source) {
      case CONFIGURATION ->
          "name the origin in "
              + log.property("allowed-origins")
              + ", or set "
              + log.property("allow-http")
              + "=true"
              + inCode();
      case DEFAULTS ->
          "or make the filter with CallSettings that allow it: those of"
              + " TokenProviders.callSettings, say, which are the configured ones";
      case CODE -> "or make the filter with CallSettings that allow the origin or http";
    };
  }

  private static String inCode() {
    return " (or the like in CallSettings that were made in code)";
  }
}
