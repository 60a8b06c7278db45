package dev.larder.cache;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A concurrent cache. All operations are safe for use by many threads; those on one key are atomic,
 * those on many keys are atomic per key. Keys and values are never null. Loads and writes follow
 * the consistency contract in {@code docs/contract.md}; the essence:
 *
 * <ul>
 *   <li>Each absent key is loaded once, however many threads ask for it, and no other key waits.
 *   <li>A mutation never waits for a load, and a value loaded from before a mutation is never seen
 *       after it. Eviction and expiry are not mutations.
 *   <li>The number or weight of entries never exceeds the maximum, at any moment.
 *   <li>An expired value is a miss, at the very tick.
 * </ul>
 *
 * After {@link #close} every operation but {@link #stats}, {@link #size}, {@code toString} and
 * close throws {@link IllegalStateException}. A thread interrupted while it waits for another
 * thread's load or compute leaves with {@link CancellationException} and its interrupt flag set;
 * nobody else is disturbed. A wait that would close a cycle throws {@link IllegalStateException}
 * naming the keys.
 *
 * <p>{@link #asMap}, {@link #size}, {@link #policy} and removal listeners are optional for engines
 * that cannot have them; those throw {@link UnsupportedOperationException}.
 */
public interface Cache<K, V> extends AutoCloseable {

  /** Returns a builder; the same as {@code new CacheBuilder<>()}. */
  static <K, V> CacheBuilder<K, V> builder() {
    return new CacheBuilder<>();
  }

  /** Returns the cached value, or null on a miss. A loading decorator overrides it: it loads. */
  @Nullable V get(K key);

  /** Returns the cached value, or null on a miss. It never loads, on any decorator. */
  @Nullable V getIfPresent(K key);

  /**
   * Returns the cached value, or else loads, stores and returns it. Concurrent calls share one
   * load. The loader runs in the calling thread with no lock held and may use the cache, other keys
   * included; what it throws reaches every caller that joined, and nothing is stored.
   *
   * @param loader returns null if there is no value: then null is returned and nothing stored
   * @throws IllegalStateException if the load would wait for itself
   */
  @Nullable V get(K key, Function<? super K, ? extends @Nullable V> loader);

  /**
   * Returns the cached values of those keys that have one.
   *
   * @return an unmodifiable snapshot, in the order asked
   */
  Map<K, V> getAllPresent(Iterable<? extends K> keys);

  /**
   * Returns the values of the keys: cached ones cost nothing, keys already being loaded are joined,
   * the loader is called once for all others and before any joining.
   *
   * @param loader returns the values it found; keys it leaves out are absent, keys nobody asked for
   *     are ignored. If it throws, all its keys fail and nothing is stored
   * @return an unmodifiable snapshot, in the order asked, without absent keys
   */
  Map<K, V> getAll(
      Iterable<? extends K> keys,
      Function<? super Set<? extends K>, ? extends Map<? extends K, ? extends V>> loader);

  /** Stores the value. */
  void put(K key, V value);

  /**
   * Stores the value with a time to live of its own, from this write. It replaces the configured
   * write expiry for this value, without jitter; expiry after access still applies, the earlier
   * wins.
   *
   * @param timeToLive zero means expired at once: not stored, the old value leaves
   * @throws IllegalArgumentException if it is negative
   */
  void put(K key, V value, Duration timeToLive);

  /** Stores all entries, each as {@link #put(Object, Object)}. */
  void putAll(Map<? extends K, ? extends V> entries);

  /** Removes the key from the cache only, never from a source. */
  void invalidate(K key);

  /** Removes the keys from the cache only, each as {@link #invalidate}. */
  void invalidateAll(Iterable<? extends K> keys);

  /** Removes everything at one instant; values being loaded now will not be stored. */
  void invalidateAll();

  /** Removes each key for which the predicate is true when it is looked at; never from a source. */
  default void invalidateIf(Predicate<? super K> predicate) {
    Objects.requireNonNull(predicate, "predicate");
    for (K key : asMap().keySet()) {
      if (predicate.test(key)) {
        invalidate(key);
      }
    }
  }

  /** Returns the number of entries held now, expired ones included; 0 once closed. */
  long size();

  /**
   * Returns a live view. compute and its kin hold their key and no other: the function runs with no
   * lock held, readers see the old value meanwhile, writers of the same key wait. Iterators are
   * weakly consistent and do not count as uses. The view's {@code size()} counts live mappings only
   * and takes time linear in the cache if entries can expire.
   */
  ConcurrentMap<K, V> asMap();

  /** Takes a lease on the key, present or not, for cache-aside by hand. */
  Lease<V> lease(K key);

  /** Returns what was counted since the cache was built; works on a closed cache. */
  CacheStats stats();

  /** Returns the means to inspect and tune this cache. */
  Policy<K, V> policy();

  /**
   * Drops all entries without notifying, and stops everything that belongs to the cache.
   * Idempotent. Loads in flight finish for their callers. An executor or ticker given by the user
   * is left alone.
   */
  @Override
  void close();
}
