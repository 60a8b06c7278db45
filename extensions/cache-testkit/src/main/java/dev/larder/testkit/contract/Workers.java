package dev.larder.testkit.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The threads of one test. All waits are bounded, and no thread outlives the test. */
final class Workers implements AutoCloseable {
  private final Duration patience;
  private final List<Task<?>> tasks = new ArrayList<>();

  Workers(Duration patience) {
    this.patience = patience;
  }

  /** Starts a thread that does the work. */
  <T extends @Nullable Object> Task<T> start(Callable<T> work) {
    Task<T> task = new Task<>(work, patience);
    tasks.add(task);
    task.start();
    return task;
  }

  /** Starts a thread that does the work. */
  Task<@Nullable Void> run(Runnable work) {
    return start(
        () -> {
          work.run();
          return null;
        });
  }

  /** Starts that many threads that do the same. */
  <T extends @Nullable Object> List<Task<T>> start(int threads, Callable<T> work) {
    return IntStream.range(0, threads).mapToObj(i -> start(work)).toList();
  }

  /** Does the work in another thread and fails if that has to wait for anybody. */
  <T extends @Nullable Object> T now(Callable<T> work) {
    return start(work).get();
  }

  /** Does the work in another thread and fails if that has to wait for anybody. */
  void runNow(Runnable work) {
    run(work).get();
  }

  @Override
  public void close() {
    tasks.forEach(Task::interrupt);
    long end = System.nanoTime() + patience.toNanos();
    for (Task<?> task : tasks) {
      task.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }
  }
}
