package dev.larder.jcstress;

import dev.larder.cache.Cache;
import dev.larder.cache.CacheBuilder;
import org.jspecify.annotations.Nullable;

/** The caches under test: with four segments, however small they are. */
final class Caches {
  static {
    System.setProperty("dev.larder.cache.segments", "4");
  }

  private Caches() {}

  private static CacheBuilder<Integer, Integer> builder() {
    return new CacheBuilder<Integer, Integer>().initialCapacity(1);
  }

  /** Without a maximum, so that its table grows from one bucket a segment on. */
  static Cache<Integer, Integer> unbounded() {
    return builder().build();
  }

  static Cache<Integer, Integer> bounded(long maximum) {
    return builder().maximumSize(maximum).build();
  }

  /** With the time in the hands of the test. */
  static Cache<Integer, Integer> timed(ManualTicker ticker) {
    return builder().ticker(ticker).build();
  }

  /** Of any values. */
  static <V> Cache<Integer, V> of() {
    return new CacheBuilder<Integer, V>().build();
  }

  /** Returns the value, or 0 for none. */
  static int number(@Nullable Integer value) {
    return value == null ? 0 : value;
  }

  static int read(Cache<Integer, Integer> cache, int key) {
    return number(cache.getIfPresent(key));
  }
}
