package dev.larder.testkit.contract;

import java.time.Duration;
import java.util.Arrays;
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
  /** Twice the usual: adapters, fakes and a coverage agent need frames of their own. */
  private static final long STACK_BYTES = 2 << 20;

  private static final long STEADY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final CompletableFuture<Ending<T>> ending = new CompletableFuture<>();
  private final Thread thread;
  private final Duration patience;

  /** What the work returned or threw, and whether its thread was interrupted then. */
  private record Ending<T extends @Nullable Object>(
      T result, @Nullable Throwable failure, boolean interrupted) {}

  Task(Callable<T> work, Duration patience) {
    this.patience = patience;
    this.thread = new Thread(null, () -> complete(work), "contract-test", STACK_BYTES);
    thread.setDaemon(true);
  }

  @SuppressWarnings("NullAway") // work that failed has no result
  private void complete(Callable<T> work) {
    T result = null;
    Throwable failure = null;
    try {
      result = work.call();
    } catch (Throwable e) { // told to the thread of the test
      failure = e;
    }
    ending.complete(new Ending<>(result, failure, Thread.currentThread().isInterrupted()));
  }

  void start() {
    thread.start();
  }

  /** Returns what the work returned; fails if it threw or does not end. */
  T get() {
    Ending<T> end = await();
    if (end.failure != null) {
      throw new AssertionError("the work failed: " + end.failure, end.failure);
    }
    return end.result;
  }

  /** Returns what the work threw; fails if it returned or does not end. */
  Throwable failure() {
    Ending<T> end = await();
    if (end.failure == null) {
      throw new AssertionError("the work did not fail but returned " + end.result);
    }
    return end.failure;
  }

  /** Returns whether the interrupt flag was set when the work had ended. */
  boolean wasInterruptedAtEnd() {
    return await().interrupted;
  }

  private Ending<T> await() {
    try {
      return ending.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw stuck("the work did not end within " + patience);
    } catch (ExecutionException e) {
      throw new AssertionError("an ending is never a failure", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("the test was interrupted", e);
    }
  }

  private AssertionError stuck(String message) {
    AssertionError where = new AssertionError(thread.getState().toString());
    where.setStackTrace(thread.getStackTrace());
    return new AssertionError(message, where);
  }

  boolean isDone() {
    return ending.isDone();
  }

  void interrupt() {
    thread.interrupt();
  }

  /**
   * Waits until the thread waits for another one: parked or blocked for some milliseconds on end,
   * and neither in the queue of a lock, which some other thread holds for a moment only, nor
   * loading classes.
   */
  void awaitBlocked() {
    long end = System.nanoTime() + patience.toNanos();
    long since = System.nanoTime();
    while (System.nanoTime() - since < STEADY_NANOS) {
      if (ending.isDone()) {
        throw new AssertionError("the work was expected to wait but ended: " + ending.getNow(null));
      }
      if (!isBlocked()) {
        since = System.nanoTime();
      }
      if (System.nanoTime() - end > 0) {
        throw stuck("the work was expected to wait");
      }
      Thread.onSpinWait();
    }
  }

  private boolean isBlocked() {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING ->
          !(LockSupport.getBlocker(thread) instanceof AbstractOwnableSynchronizer)
              && !isLoadingClasses();
      case BLOCKED -> !isLoadingClasses();
      case NEW, RUNNABLE, TERMINATED -> false;
    };
  }

  private boolean isLoadingClasses() {
    return Arrays.stream(thread.getStackTrace())
        .map(StackTraceElement::getClassName)
        .anyMatch(
            name ->
                name.equals("java.lang.ClassLoader")
                    || name.startsWith("jdk.internal.loader.")
                    || name.startsWith("java.lang.invoke.MethodHandleNatives"));
  }

  /** Waits for the thread's end. */
  void join(Duration longest) {
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, longest.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      throw stuck("the thread does not end");
    }
  }
}
