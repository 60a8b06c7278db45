package dev.larder.cache.internal.flight;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A thread as the graph of waits sees it: what it holds, innermost last, and what it waits for. The
 * holds are changed by the thread itself; others read them under {@link Waits#LOCK} and only while
 * the thread waits, which it announced under the same lock. Nothing here takes time linear in the
 * number of holds but the making of a message: a bulk load holds each of its keys.
 */
final class Worker {
  private static final ThreadLocal<@Nullable Worker> CURRENT = new ThreadLocal<>();

  private final Thread thread = Thread.currentThread();
  private final Map<Hold.Id, Hold> holds = new LinkedHashMap<>();
  private final Map<Scope, Integer> holdsByScope = new HashMap<>();

  @GuardedBy("Waits.LOCK")
  private @Nullable Hold waitsFor;

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
    holds.put(hold.id(), hold);
    holdsByScope.merge(hold.id().scope(), 1, Integer::sum);
  }

  /** Takes a hold off; one that is not there is ignored, for a place in line may be left twice. */
  void pop(Hold hold) {
    if (holds.remove(hold.id(), hold)) {
      holdsByScope.computeIfPresent(hold.id().scope(), (scope, n) -> n == 1 ? null : n - 1);
    }
    forgetIfIdle();
  }

  void forgetIfIdle() {
    if (holds.isEmpty()) {
      CURRENT.remove();
    }
  }

  boolean isInside(Scope scope) {
    return holdsByScope.containsKey(scope);
  }

  /** Returns the innermost hold in the scope, or null. */
  @Nullable Hold innermost(Scope scope) {
    Hold innermost = null;
    for (Hold hold : holds.values()) {
      if (hold.id().scope() == scope) {
        innermost = hold;
      }
    }
    return innermost;
  }

  /** Returns the hold under which this thread loads or computes the key, or null. */
  @Nullable Hold loadOrCompute(Scope scope, Object key) {
    Hold load = holds.get(new Hold.Id(scope, Hold.Kind.LOAD, key));
    return load != null ? load : holds.get(new Hold.Id(scope, Hold.Kind.COMPUTE, key));
  }

  /** Returns what the thread holds from {@code first} on, innermost last. */
  List<Hold> holdsFrom(Hold first) {
    List<Hold> all = new ArrayList<>(holds.values());
    int index = all.indexOf(first);
    return index < 0 ? List.of(first) : all.subList(index, all.size());
  }

  @GuardedBy("Waits.LOCK")
  @Nullable Hold waitsFor() {
    return waitsFor;
  }

  @GuardedBy("Waits.LOCK")
  void waitsFor(@Nullable Hold hold) {
    waitsFor = hold;
  }
}
