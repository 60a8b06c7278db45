package dev.larder.cache.internal;

import dev.larder.cache.Cache;
import dev.larder.cache.Lease;
import dev.larder.cache.internal.flight.ConcurrentLoads;
import dev.larder.cache.internal.flight.FlightTable;
import dev.larder.cache.internal.flight.LoadRecorder;
import dev.larder.cache.internal.flight.Scope;
import dev.larder.cache.internal.flight.WritePermits;
import dev.larder.cache.spi.CacheSupport;
import dev.larder.cache.spi.EntryReader;
import dev.larder.cache.spi.Flight;
import dev.larder.cache.spi.WritePermit;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Support for a cache that has none of its own, built on its public {@code getIfPresent}, {@code
 * getAllPresent} and {@code lease}. Its flights and permits are shared by those who share this
 * object, not by all users of the cache; loads through it are not in the cache's statistics.
 */
public final class PublicCacheSupport<K, V> implements CacheSupport<K, V>, Scope, LoadRecorder {
  private final Cache<K, V> cache;
  private final FlightTable<K, V> flights;
  private final WritePermits<K> permits = new WritePermits<>(this);
  private final AtomicBoolean writerClaimed = new AtomicBoolean();

  /** Creates support for the cache. */
  public PublicCacheSupport(Cache<K, V> cache) {
    this.cache = cache;
    this.flights = new FlightTable<>(this, new ConcurrentLoads<>(this::start), this);
  }

  /** Two public operations are no instant, but a lease that outlives the look makes them one. */
  private ConcurrentLoads.Start<V> start(K key) {
    for (; ; ) {
      Lease<V> lease = cache.lease(key);
      V value = cache.getIfPresent(key);
      if (value != null || lease.isValid()) {
        return new ConcurrentLoads.Start<>(
            lease, value == null ? null : new ConcurrentLoads.Known<>(value));
      }
      lease.close();
    }
  }

  @Override
  public <R> R read(K key, EntryReader<? super V, R> reader) {
    V value = cache.getIfPresent(key);
    return reader.read(value, 0, value == null ? 0 : Long.MAX_VALUE, false);
  }

  @Override
  public Flight<V> flight(K key) {
    return flights.flight(Objects.requireNonNull(key, "key"));
  }

  @Override
  public Map<K, Flight<V>> flights(Set<? extends K> keys) {
    return flights.flights(keys);
  }

  @Override
  public WritePermit permit(Set<? extends K> keys) {
    requireOpen();
    return permits.acquire(keys);
  }

  /** Lets the cache throw if it is closed. */
  private void requireOpen() {
    cache.getAllPresent(Set.of());
  }

  @Override
  public void claimWriter() {
    if (!writerClaimed.compareAndSet(false, true)) {
      throw new IllegalStateException(name() + " has a write decorator already");
    }
  }

  @Override
  public Duration retainExpired() {
    return Duration.ZERO;
  }

  @Override
  public boolean recordsWriteTime() {
    return false;
  }

  @Override
  public String name() {
    return cache.toString();
  }

  @Override
  public void released() {}

  @Override
  public long now() {
    return System.nanoTime();
  }

  @Override
  public void succeeded(long nanos) {}

  @Override
  public void failed(long nanos) {}

  @Override
  public void discarded() {}

  @Override
  public void joined() {}
}
