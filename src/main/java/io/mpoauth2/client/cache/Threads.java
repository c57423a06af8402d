package io.mpoauth2.client.cache;

import java.util.concurrent.Executor;

/**
 * On which threads a cache does what. Each of them may refuse, and each may lose a task, but for
 * {@code stages}.
 *
 * @param flights runs token requests, each on a thread that nobody else needs
 * @param stages completes the stages of asynchronous callers, which runs their code
 * @param timer ends token requests at their deadline
 */
public record Threads(Executor flights, Executor stages, Timer timer) {}
