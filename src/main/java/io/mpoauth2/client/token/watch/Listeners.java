package io.mpoauth2.client.token.watch;

import io.mpoauth2.client.token.TokenListener;
import io.mpoauth2.client.token.TokenProvider;
import io.mpoauth2.client.token.operation.ClientLog;
import io.mpoauth2.client.token.operation.LibraryThreads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** All listeners of some token providers. Thread-safe. */
public final class Listeners implements AutoCloseable {
  /** Events that a slow listener may be behind. */
  private static final int MOST = 1000;

  private final List<Listener> each;
  private final List<PromptListener> prompt;
  private final List<ExecutorService> threads;

  private Listeners(
      List<Listener> each, List<PromptListener> prompt, List<ExecutorService> threads) {
    this.each = List.copyOf(each);
    this.prompt = List.copyOf(prompt);
    this.threads = List.copyOf(threads);
  }

  /**
   * Gives them with a thread each, but for the library's own.
   *
   * @param listeners who wants to be told
   * @return starts no thread yet
   */
  public static Listeners of(Collection<? extends TokenListener> listeners) {
    List<Listener> each = new ArrayList<>();
    List<PromptListener> prompt = new ArrayList<>();
    List<ExecutorService> threads = new ArrayList<>();
    ClientLog log = ClientLog.ofAll();
    for (TokenListener listener : listeners) {
      if (listener instanceof PromptListener own) {
        prompt.add(own);
        each.add(new Listener(listener, Runnable::run, log));
      } else {
        ExecutorService thread = thread();
        threads.add(thread);
        each.add(new Listener(listener, thread, log));
      }
    }
    return new Listeners(each, prompt, threads);
  }

  Listeners with(PromptListener first) {
    List<Listener> more = new ArrayList<>();
    more.add(new Listener(first, Runnable::run, ClientLog.ofAll()));
    more.addAll(each);
    return new Listeners(more, prompt, List.of());
  }

  void made(TokenProvider provider, String client, Set<String> scope) {
    prompt.forEach(listener -> listener.made(provider, client, scope));
  }

  /** Gives them with what each wants to have of the calling thread. */
  Onlookers watching(String client, Set<String> scope) {
    return new Onlookers(
        each.stream()
            .map(
                listener ->
                    new Onlookers.Onlooker(listener, new Told(client, scope, listener.context())))
            .toList());
  }

  /** Lets each come to the end of what it has been told. */
  @Override
  public void close() {
    threads.forEach(ExecutorService::shutdown);
  }

  /** One event after another. */
  private static ExecutorService thread() {
    ThreadPoolExecutor thread =
        new ThreadPoolExecutor(
            1,
            1,
            LibraryThreads.IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST),
            LibraryThreads.named("listener"),
            Listeners::refuse);
    thread.allowCoreThreadTimeOut(true);
    return thread;
  }

  /** After the end nobody is told any more, which is no failure. */
  private static void refuse(Runnable event, ThreadPoolExecutor thread) {
    if (!thread.isShutdown()) {
      throw new RejectedExecutionException();
    }
  }
}
