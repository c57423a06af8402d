package io.mpoauth2.it.retry;

import io.mpoauth2.client.jaxrs.BearerTokenFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.JMException;
import javax.management.ObjectName;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Many calls at a time, each of them refused once. */
public final class Load {
  static final int BODY = 64 * 1024;

  private static final int THREADS = 8;
  private static final int WARM_UP = 500;

  private final AtomicInteger numbers = new AtomicInteger();
  private final byte[] body = Bytes.random(BODY);

  /** The API's way to be asked. */
  @Path("/load")
  public interface Loaded {
    @POST
    @Path("{number}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    String post(@PathParam("number") int number, byte[] body);
  }

  /**
   * What came of it.
   *
   * @param problems what went wrong, at most some of it
   * @param files how many more files and sockets the process has open than after the warm-up
   * @param kilobytes how much more of the heap is in use than after the warm-up
   */
  public record Figures(List<String> problems, long files, long kilobytes) {}

  /** Makes the calls over a client that a builder with an address gives. */
  public Figures make(int calls, RestClientBuilder builder) throws Exception {
    Loaded api =
        builder
            .connectTimeout(20, TimeUnit.SECONDS)
            .readTimeout(20, TimeUnit.SECONDS)
            .register(new BearerTokenFilter(new NumberedTokens()))
            .build(Loaded.class);
    try (AutoCloseable closed = (AutoCloseable) api) {
      List<String> problems = new ArrayList<>(make(WARM_UP, api));
      long filesBefore = openFiles();
      long heapBefore = heap();
      problems.addAll(make(calls, api));
      return new Figures(problems, openFiles() - filesBefore, (heap() - heapBefore) / 1024);
    }
  }

  private List<String> make(int calls, Loaded api) throws InterruptedException {
    ConcurrentLinkedQueue<String> problems = new ConcurrentLinkedQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Void>> all = new ArrayList<>();
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      for (int i = 0; i < THREADS; i++) {
        all.add(
            () -> {
              Thread.currentThread().setContextClassLoader(loader);
              for (int call = 0; call < calls / THREADS && problems.size() < 10; call++) {
                call(api, problems);
              }
              return null;
            });
      }
      threads.invokeAll(all, 10, TimeUnit.MINUTES);
    } finally {
      threads.shutdownNow();
    }
    return List.copyOf(problems);
  }

  private void call(Loaded api, ConcurrentLinkedQueue<String> problems) {
    int number = numbers.incrementAndGet();
    try {
      String answer = api.post(number, body);
      if (!answer.equals("twice")) {
        problems.add(number + ": " + answer);
      }
    } catch (RuntimeException e) {
      problems.add(number + ": " + e);
    }
  }

  private static long openFiles() throws JMException {
    ObjectName system = new ObjectName("java.lang:type=OperatingSystem");
    return (Long)
        ManagementFactory.getPlatformMBeanServer().getAttribute(system, "OpenFileDescriptorCount");
  }

  static long heap() throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      System.gc();
      // For what is only collected once a reference has been handled.
      Thread.sleep(50);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
