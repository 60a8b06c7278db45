package dev.larder.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads that begin together. */
final class Crew implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final ExecutorService threads;
  private final CyclicBarrier barrier;

  Crew(int size) {
    threads =
        Executors.newFixedThreadPool(
            size,
            task -> {
              Thread thread = new Thread(task, "crew");
              thread.setDaemon(true);
              return thread;
            });
    barrier = new CyclicBarrier(size);
  }

  /** Runs the tasks, one for each thread, and returns what they return. */
  <T> List<T> run(List<Callable<T>> tasks) {
    if (tasks.size() != barrier.getParties()) {
      throw new IllegalArgumentException(tasks.size() + " tasks for " + barrier.getParties());
    }
    List<Future<T>> futures = new ArrayList<>();
    for (Callable<T> task : tasks) {
      futures.add(threads.submit(() -> await(task)));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(result(future));
    }
    return results;
  }

  private <T> T await(Callable<T> task) throws Exception {
    try {
      barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("another thread did not begin", e);
    }
    return task.call();
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a thread failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
