package dev.larder.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Parks whoever comes to it until the test opens it, so that a test can arrange what happens
 * meanwhile. As a {@link Fault} it parks a call of a source before or after the source's own work.
 */
public final class Gate implements Fault {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);
  private final boolean after;

  private Gate(boolean after) {
    this.after = after;
  }

  /** Returns a gate that parks calls before the source does anything. */
  public static Gate before() {
    return new Gate(false);
  }

  /** Returns a gate that parks calls after the source has done its work: a load has read. */
  public static Gate after() {
    return new Gate(true);
  }

  @Override
  public @Nullable Object around(Callable<?> call) throws Exception {
    if (!after) {
      pass();
      return call.call();
    }
    Object result = call.call();
    pass();
    return result;
  }

  /**
   * Waits until the gate is open.
   *
   * @throws IllegalStateException if the thread is interrupted, or nobody opens it for a minute
   */
  public void pass() {
    arrived.countDown();
    try {
      if (!open.await(LONGEST.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IllegalStateException("nobody opened the gate within " + LONGEST);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted at the gate", e);
    }
  }

  /**
   * Waits until somebody has come to the gate.
   *
   * @throws AssertionError if nobody does in that time
   */
  public void awaitArrival(Duration patience) {
    try {
      if (!arrived.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new AssertionError("nobody came to the gate within " + patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for somebody at the gate", e);
    }
  }

  /** Lets everybody through, now and later. */
  public void open() {
    open.countDown();
  }
}
