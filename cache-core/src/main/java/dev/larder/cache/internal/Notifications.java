package dev.larder.cache.internal;

import dev.larder.cache.RemovalCause;
import dev.larder.cache.RemovalListener;
import dev.larder.cache.internal.flight.Scope;
import dev.larder.cache.internal.flight.Waits;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Removals on their way to the listener. They are queued inside the critical section, so in effect
 * order, and delivered after it by one drainer at a time. A thread that holds a key of the cache
 * does not deliver: a listener must be free to use that key. It delivers when it lets go.
 */
public final class Notifications<K, V> {
  private static final System.Logger LOG = System.getLogger(Notifications.class.getName());

  private final RemovalListener<? super K, ? super V> listener;
  private final Executor executor;
  private final Scope scope;
  private final Counters counters;
  private final Queue<Removal<K, V>> queue = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean delivering = new AtomicBoolean();

  private record Removal<K, V>(K key, V value, RemovalCause cause) {}

  /** Creates an empty queue. */
  public Notifications(
      RemovalListener<? super K, ? super V> listener,
      Executor executor,
      Scope scope,
      Counters counters) {
    this.listener = listener;
    this.executor = executor;
    this.scope = scope;
    this.counters = counters;
  }

  /** Queues a removal; called in effect order per key. */
  public void add(K key, V value, RemovalCause cause) {
    queue.add(new Removal<>(key, value, cause));
  }

  /** Delivers what is queued, unless somebody does so; called with no lock held. */
  public void deliver() {
    if (queue.isEmpty() || Waits.isInside(scope) || !delivering.compareAndSet(false, true)) {
      return;
    }
    Drainer drainer = new Drainer();
    try {
      executor.execute(drainer);
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.WARNING, "the executor of " + scope.name() + " refused work", e);
      drainer.run();
    }
  }

  /** Runs once, even if the executor both runs and refuses it. */
  private final class Drainer implements Runnable {
    private final AtomicBoolean started = new AtomicBoolean();

    @Override
    public void run() {
      if (started.compareAndSet(false, true)) {
        do {
          drain();
          delivering.set(false);
        } while (!queue.isEmpty() && delivering.compareAndSet(false, true));
      }
    }

    private void drain() {
      for (Removal<K, V> removal = queue.poll(); removal != null; removal = queue.poll()) {
        try {
          listener.onRemoval(removal.key(), removal.value(), removal.cause());
        } catch (Throwable e) { // a listener's failure is its own: the cache and its caller go on
          counters.listenerFailed();
          LOG.log(
              System.Logger.Level.WARNING,
              "the removal listener of " + scope.name() + " failed",
              e);
        }
      }
    }
  }
}
