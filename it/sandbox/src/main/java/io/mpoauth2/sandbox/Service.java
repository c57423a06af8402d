package io.mpoauth2.sandbox;

import java.net.URI;
import java.util.function.LongSupplier;

/** Everything a client of the sandbox sees, with its state. A reset is simply a new one. */
final class Service implements Endpoint {
  private final AccessTokens accessTokens;
  private final TokenEndpoint tokenEndpoint;
  private final BearerGate gate;
  private final RequestLog log = new RequestLog();
  private final Routes api = new Routes();

  Service(RegisteredClient client, LongSupplier nanoClock, URI issuer) {
    this(client, new AccessTokens(nanoClock), issuer);
  }

  /** Has tokens that were issued before. */
  Service(RegisteredClient client, AccessTokens accessTokens, URI issuer) {
    this.accessTokens = accessTokens;
    tokenEndpoint = new TokenEndpoint(client, accessTokens, issuer);
    gate = new BearerGate(accessTokens);
    new Documents().addTo(api, gate);
    new IdentificationSessions().addTo(api, gate);
    Orders.addTo(api, gate);
    api.on("POST", "/echo", gate.valid(new Echo()));
  }

  /** Logs before the answer leaves: a client that has its answer finds its request in the log. */
  @Override
  public Answer answer(Call call) {
    Answer answer =
        call.path().equals(TokenEndpoint.PATH) ? tokenEndpoint.answer(call) : api.answer(call);
    log.add(LoggedRequest.of(call, answer));
    return answer;
  }

  AccessTokens accessTokens() {
    return accessTokens;
  }

  TokenEndpoint tokenEndpoint() {
    return tokenEndpoint;
  }

  BearerGate gate() {
    return gate;
  }

  RequestLog log() {
    return log;
  }
}
