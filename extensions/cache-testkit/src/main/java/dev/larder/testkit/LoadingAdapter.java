package dev.larder.testkit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cache that loads, and what it offers beyond {@link dev.larder.cache.Cache}. */
public interface LoadingAdapter<K, V> extends CacheAdapter<K, V> {

  /** Returns the cached value, or else loads it. */
  default @Nullable V get(K key) {
    return cache().get(key);
  }

  /** Returns the cached values, and loads the missing ones at once. */
  Map<K, V> getAll(Iterable<? extends K> keys);
}
