package dev.larder.cache.internal.flight;

import dev.larder.cache.Lease;

/**
 * Which loads of a cache run. A load may be joined exactly as long as its lease is valid: a
 * mutation voids the lease and so detaches the load at the same instant; a publish voids it too, so
 * nobody joins a load that has landed. A load gets its lease at an instant at which the cache has
 * nothing of the key: so whatever voids it came after, and the load is ordered just before that.
 */
public interface LoadRegistry<K, V> {

  /**
   * Returns the load of the key that may be joined; or registers {@code mine} and lets it {@link
   * Load#begin} with its lease, or {@link Load#land} with what the cache has by now.
   */
  Load<K, V> joinOrBegin(K key, Load<K, V> mine);

  /** Returns true if the lease of a load is valid. */
  boolean isValid(Load<K, V> load);

  /** Returns the lease of a load. */
  Lease<V> lease(Load<K, V> load);

  /** Publishes through the lease; false if nothing was stored. */
  boolean publish(Load<K, V> load, V value);

  /** Forgets a load, and gives its lease back. */
  void forget(Load<K, V> load);
}
