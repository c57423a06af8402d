package io.mpoauth2.sandbox;

/**
 * How many requests there were since the start or the last reset.
 *
 * @param tokenRequests requests to the token endpoint, answered or not
 * @param apiRequests requests to anything else but the controls
 * @param apiUnauthorized those of the {@code apiRequests} that got a 401
 */
public record Counters(int tokenRequests, int apiRequests, int apiUnauthorized) {}
