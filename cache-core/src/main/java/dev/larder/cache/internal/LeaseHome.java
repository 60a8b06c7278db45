package dev.larder.cache.internal;

import dev.larder.cache.internal.flight.Leased;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a cache offers to its {@link CacheLease}. */
public interface LeaseHome<K, V> {

  /**
   * Stores a value that was true at {@code start} unless the right to is void.
   *
   * @param timeToLive the value's own; null for the configured one
   */
  boolean publish(K key, Leased right, long start, V value, @Nullable Duration timeToLive);

  /** Stores that there is no value, unless the right to is void. */
  boolean publishAbsent(K key, Leased right, long start, Duration timeToLive);

  /** Takes a lease back. */
  void giveBack(K key, Leased right);
}
