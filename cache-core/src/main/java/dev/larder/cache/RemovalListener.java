package dev.larder.cache;

/**
 * Is told of each value that left the cache, exactly once and, per key, in the order in which they
 * left. It runs after the operation took effect, with no cache lock held, through the executor
 * given to {@link CacheBuilder#executor} (default: in a thread that is using the cache; expiries
 * nobody ran into are delivered by a daemon thread shared by all caches, so a slow listener wants
 * an executor of its own). It may call the cache. What it throws is logged and counted in {@link
 * CacheStats#listenerFailureCount()}, and goes no further. Closing a cache notifies nothing.
 */
@FunctionalInterface
public interface RemovalListener<K, V> {

  /** Called once for each value that left, or that was refused at once. */
  void onRemoval(K key, V value, RemovalCause cause);
}
