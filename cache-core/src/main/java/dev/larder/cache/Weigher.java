package dev.larder.cache;

/**
 * Gives the weight of an entry, in units of the application's choice. It is called by the writing
 * thread before the write takes effect and with no lock held; what it throws reaches the writer and
 * nothing is stored.
 */
@FunctionalInterface
public interface Weigher<K, V> {

  /**
   * Returns the weight of an entry.
   *
   * @return the weight, at least 0; 0 means that the entry is never evicted for size. A negative
   *     weight makes the write fail with {@link IllegalArgumentException}.
   */
  int weigh(K key, V value);
}
