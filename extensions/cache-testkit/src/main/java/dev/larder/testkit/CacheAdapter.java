package dev.larder.testkit;

import dev.larder.cache.Cache;

/** A cache over a source. */
public interface CacheAdapter<K, V> {

  /** Returns the cache. */
  Cache<K, V> cache();
}
