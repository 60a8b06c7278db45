package dev.larder.strategies;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the truth is: a database, a DAO, a remote service. Reads have to see the source's own
 * committed writes, and nobody else may write the same keys past the decorator. It is called by
 * many threads, with no lock held that another key needs, but never with two writes of one key at a
 * time.
 *
 * <p>Reading alone is a function: {@code DataSource<Long, Product> source = repository::find;}.
 */
@FunctionalInterface
public interface DataSource<K, V> {

  /** Returns the value; null if it does not exist. */
  @Nullable V load(K key) throws Exception;

  /**
   * Returns the values that exist. By default they are loaded one by one; a failure does not keep
   * the others from being loaded, an interrupt does.
   *
   * @throws CacheLoadException to report per key: its loaded values are kept, the failed keys fail
   */
  default Map<K, V> loadAll(Set<? extends K> keys) throws Exception {
    Map<K, V> loaded = new LinkedHashMap<>();
    Map<K, Throwable> failures = new LinkedHashMap<>();
    Throwable interrupt = null;
    for (K key : keys) {
      try {
        V value = interrupt == null ? load(key) : null;
        if (value != null) {
          loaded.put(key, value);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        interrupt = e;
      } catch (Exception e) {
        failures.put(key, e);
      }
      if (interrupt != null) {
        failures.put(key, interrupt);
      }
    }
    if (!failures.isEmpty()) {
      throw new CacheLoadException(loaded, failures);
    }
    return loaded;
  }

  /**
   * Returns the current value of a key whose old value is known, for sources that can tell cheaply
   * that nothing has changed; the old value itself says so. By default {@link #load}.
   */
  default @Nullable V reload(K key, V oldValue) throws Exception {
    return load(key);
  }

  /**
   * Writes a value.
   *
   * @throws WriteRejectedException if certainly nothing was written; anything else leaves it open
   */
  default void write(K key, V value) throws Exception {
    throw new UnsupportedOperationException(getClass().getName() + " does not implement write");
  }

  /**
   * Writes values, in the given order. By default one by one until one fails for a reason other
   * than rejection: the rest is then reported as rejected, for it was not tried.
   *
   * @throws CacheWriteException to report per key
   */
  default void writeAll(Map<? extends K, ? extends V> entries) throws Exception {
    OneByOne.run(
        entries.entrySet(), Map.Entry::getKey, entry -> write(entry.getKey(), entry.getValue()));
  }

  /**
   * Deletes a value; one that does not exist is no failure.
   *
   * @throws WriteRejectedException if certainly nothing was deleted; anything else leaves it open
   */
  default void delete(K key) throws Exception {
    throw new UnsupportedOperationException(getClass().getName() + " does not implement delete");
  }

  /**
   * Deletes values. By default one by one, as {@link #writeAll}.
   *
   * @throws CacheWriteException to report per key
   */
  default void deleteAll(Set<? extends K> keys) throws Exception {
    OneByOne.run(keys, key -> key, this::delete);
  }
}
