package dev.larder.cache.internal.flight;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thread as the graph of waits sees it: what it holds, innermost first, and what it waits for.
 * The holds are changed by the thread itself; others read them under {@link Waits#LOCK} and only
 * while the thread waits, which it announced under the same lock. Most threads hold a key or two;
 * many holds get an index, so that nothing takes time linear in their number but the making of a
 * message.
 */
final class Worker {
  /** From so many holds on there is an index. */
  private static final int MANY = 8;

  /**
   * Two cells for the worker. The first one is emptied when the thread holds nothing any more, the
   * other one holds it weakly, for the next time: what stays with the thread keeps no class of ours
   * alive, nor its class loader.
   */
  private static final ThreadLocal<@Nullable Object[]> CELLS =
      ThreadLocal.withInitial(() -> new Object[2]);

  private final Thread thread = Thread.currentThread();
  private final @Nullable Object[] cells;
  private @Nullable Hold innermost;
  private int size;
  private @Nullable HoldIndex index;

  @GuardedBy("Waits.LOCK")
  private @Nullable Hold waitsFor;

  private Worker(@Nullable Object[] cells) {
    this.cells = cells;
  }

  /** Returns the worker of this thread; it is forgotten when the thread holds nothing any more. */
  static Worker current() {
    @Nullable Object[] cells = CELLS.get();
    Worker worker = (Worker) cells[0];
    if (worker == null) {
      worker = again(cells);
      cells[0] = worker;
    }
    return worker;
  }

  private static Worker again(@Nullable Object[] cells) {
    Worker worker = cells[1] instanceof WeakReference<?> last ? (Worker) last.get() : null;
    if (worker == null) {
      worker = new Worker(cells);
      cells[1] = new WeakReference<>(worker);
    }
    return worker;
  }

  /** Returns the worker of this thread if it holds anything. */
  static @Nullable Worker ifAny() {
    return (Worker) CELLS.get()[0];
  }

  boolean isCurrent() {
    return thread == Thread.currentThread();
  }

  void push(Hold hold) {
    hold.outer = innermost;
    if (innermost != null) {
      innermost.inner = hold;
    }
    innermost = hold;
    size++;
    if (index != null) {
      index.add(hold);
    } else if (size == MANY) {
      HoldIndex all = new HoldIndex();
      for (Hold one = innermost; one != null; one = one.outer) {
        all.add(one);
      }
      index = all;
    }
  }

  /** Takes a hold off; one that is not there is ignored, for a place in line may be left twice. */
  void pop(Hold hold) {
    if (hold == innermost || hold.inner != null) {
      unlink(hold);
      size--;
      if (index != null) {
        index.remove(hold);
      }
    }
    forgetIfIdle();
  }

  private void unlink(Hold hold) {
    if (hold.inner == null) {
      innermost = hold.outer;
    } else {
      hold.inner.outer = hold.outer;
    }
    if (hold.outer != null) {
      hold.outer.inner = hold.inner;
    }
    hold.outer = null;
    hold.inner = null;
  }

  void forgetIfIdle() {
    if (innermost == null) {
      cells[0] = null;
      index = null;
    }
  }

  boolean isInside(Scope scope) {
    return index == null ? innermost(scope) != null : index.isInside(scope);
  }

  /** Returns the innermost hold in the scope, or null. */
  @Nullable Hold innermost(Scope scope) {
    Hold hold = innermost;
    while (hold != null && hold.scope() != scope) {
      hold = hold.outer;
    }
    return hold;
  }

  /** Returns the hold under which this thread loads or computes the key, or null. */
  @Nullable Hold loadOrCompute(Scope scope, Object key) {
    Hold load = find(scope, Hold.Kind.LOAD, key);
    return load != null ? load : find(scope, Hold.Kind.COMPUTE, key);
  }

  private @Nullable Hold find(Scope scope, Hold.Kind kind, Object key) {
    if (index != null) {
      return index.find(scope, kind, key);
    }
    Hold hold = innermost;
    while (hold != null && !hold.is(scope, kind, key)) {
      hold = hold.outer;
    }
    return hold;
  }

  /** Returns what the thread holds from {@code first} on, innermost last. */
  List<Hold> holdsFrom(Hold first) {
    ArrayDeque<Hold> path = new ArrayDeque<>();
    for (Hold hold = innermost; hold != null; hold = hold.outer) {
      path.addFirst(hold);
      if (hold == first) {
        return List.copyOf(path);
      }
    }
    return List.of(first);
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
