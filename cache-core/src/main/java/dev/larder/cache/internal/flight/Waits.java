package dev.larder.cache.internal.flight;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one graph of waits of all caches. A thread waits for at most one hold and a hold has one
 * owner, so looking for a cycle is following one chain. Waits are announced under one lock, so of
 * the threads that would close a cycle exactly the last one finds it.
 */
public final class Waits {
  static final Object LOCK = new Object();

  private Waits() {}

  /**
   * Waits until the hold has ended.
   *
   * @throws IllegalStateException if that would never happen, naming the path of keys
   * @throws CancellationException if the thread is interrupted; the interrupt flag is set again
   */
  public static void await(Hold hold) {
    if (hold.hasEnded()) {
      return;
    }
    Worker me = Worker.current();
    List<Hold> cycle;
    synchronized (LOCK) {
      cycle = cycle(me, hold);
      if (cycle == null) {
        me.waitsFor(hold);
      }
    }
    if (cycle != null) {
      me.forgetIfIdle();
      throw cycleError(cycle, hold);
    }
    try {
      hold.ended().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled =
          new CancellationException("interrupted while waiting for " + describe(hold));
      cancelled.initCause(e);
      throw cancelled;
    } catch (ExecutionException e) {
      throw new AssertionError("a hold never ends with a failure", e);
    } finally {
      synchronized (LOCK) {
        me.waitsFor(null);
      }
      me.forgetIfIdle();
    }
  }

  /**
   * Checks that the current thread is neither loading nor computing the key.
   *
   * @throws IllegalStateException if it is, naming the path of keys
   */
  public static void requireNotOwn(Scope scope, Object key) {
    Worker me = Worker.ifAny();
    Hold own = me == null ? null : me.loadOrCompute(scope, key);
    if (me != null && own != null) {
      throw cycleError(me.holdsFrom(own), own);
    }
  }

  /**
   * Checks that the current thread is not inside a load, compute or write of the scope.
   *
   * @throws IllegalStateException if it is
   */
  static void requireOutside(Scope scope, Object keys) {
    Worker me = Worker.ifAny();
    Hold hold = me == null ? null : me.innermost(scope);
    if (hold != null) {
      throw new IllegalStateException(
          "cannot write through the cache inside " + describe(hold) + "; refused: " + text(keys));
    }
  }

  /** Returns true if the current thread is inside a load, compute or write of the scope. */
  public static boolean isInside(Scope scope) {
    Worker me = Worker.ifAny();
    return me != null && me.isInside(scope);
  }

  static void replace(Hold left, Hold before) {
    synchronized (LOCK) {
      left.insteadOf(before);
    }
  }

  @GuardedBy("LOCK")
  private static @Nullable List<Hold> cycle(Worker me, Hold wanted) {
    List<Hold> path = new ArrayList<>();
    for (Hold hold = wanted; hold != null; hold = hold.owner().waitsFor()) {
      for (Hold before = hold.insteadOf(); before != null; before = hold.insteadOf()) {
        hold = before;
      }
      if (hold.hasEnded()) {
        return null;
      }
      if (hold.owner() == me) {
        path.addAll(me.holdsFrom(hold));
        return path;
      }
      if (hold.owner().waitsFor() != null) {
        path.addAll(hold.owner().holdsFrom(hold));
      }
    }
    return null;
  }

  private static IllegalStateException cycleError(List<Hold> path, Hold wanted) {
    String keys = path.stream().map(hold -> text(hold.key())).collect(Collectors.joining(" -> "));
    return new IllegalStateException(
        "waiting for "
            + describe(wanted)
            + " would never end: "
            + keys
            + " -> "
            + text(wanted.key()));
  }

  private static String describe(Hold hold) {
    String what =
        switch (hold.kind()) {
          case LOAD -> "the load of ";
          case COMPUTE -> "the compute of ";
          case WRITE -> "the write of ";
        };
    return what + text(hold.key()) + " in " + hold.scope().name();
  }

  private static String text(Object key) {
    try {
      return String.valueOf(key);
    } catch (RuntimeException e) {
      return key.getClass().getName() + " whose toString() throws " + e;
    }
  }
}
