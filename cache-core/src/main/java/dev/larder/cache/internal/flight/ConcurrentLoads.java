package dev.larder.cache.internal.flight;

import dev.larder.cache.Lease;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The loads that run over a cache of which nothing is known but its leases. */
public final class ConcurrentLoads<K, V> implements LoadRegistry<K, V> {
  private final ConcurrentHashMap<K, Load<K, V>> running = new ConcurrentHashMap<>();
  private final Function<K, Start<V>> starts;

  /**
   * Creates a registry without loads.
   *
   * @param starts takes a lease and looks, quietly, what the cache has of the key at that instant
   */
  public ConcurrentLoads(Function<K, Start<V>> starts) {
    this.starts = starts;
  }

  /** A lease of a key, and what the cache had at the instant it was taken; null if nothing. */
  public record Start<V>(Lease<V> lease, @Nullable Known<V> known) {}

  /** What the cache knows of a key: its value, or with null that there is none. */
  public record Known<V>(@Nullable V value) {}

  @Override
  public Load<K, V> joinOrBegin(K key, Load<K, V> mine) {
    for (; ; ) {
      Load<K, V> load = running.get(key);
      if (load != null && mayBeJoined(load)) {
        return load;
      }
      if (begin(key, load, mine)) {
        return mine;
      }
    }
  }

  private boolean mayBeJoined(Load<K, V> load) {
    synchronized (load) {
      return load.givenLease() != null && isValid(load);
    }
  }

  /**
   * Registers a load in the place of a detached one, then takes its lease. Whoever finds it in
   * between waits for the monitor.
   */
  private boolean begin(K key, @Nullable Load<K, V> detached, Load<K, V> mine) {
    synchronized (mine) {
      boolean registered =
          detached == null
              ? running.putIfAbsent(key, mine) == null
              : running.replace(key, detached, mine);
      if (registered) {
        takeLease(key, mine);
      }
      return registered;
    }
  }

  private void takeLease(K key, Load<K, V> mine) {
    Start<V> start;
    try {
      start = starts.apply(key);
    } catch (RuntimeException | Error e) {
      running.remove(key, mine);
      throw e;
    }
    if (start.known() == null) {
      mine.begin(start.lease());
    } else {
      running.remove(key, mine);
      start.lease().close();
      mine.land(start.known().value());
    }
  }

  @Override
  public boolean isValid(Load<K, V> load) {
    return lease(load).isValid();
  }

  @Override
  public Lease<V> lease(Load<K, V> load) {
    return Objects.requireNonNull(load.givenLease());
  }

  @Override
  public boolean publish(Load<K, V> load, V value) {
    return lease(load).publish(value);
  }

  @Override
  public void forget(Load<K, V> load) {
    running.remove(load.loadedKey(), load);
    lease(load).close();
  }
}
