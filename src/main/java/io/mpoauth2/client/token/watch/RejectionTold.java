package io.mpoauth2.client.token.watch;

import io.mpoauth2.client.token.AccessToken;
import io.mpoauth2.client.token.TokenRejectionEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An API's refusal of a token, seen to.
 *
 * @param told whose token it was
 * @param outcome what became of the request
 * @param reason why it was not sent again, or in vain; empty where it was recovered
 * @param rejected the request and its answer
 * @param again the request that was sent once more, null if none was
 */
public record RejectionTold(
    Told told, Outcome outcome, String reason, Rejected rejected, @Nullable Second again)
    implements TokenRejectionEvent, ToldEvent {

  /**
   * A request that was refused.
   *
   * @param method its method
   * @param uri where it went, as a {@link PublicUri}
   * @param status of the answer
   * @param token what it carried
   */
  public record Rejected(String method, URI uri, int status, AccessToken token) {}

  /**
   * The same request with another token.
   *
   * @param status of its answer, zero if there is none
   * @param failed the class of what there was instead, or null
   * @param startedAt when it was sent
   * @param duration until its answer was there
   */
  public record Second(int status, @Nullable String failed, Instant startedAt, Duration duration)
      implements SecondRequest {
    @Override
    public Optional<String> failure() {
      return Optional.ofNullable(failed);
    }
  }

  @Override
  public String method() {
    return rejected.method();
  }

  @Override
  public URI api() {
    return rejected.uri();
  }

  @Override
  public int status() {
    return rejected.status();
  }

  @Override
  public String fingerprint() {
    return rejected.token().fingerprint();
  }

  @Override
  public Optional<SecondRequest> second() {
    return Optional.ofNullable(again);
  }
}
