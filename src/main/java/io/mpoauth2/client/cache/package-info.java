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
 * <p>A failure begins a {@code Cooldown}; a token is a {@code Generation}, which knows its span.
 * {@link io.mpoauth2.client.cache.RefreshPolicy} has the answers to all questions of time.
 *
 * <p>Depends on {@code token} alone. Not exported.
 */
@NullMarked
package io.mpoauth2.client.cache;

import org.jspecify.annotations.NullMarked;
