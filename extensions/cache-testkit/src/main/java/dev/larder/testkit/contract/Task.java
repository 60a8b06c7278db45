package dev.larder.testkit.contract;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One thread of a test and what becomes of it. */
final class Task<T extends @Nullable Object> {
  private static final long STEADY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final CompletableFuture<T> outcome = new CompletableFuture<>();
  private final Thread thread;
  private final Duration patience;
  private volatile boolean interruptedAtEnd;

  Task(Callable<T> work, Duration patience) {
    this.patience = patience;
    this.thread = new Thread(() -> complete(work), "contract-test");
    thread.setDaemon(true);
  }

  private void complete(Callable<T> work) {
    try {
      T result = work.call();
      interruptedAtEnd = Thread.currentThread().isInterrupted();
      outcome.complete(result);
    } catch (Throwable e) { // told to the thread of the test
      interruptedAtEnd = Thread.currentThread().isInterrupted();
      outcome.completeExceptionally(e);
    }
  }

  void start() {
    thread.start();
  }

  /** Returns what the work returned; fails if it threw or does not end. */
  T get() {
    try {
      return await();
    } catch (ExecutionException e) {
      throw new AssertionError("the work failed: " + e.getCause(), e.getCause());
    }
  }

  /** Returns what the work threw; fails if it returned or does not end. */
  Throwable failure() {
    try {
      throw new AssertionError("the work did not fail but returned " + await());
    } catch (ExecutionException e) {
      return Objects.requireNonNull(e.getCause());
    }
  }

  private T await() throws ExecutionException {
    try {
      return outcome.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      AssertionError stuck = new AssertionError("the work did not end within " + patience);
      stuck.setStackTrace(thread.getStackTrace());
      throw new AssertionError("stuck", stuck);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("the test was interrupted", e);
    }
  }

  boolean isDone() {
    return outcome.isDone();
  }

  /** Returns whether the interrupt flag was set when the work had ended. */
  boolean wasInterruptedAtEnd() {
    return interruptedAtEnd;
  }

  void interrupt() {
    thread.interrupt();
  }

  /**
   * Waits until the thread waits for another one: parked or blocked for some milliseconds on end,
   * and not in the queue of a lock, which some other thread holds for a moment only.
   */
  void awaitBlocked() {
    long end = System.nanoTime() + patience.toNanos();
    long since = System.nanoTime();
    while (System.nanoTime() - since < STEADY_NANOS) {
      if (outcome.isDone()) {
        throw new AssertionError("the work was expected to wait but ended: " + outcome);
      }
      if (!isBlocked()) {
        since = System.nanoTime();
      }
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("the work was expected to wait but is " + thread.getState());
      }
      Thread.onSpinWait();
    }
  }

  private boolean isBlocked() {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING ->
          !(LockSupport.getBlocker(thread) instanceof AbstractOwnableSynchronizer);
      case BLOCKED -> true;
      case NEW, RUNNABLE, TERMINATED -> false;
    };
  }

  /** Waits for the thread's end. */
  void join(Duration longest) {
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, longest.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      AssertionError stuck = new AssertionError("the thread does not end");
      stuck.setStackTrace(thread.getStackTrace());
      throw new AssertionError("stuck", stuck);
    }
  }
}
