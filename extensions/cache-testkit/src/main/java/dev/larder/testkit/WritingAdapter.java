package dev.larder.testkit;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A cache that writes, and what it offers beyond {@link dev.larder.cache.Cache}. */
public interface WritingAdapter<K, V> extends CacheAdapter<K, V> {

  /** Deletes a key at the source and in the cache. */
  void delete(K key);

  /** Deletes the keys at the source and in the cache. */
  void deleteAll(Iterable<? extends K> keys);

  /** Changes a value with no other write of the key in between. */
  @Nullable V update(K key, UnaryOperator<@Nullable V> change);
}
