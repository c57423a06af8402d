package io.mpoauth2.client.token.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rule 3: whose threads they are, and what they see. */
class LibraryThreadsTest {
  private final Thread maker = Thread.currentThread();
  private final ClassLoader before = maker.getContextClassLoader();

  @AfterEach
  void put_the_class_loader_back() {
    maker.setContextClassLoader(before);
  }

  @Test
  void they_are_daemons_with_the_librarys_name_whoever_asks_for_one() throws Exception {
    CompletableFuture<Thread> made = new CompletableFuture<>();
    Thread noDaemon =
        new Thread(() -> made.complete(LibraryThreads.named("flight").newThread(() -> {})));
    noDaemon.setDaemon(false);
    noDaemon.start();

    Thread thread = made.get(20, TimeUnit.SECONDS);

    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getName()).isEqualTo("mp-oauth2-client-flight");
  }

  @Test
  void they_see_what_their_maker_sees() throws Exception {
    try (URLClassLoader application = new URLClassLoader(new URL[0], before)) {
      assertThat(loaderIfMadeWith(application)).isSameAs(application);
    }
  }

  @Test
  void where_the_maker_sees_no_application_they_see_what_the_library_sees() {
    ClassLoader own = LibraryThreads.class.getClassLoader();

    assertThat(loaderIfMadeWith(null)).isSameAs(own);
    assertThat(loaderIfMadeWith(ClassLoader.getSystemClassLoader())).isSameAs(own);
  }

  @Test
  void no_work_waits_for_other_work() throws Exception {
    ExecutorService threads = LibraryThreads.named("test").unbounded();
    CompletableFuture<Void> last = new CompletableFuture<>();
    for (int number = 0; number < 20; number++) {
      threads.execute(last::join);
    }

    threads.execute(() -> last.complete(null));

    last.get(20, TimeUnit.SECONDS);
  }

  @Test
  void they_refuse_only_when_they_were_shut_down() {
    ExecutorService threads = LibraryThreads.named("test").unbounded();

    threads.shutdown();

    Assertions.assertThatThrownBy(() -> threads.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void they_have_none_of_the_thread_locals_of_who_asked() throws Exception {
    InheritableThreadLocal<String> local = new InheritableThreadLocal<>();
    local.set("the caller's");
    CompletableFuture<@Nullable String> seen = new CompletableFuture<>();

    LibraryThreads.named("test").unbounded().execute(() -> seen.complete(local.get()));

    assertThat(seen.get(20, TimeUnit.SECONDS)).isNull();
    local.remove();
  }

  private @Nullable ClassLoader loaderIfMadeWith(@Nullable ClassLoader callers) {
    maker.setContextClassLoader(callers);
    return LibraryThreads.named("test").newThread(() -> {}).getContextClassLoader();
  }
}
