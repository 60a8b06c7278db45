package dev.larder.cache;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inspects and tunes a cache at run time. No call here counts as a use of an entry. */
public interface Policy<K, V> {

  /** Returns the maximum size or weight; {@link Long#MAX_VALUE} if the cache is unbounded. */
  long maximum();

  /**
   * Changes the maximum size or weight. A smaller one evicts before this returns; loads in flight
   * are not disturbed.
   *
   * @throws IllegalArgumentException if it is negative
   * @throws IllegalStateException if the cache was built without a maximum, or is closed
   */
  void setMaximum(long maximum);

  /** Returns the weight of all entries held now; their number in a cache without a weigher. */
  long weightedSize();

  /** Returns what is known of the entry, an expired but retained one included; null if none. */
  @Nullable CacheEntry<K, V> entry(K key);

  /**
   * Returns up to {@code limit} live entries, those that eviction would take last first.
   *
   * @throws IllegalArgumentException if the limit is negative
   */
  List<CacheEntry<K, V>> hottest(int limit);

  /**
   * Returns up to {@code limit} live entries, those that eviction would take first first.
   *
   * @throws IllegalArgumentException if the limit is negative
   */
  List<CacheEntry<K, V>> coldest(int limit);
}
