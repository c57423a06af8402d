/**
 * When do we have a token? The way of a call:
 *
 * <ol>
 *   <li>{@link io.mpoauth2.client.cache.CachedTokenProvider} gives the token in {@code State}, if
 *       it can be used, and has it renewed, if it is time for that.
 *   <li>Else a caller waits ({@code Waiting}) or gets a stage ({@code PendingStage}); {@code
 *       Flights} gives it the one {@code Flight} there is, or starts it.
 *   <li>On the flight's thread {@code TokenFetch} reads the settings and sends the request; {@code
 *       Deadlines} ends what takes too long.
 *   <li>{@code Landing} stores what came of it, and frees the {@code Slot} in the same step; then
 *       waiting callers are released, and stages after them ({@code StageCompletion}).
 * </ol>
 *
 * <p>A renewal is the same flight with nobody waiting, and the old token serves meanwhile. For a
 * token that an API refused, {@code replace} gives the one that has taken its place, or else a
 * flight that is told of the refused one brings another. What comes of it has a span, in which it
 * is not replaced in turn: an API that refuses every token must not cost a token request per call.
 *
 * <p>All that threads share is a {@code State}, which the slot keeps; in it a token is a {@code
 * Generation}, and failures in a row are a {@code Cooldown}, in which callers get the last failure
 * ({@code Failures}). While it holds, a flight only looks whether the settings have changed. {@link
 * io.mpoauth2.client.cache.RefreshPolicy} has the answers to all questions of time, as a token's
 * {@code Freshness}; {@code Clock} tells the time. {@link io.mpoauth2.client.cache.Threads} says
 * what runs where, {@link io.mpoauth2.client.cache.DaemonThreads} are an application's. What came
 * of a flight is told by {@code FlightReport} to those who watch, of whom one is the {@code
 * TokenRequestLog}.
 *
 * <p>Depends on {@code token} and its subfolders alone. Not exported.
 */
@NullMarked
package io.mpoauth2.client.cache;

import org.jspecify.annotations.NullMarked;
