package dev.larder.cache.internal;

import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a cache offers to its {@link CacheMap}. */
public interface MapOperations<K, V> {

  /** See Cache.getIfPresent. */
  @Nullable V getIfPresent(K key);

  /** Returns the live value without counting a use. */
  @Nullable V peek(K key);

  /**
   * Stores the value if the current one fits.
   *
   * @param timeToLive the value's own; null for the configured one
   * @return the current value before, whether it fitted or not
   */
  @Nullable V storeIf(
      K key, V value, @Nullable Duration timeToLive, Predicate<@Nullable V> condition);

  /**
   * Removes the key if the current value fits.
   *
   * @return the current value before, whether it fitted or not
   */
  @Nullable V removeIf(K key, Predicate<@Nullable V> condition);

  /**
   * Holds the key while the function runs, if the current value fits, then stores what it returned.
   *
   * @return the new value; the current one if it did not fit
   */
  @Nullable V compute(
      K key,
      Predicate<@Nullable V> condition,
      BiFunction<? super K, ? super @Nullable V, ? extends @Nullable V> function);

  /** See Cache.invalidateAll. */
  void invalidateAll();

  /** Returns a weakly consistent iterator over live entries. */
  Iterator<Map.Entry<K, V>> snapshots();
}
