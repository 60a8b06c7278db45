package dev.larder.cache.internal.flight;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thread as the graph of waits sees it: what it holds, innermost last, and what it waits for. The
 * holds are changed by the thread itself; others read them under {@link Waits#LOCK} and only while
 * the thread waits, which it announced under the same lock.
 */
final class Worker {
  private static final ThreadLocal<@Nullable Worker> CURRENT = new ThreadLocal<>();

  private final Thread thread = Thread.currentThread();
  private final List<Hold> holds = new ArrayList<>(4);
  private @Nullable Hold waitsFor; // guarded by Waits.LOCK

  private Worker() {}

  /** Returns the worker of this thread; it is forgotten when the thread holds nothing any more. */
  static Worker current() {
    Worker worker = CURRENT.get();
    if (worker == null) {
      worker = new Worker();
      CURRENT.set(worker);
    }
    return worker;
  }

  /** Returns the worker of this thread if it holds anything. */
  static @Nullable Worker ifAny() {
    return CURRENT.get();
  }

  boolean isCurrent() {
    return thread == Thread.currentThread();
  }

  void push(Hold hold) {
    holds.add(hold);
  }

  void pop(Hold hold) {
    int index = holds.lastIndexOf(hold);
    if (index >= 0) { // a place in line that its owner left is popped before it ends
      holds.remove(index);
    }
    forgetIfIdle();
  }

  void forgetIfIdle() {
    if (holds.isEmpty()) {
      CURRENT.remove();
    }
  }

  boolean isInside(Scope scope) {
    for (Hold hold : holds) {
      if (hold.scope() == scope) {
        return true;
      }
    }
    return false;
  }

  /** Returns the innermost hold in the scope, or null. */
  @Nullable Hold innermost(Scope scope) {
    for (int i = holds.size() - 1; i >= 0; i--) {
      if (holds.get(i).scope() == scope) {
        return holds.get(i);
      }
    }
    return null;
  }

  /** Returns the hold under which this thread loads or computes the key, or null. */
  @Nullable Hold loadOrCompute(Scope scope, Object key) {
    for (int i = holds.size() - 1; i >= 0; i--) {
      Hold hold = holds.get(i);
      if (hold.scope() == scope && hold.kind() != Hold.Kind.WRITE && hold.key().equals(key)) {
        return hold;
      }
    }
    return null;
  }

  /** Returns what the thread holds from {@code first} on, innermost last. */
  List<Hold> holdsFrom(Hold first) {
    int index = holds.lastIndexOf(first);
    return index < 0 ? List.of(first) : new ArrayList<>(holds.subList(index, holds.size()));
  }

  @Nullable Hold waitsFor() {
    return waitsFor;
  }

  void waitsFor(@Nullable Hold hold) {
    waitsFor = hold;
  }
}
