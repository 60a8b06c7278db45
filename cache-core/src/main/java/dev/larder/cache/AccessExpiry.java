package dev.larder.cache;

import java.time.Duration;

/**
 * An {@link Expiry} that is asked again at each read; reads of a plain {@code Expiry} never are.
 */
public interface AccessExpiry<K, V> extends Expiry<K, V> {

  /**
   * Returns how long an entry lives from this read on. It is called by the reading thread with no
   * lock held; what it throws reaches the reader. With zero this read is the last that gets the
   * value.
   *
   * @param remaining what is left of the entry's time to live; return it to change nothing
   */
  Duration expireAfterRead(K key, V value, Duration remaining);
}
