/**
 * Who is told what happens? {@link io.mpoauth2.client.token.TokenListener}s, each in its own time,
 * and whatever they throw stays here.
 *
 * <p>{@code ClientWatch} is one client and scope set as those see it who watch; {@code Onlookers}
 * are the listeners that watched something begin, with what each wanted to keep of that moment. A
 * {@code LateListener} is made when there is something to tell it; a {@code PromptListener} is the
 * library's own, told on the spot; the {@code …Told} are the events, each a {@code ToldEvent}.
 *
 * <p>Depends on {@code token} and {@code token.operation}. Not exported; every other package may
 * use it, but for {@code token}.
 */
@NullMarked
package io.mpoauth2.client.token.watch;

import org.jspecify.annotations.NullMarked;
