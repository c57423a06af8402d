package io.mpoauth2.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The methods of {@link Sandbox} over HTTP, for tests that run inside a server. */
final class Controls {
  static final String PATH = "/sandbox/";
  static final String STOP = PATH + "stop";

  private Controls() {}

  static Routes of(Sandbox sandbox) {
    return new Routes()
        .on("GET", PATH + "health", call -> Answer.json(200, Map.of("status", "UP")))
        .on("GET", PATH + "counters", call -> Answer.json(200, sandbox.counters()))
        .on("GET", PATH + "requests", call -> Answer.json(200, sandbox.requests()))
        .on("POST", PATH + "revoke", done(call -> sandbox.revokeTokens()))
        .on("POST", PATH + "secret", done(call -> sandbox.changeSecret(call.text())))
        .on("POST", PATH + "keys", done(call -> sandbox.changeKeys(call.text())))
        .on("POST", PATH + "expires-in", done(call -> sandbox.expiresIn(seconds(call))))
        .on("POST", PATH + "token-delay", done(call -> sandbox.delayTokens(millis(call))))
        .on("POST", PATH + "token-fault", done(call -> fault(sandbox, call)))
        .on("POST", PATH + "refuse-all", done(call -> sandbox.refuseAllTokens(flag(call))))
        .on("POST", PATH + "challenge", done(call -> sandbox.addChallenge(call.text().strip())))
        .on("PUT", PATH + "challenge", done(call -> sandbox.replaceChallenges(lines(call))))
        .on("POST", PATH + "reset", done(call -> sandbox.reset()))
        // The server ends behind the answer to this: see JettyFront.
        .on("POST", STOP, done(call -> {}));
  }

  private static Endpoint done(Consumer<Call> control) {
    return call -> {
      try {
        control.accept(call);
        return Answer.noContent();
      } catch (IllegalArgumentException wrong) {
        throw new Problem(400, String.valueOf(wrong.getMessage()));
      }
    };
  }

  private static void fault(Sandbox sandbox, Call call) {
    TokenFault fault = TokenFault.from(Json.object(call.body()));
    if (fault == null) {
      sandbox.healTokenEndpoint();
    } else {
      sandbox.failTokenRequests(fault);
    }
  }

  private static Duration seconds(Call call) {
    return Duration.ofSeconds(number(call));
  }

  private static Duration millis(Call call) {
    return Duration.ofMillis(number(call));
  }

  /** An int, so that no arithmetic with it overflows. */
  private static int number(Call call) {
    return Integer.parseInt(call.text().strip());
  }

  private static boolean flag(Call call) {
    return switch (call.text().strip()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("true or false");
    };
  }

  private static List<String> lines(Call call) {
    return call.text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
