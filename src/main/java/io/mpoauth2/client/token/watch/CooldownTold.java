package io.mpoauth2.client.token.watch;

import io.mpoauth2.client.token.CooldownEvent;
import io.mpoauth2.client.token.TokenException;
import java.time.Instant;

/**
 * A cooldown that has begun, or is over.
 *
 * @param told whose it is
 * @param failures how many requests failed in a row
 * @param since when the first one failed
 * @param until when the next one may be sent, or was
 * @param failure why the last one failed
 */
public record CooldownTold(
    Told told, int failures, Instant since, Instant until, TokenException failure)
    implements CooldownEvent, ToldEvent {}
