package dev.larder.cache.spi;

import dev.larder.cache.Cache;
import dev.larder.cache.internal.PublicCacheSupport;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a cache offers to the decorators around it. The core's caches implement it and a {@link
 * ForwardingCache} passes it on, so that all layers over one cache share its flights, its write
 * permits and its graph of waits. {@link #of} gives one for any other cache too.
 */
public interface CacheSupport<K, V> {

  /**
   * Returns the support of a cache: its own if it has one, else one built on its public operations,
   * with flights and permits that belong to the returned object alone.
   */
  static <K, V> CacheSupport<K, V> of(Cache<K, V> cache) {
    Objects.requireNonNull(cache, "cache");
    if (cache instanceof CacheSupport<?, ?>) {
      @SuppressWarnings("unchecked") // a cache supports its own keys and values
      CacheSupport<K, V> own = (CacheSupport<K, V>) cache;
      return own;
    }
    return new PublicCacheSupport<>(cache);
  }

  /**
   * Looks a key up and gives what is there to the reader, which runs with no lock held. It counts
   * as a use and, where statistics are recorded, as a hit (a live value or a known absence) or a
   * miss.
   */
  <R> R read(K key, EntryReader<? super V, R> reader);

  /**
   * Joins the load of the key that is running, unless a mutation has detached it, or else starts
   * one. If the key has a live value or a known absence by now, the flight is already complete with
   * it.
   *
   * @throws IllegalStateException if the calling thread is already loading or computing this key
   */
  Flight<V> flight(K key);

  /** As {@link #flight} for each key, in iteration order. All of the caller's own must be ended. */
  Map<K, Flight<V>> flights(Set<? extends K> keys);

  /**
   * Waits until the calling thread may write the keys: in the order of arrival per key, all keys
   * queued at one instant, so that overlapping sets cannot deadlock. Readers are not affected.
   *
   * @throws IllegalStateException if the calling thread is inside a load, compute or write of this
   *     cache, if waiting would close a cycle, or if the cache is closed
   * @throws java.util.concurrent.CancellationException if interrupted while waiting
   */
  WritePermit permit(Set<? extends K> keys);

  /**
   * Makes the caller the only write decorator of this cache.
   *
   * @throws IllegalStateException if it has one already
   */
  void claimWriter();

  /** Returns how long expired entries are kept for stale-serving strategies; zero if not at all. */
  Duration retainExpired();

  /** Returns true if the ages given by {@link #read} are known. */
  boolean recordsWriteTime();
}
