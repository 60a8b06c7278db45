package dev.larder.strategies;

import dev.larder.cache.Cache;
import dev.larder.cache.spi.Flight;
import dev.larder.cache.spi.FlightFailedException;
import dev.larder.cache.spi.ForwardingCache;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Lazy loading: a miss loads the value from the source, keeps it for the cache's time to live and
 * returns it. An expired value is a miss. Concurrent callers of one key share one load; a mutation
 * of the key during the load keeps the loaded value out of the cache and lets later callers load
 * anew.
 *
 * <p>{@link #get(Object) get} and {@link #getAll(Iterable) getAll} load; everything else, {@link
 * #getIfPresent} and {@link #asMap} among it, is the cache's own. The source runs in the calling
 * thread with no lock held; it may use this cache for other keys.
 *
 * <p>Failures: what the source throws reaches each caller as the cause of a {@link
 * CacheLoadException} of its own (errors unwrapped); nothing is cached and the next call loads
 * again. An interrupted waiter gets a CacheLoadException caused by an {@link InterruptedException},
 * its interrupt flag set, and the load goes on for the others.
 */
public final class LazyLoadingCache<K, V> extends ForwardingCache<K, V> {
  private final DataSource<K, V> source;

  private LazyLoadingCache(Cache<K, V> cache, DataSource<K, V> source) {
    super(cache);
    this.source = Objects.requireNonNull(source, "source");
  }

  /** Returns a cache that loads what {@code cache} misses; closing it closes {@code cache}. */
  public static <K, V> LazyLoadingCache<K, V> of(Cache<K, V> cache, DataSource<K, V> source) {
    return new LazyLoadingCache<>(cache, source);
  }

  /**
   * Returns the cached value, or else loads it.
   *
   * @return null if the source has no value; that is not cached
   * @throws CacheLoadException if the load failed
   * @throws IllegalStateException if the load would wait for itself, or the cache is closed
   */
  @Override
  public @Nullable V get(K key) {
    Object lookup = Lookup.of(this, key);
    if (!Lookup.isMiss(lookup)) {
      return Lookup.value(lookup);
    }
    Flight<V> flight = flight(key);
    return flight.isMine() ? load(key, flight) : join(key, flight);
  }

  private @Nullable V load(K key, Flight<V> mine) {
    V value;
    try {
      value = source.load(key);
    } catch (Exception e) {
      mine.fail(e);
      throw loadFailed(key, e);
    } catch (Error e) {
      mine.fail(e);
      throw e;
    }
    mine.complete(value);
    return value;
  }

  /** Waits for somebody else's load. */
  static <V> @Nullable V join(Object key, Flight<V> flight) {
    try {
      return flight.await();
    } catch (FlightFailedException e) {
      if (e.failure() instanceof Error error) {
        throw error;
      }
      throw CacheLoadException.of(key, e.failure());
    } catch (CancellationException e) {
      throw CacheLoadException.of(key, new InterruptedException(e.getMessage()));
    }
  }

  /** Returns the exception for the thread that ran the load, whose interrupt flag is kept. */
  static CacheLoadException loadFailed(Object key, Exception failure) {
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return CacheLoadException.of(key, failure);
  }

  /**
   * Returns the values of the keys: cached ones cost nothing, keys being loaded are joined, all
   * others are loaded by one {@link DataSource#loadAll}, before any joining.
   *
   * @return an unmodifiable snapshot, in the order asked, without keys that have no value
   * @throws CacheLoadException if any key failed; it has the values of the others
   * @throws IllegalStateException as {@link #get(Object)}
   */
  public Map<K, V> getAll(Iterable<? extends K> keys) {
    return new BulkLoad<>(this, source).get(keys);
  }
}
