package dev.larder.strategies;

import dev.larder.cache.spi.CacheSupport;
import dev.larder.cache.spi.EntryReader;
import org.jspecify.annotations.Nullable;

/** What a cache has of a key: a live value, the knowledge that there is none, or nothing. */
final class Lookup {
  private static final Object MISS = new Object();
  private static final Object ABSENT = new Object();
  private static final EntryReader<Object, Object> READER =
      (value, age, remaining, absent) -> {
        if (absent) {
          return ABSENT;
        }
        return value != null && remaining > 0 ? value : MISS;
      };

  private Lookup() {}

  /** Looks a key up, as a use; the answer is for the two methods below. */
  static <K, V> Object of(CacheSupport<K, V> cache, K key) {
    return cache.read(key, READER);
  }

  static boolean isMiss(Object lookup) {
    return lookup == MISS;
  }

  /** Returns the value of a lookup that is no miss; null if the source is known to have none. */
  @SuppressWarnings({
    "unchecked",
    "TypeParameterUnusedInFormals"
  }) // the reader gave back the cache's own value
  static <V> @Nullable V value(Object lookup) {
    return lookup == ABSENT ? null : (V) lookup;
  }
}
